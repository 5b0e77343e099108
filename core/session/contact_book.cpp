#include "core/session/contact_book.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/extended_mask.h"

namespace brusio::session {

namespace {

template <class Map, class Key>
const Contacts* look_up(const Map& map, Key key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

/// Appends what is not in `to` yet, up to `entries_max` in all.
template <class T, class Same>
bool add_missing(std::vector<T>& to, const std::vector<T>& from, std::size_t entries_max,
                 Same&& same) {
    const std::size_t before = to.size();
    for (const T& one : from) {
        const bool is_there =
            std::any_of(to.begin(), to.end(), [&](const T& other) { return same(one, other); });
        if (!is_there && to.size() < entries_max) to.push_back(one);
    }
    return to.size() != before;
}

template <class T>
void check_once(std::vector<T> list) {
    std::sort(list.begin(), list.end());
    BRUSIO_ASSERT(std::adjacent_find(list.begin(), list.end()) == list.end());
}

void check(const Contacts& contacts) {
    check_once(contacts.accepted);
    check_once(contacts.accepted_guests);
    std::vector<std::string> masks;
    for (const room::MaskEntry& entry : contacts.silenced) masks.push_back(entry.folded.text);
    check_once(std::move(masks));
}

}  // namespace

void ContactBook::restore(const std::vector<ContactsRecord>& records) {
    for (const ContactsRecord& record : records) {
        Contacts& contacts = accounts_[record.account];
        contacts.accepted = record.accepted;
        for (const std::string& mask : record.silenced) {
            if (auto entry = read_mask(mask)) contacts.silenced.push_back(*std::move(entry));
        }
    }
}

const Contacts* ContactBook::find(AccountId account) const { return look_up(accounts_, account); }

const Contacts* ContactBook::find(UserId guest) const { return look_up(guests_, guest); }

bool ContactBook::adopt(UserId guest, AccountId account, std::size_t entries_max) {
    BRUSIO_ASSERT(account);
    const auto found = guests_.find(guest);
    if (found == guests_.end()) return false;
    const Contacts from = std::move(found->second);
    guests_.erase(found);
    Contacts& to = accounts_[account];
    const auto same = [](const auto& a, const auto& b) { return a == b; };
    const auto same_mask = [](const room::MaskEntry& a, const room::MaskEntry& b) {
        return a.folded == b.folded;
    };
    const bool accepts = add_missing(to.accepted, from.accepted, entries_max, same);
    const bool silences = add_missing(to.silenced, from.silenced, entries_max, same_mask);
    add_missing(to.accepted_guests, from.accepted_guests, entries_max, same);
    return accepts || silences;
}

void ContactBook::forget(UserId guest) {
    guests_.erase(guest);
    for (auto& [id, contacts] : guests_) std::erase(contacts.accepted_guests, guest);
    for (auto& [id, contacts] : accounts_) std::erase(contacts.accepted_guests, guest);
}

std::vector<AccountId> ContactBook::forget(AccountId account) {
    accounts_.erase(account);
    for (auto& [id, contacts] : guests_) std::erase(contacts.accepted, account);
    std::vector<AccountId> changed;
    for (auto& [id, contacts] : accounts_) {
        if (std::erase(contacts.accepted, account) > 0) changed.push_back(id);
    }
    return changed;
}

ContactsRecord ContactBook::record_of(AccountId account) const {
    ContactsRecord record{account, {}, {}};
    const Contacts* contacts = find(account);
    if (contacts == nullptr) return record;
    record.accepted = contacts->accepted;
    for (const room::MaskEntry& entry : contacts->silenced) record.silenced.push_back(entry.mask);
    return record;
}

void ContactBook::check_invariants() const {
    for (const auto& [account, contacts] : accounts_) check(contacts);
    for (const auto& [guest, contacts] : guests_) check(contacts);
}

}  // namespace brusio::session
