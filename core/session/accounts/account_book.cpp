#include "core/session/accounts/account_book.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

AccountBook::AccountBook(SkeletonOf skeleton_of, std::span<const std::string_view> reserved)
    : skeleton_of_(std::move(skeleton_of)) {
    BRUSIO_ASSERT(skeleton_of_ != nullptr);
    for (const std::string_view name : reserved) reserved_.insert(skeleton_of_(name));
}

void AccountBook::restore(const std::vector<AccountRecord>& accounts, AccountId last) {
    BRUSIO_ASSERT(accounts_.empty());
    for (const AccountRecord& account : accounts) insert(account);
    last_ = std::max(last_, last);
}

AccountRecord& AccountBook::insert(AccountRecord account) {
    BRUSIO_ASSERT(account.id && !account.key.empty());
    last_ = std::max(last_, account.id);
    const bool new_key = by_key_.emplace(account.key, account.id).second;
    const bool new_skeleton = by_skeleton_.emplace(account.skeleton, account.id).second;
    BRUSIO_ASSERT(new_key && new_skeleton);
    for (const std::string& fingerprint : account.fingerprints) {
        by_fingerprint_.emplace(fingerprint, account.id);
    }
    const AccountId id = account.id;
    const auto [place, is_new] = accounts_.emplace(id, std::move(account));
    BRUSIO_ASSERT(is_new);
    return place->second;
}

AccountRecord& AccountBook::add(std::string name, WallTime now) {
    AccountRecord account;
    account.id = AccountId{last_.value + 1};
    account.key = wire::fold(name);
    account.skeleton = skeleton_of_(name);
    account.name = std::move(name);
    account.registered = now;
    account.last_seen = now;
    return insert(std::move(account));
}

void AccountBook::remove(AccountId id) {
    const auto found = accounts_.find(id);
    BRUSIO_ASSERT(found != accounts_.end());
    by_key_.erase(found->second.key);
    by_skeleton_.erase(found->second.skeleton);
    for (const std::string& fingerprint : found->second.fingerprints) {
        by_fingerprint_.erase(fingerprint);
    }
    accounts_.erase(found);
}

AccountRecord* AccountBook::find(AccountId id) {
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? nullptr : &found->second;
}

const AccountRecord* AccountBook::find(AccountId id) const {
    const auto found = accounts_.find(id);
    return found == accounts_.end() ? nullptr : &found->second;
}

AccountRecord* AccountBook::find(const Folded& key) {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : find(found->second);
}

const AccountRecord* AccountBook::find(const Folded& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : find(found->second);
}

const AccountRecord* AccountBook::find_alike(std::string_view name) const {
    if (accounts_.empty()) return nullptr;
    const auto same = by_key_.find(wire::fold(name));
    if (same != by_key_.end()) return find(same->second);
    const auto alike = by_skeleton_.find(skeleton_of_(name));
    return alike == by_skeleton_.end() ? nullptr : find(alike->second);
}

bool AccountBook::looks_reserved(std::string_view name) const {
    return reserved_.contains(skeleton_of_(name));
}

bool AccountBook::add_fingerprint(AccountRecord& account, const std::string& fingerprint) {
    BRUSIO_ASSERT(find(account.id) == &account && !fingerprint.empty());
    if (!by_fingerprint_.emplace(fingerprint, account.id).second) return false;
    account.fingerprints.push_back(fingerprint);
    return true;
}

bool AccountBook::remove_fingerprint(AccountRecord& account, const std::string& fingerprint) {
    BRUSIO_ASSERT(find(account.id) == &account);
    if (std::erase(account.fingerprints, fingerprint) == 0) return false;
    by_fingerprint_.erase(fingerprint);
    return true;
}

AccountRecord* AccountBook::find_fingerprint(const std::string& fingerprint) {
    const auto found = by_fingerprint_.find(fingerprint);
    return found == by_fingerprint_.end() ? nullptr : find(found->second);
}

void AccountBook::check_invariants() const {
    BRUSIO_ASSERT(by_key_.size() == accounts_.size() && by_skeleton_.size() == accounts_.size());
    std::size_t fingerprints = 0;
    for (const auto& [id, account] : accounts_) {
        BRUSIO_ASSERT(account.id == id && id <= last_);
        BRUSIO_ASSERT(by_key_.at(account.key) == id && by_skeleton_.at(account.skeleton) == id);
        for (const std::string& fingerprint : account.fingerprints) {
            BRUSIO_ASSERT(by_fingerprint_.at(fingerprint) == id);
        }
        fingerprints += account.fingerprints.size();
    }
    BRUSIO_ASSERT(by_fingerprint_.size() == fingerprints);
}

}  // namespace brusio::session
