#include "core/session/accounts/mail_book.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

void MailBook::restore(const std::vector<UnverifiedAccountRecord>& accounts,
                       const std::vector<MailTokenRecord>& tokens) {
    BRUSIO_ASSERT(unverified_.empty() && tokens_.empty());
    for (const UnverifiedAccountRecord& account : accounts) save(account);
    for (const MailTokenRecord& token : tokens) save(token);
}

void MailBook::save(UnverifiedAccountRecord account) {
    BRUSIO_ASSERT(!account.key.empty() && !account.token_hash.empty());
    remove_unverified(account.key);
    by_skeleton_[account.skeleton] = account.key;
    Folded key = account.key;
    unverified_.emplace(std::move(key), std::move(account));
}

void MailBook::remove_unverified(const Folded& key) {
    const auto found = unverified_.find(key);
    if (found == unverified_.end()) return;
    by_skeleton_.erase(found->second.skeleton);
    unverified_.erase(found);
}

const UnverifiedAccountRecord* MailBook::find_unverified(const Folded& key) const {
    const auto found = unverified_.find(key);
    return found == unverified_.end() ? nullptr : &found->second;
}

const UnverifiedAccountRecord* MailBook::find_alike(const Folded& key,
                                                    const std::string& skeleton) const {
    if (const UnverifiedAccountRecord* same = find_unverified(key)) return same;
    const auto alike = by_skeleton_.find(skeleton);
    return alike == by_skeleton_.end() ? nullptr : find_unverified(alike->second);
}

void MailBook::save(MailTokenRecord token) {
    BRUSIO_ASSERT(!token.hash.empty());
    const TokenKey key{token.account, token.kind};
    tokens_.insert_or_assign(key, std::move(token));
}

bool MailBook::remove_token(TokenKey key) { return tokens_.erase(key) > 0; }

const MailTokenRecord* MailBook::find_token(TokenKey key) const {
    const auto found = tokens_.find(key);
    return found == tokens_.end() ? nullptr : &found->second;
}

std::optional<WallTime> MailBook::next_end() const {
    std::optional<WallTime> next;
    const auto look_at = [&](WallTime until) { next = std::min(next.value_or(until), until); };
    for (const auto& [key, account] : unverified_) look_at(account.until);
    for (const auto& [key, token] : tokens_) look_at(token.until);
    return next;
}

MailBook::Ended MailBook::take_ended(WallTime now) {
    Ended ended;
    for (const auto& [key, account] : unverified_) {
        if (account.until <= now) ended.unverified.push_back(key);
    }
    for (const auto& [key, token] : tokens_) {
        if (token.until <= now) ended.tokens.push_back(key);
    }
    for (const Folded& key : ended.unverified) remove_unverified(key);
    for (const TokenKey& key : ended.tokens) remove_token(key);
    return ended;
}

void MailBook::check_invariants() const {
    BRUSIO_ASSERT(by_skeleton_.size() == unverified_.size());
    for (const auto& [key, account] : unverified_) {
        BRUSIO_ASSERT(account.key == key && by_skeleton_.at(account.skeleton) == key);
    }
    for (const auto& [key, token] : tokens_) {
        BRUSIO_ASSERT(token.account == key.first && token.kind == key.second);
    }
}

}  // namespace brusio::session
