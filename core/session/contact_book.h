#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/records.h"
#include "core/room/room.h"

namespace brusio::session {

/// Whom somebody lets come near, and whom not; each list in the order of adding.
struct Contacts {
    std::vector<AccountId> accepted;
    std::vector<UserId> accepted_guests;  // for as long as these are here
    std::vector<room::MaskEntry> silenced;
    std::optional<MonoTime> told_at;  // when it last read of somebody who could not reach it
};

/// The contacts of all accounts, there or not, and of the guests who are here.
class ContactBook {
 public:
    void restore(const std::vector<ContactsRecord>& records);

    /// Null if it has none.
    [[nodiscard]] const Contacts* find(AccountId account) const;
    [[nodiscard]] const Contacts* find(UserId guest) const;
    /// To be changed; made if need be.
    Contacts& of(AccountId account) { return accounts_[account]; }
    Contacts& of(UserId guest) { return guests_[guest]; }

    /// The guest logs in: what the account's lists lack is added to them, up to `entries_max` each,
    /// and the guest's are gone. True if the account's have become others.
    bool adopt(UserId guest, AccountId account, std::size_t entries_max);
    /// The user is gone, from others' lists too.
    void forget(UserId guest);
    /// The account is gone, from others' lists too; gives the accounts whose lists these are.
    [[nodiscard]] std::vector<AccountId> forget(AccountId account);

    /// As it is kept.
    [[nodiscard]] ContactsRecord record_of(AccountId account) const;
    /// Asserts that no list names anybody twice. O(all entries).
    void check_invariants() const;

 private:
    std::map<AccountId, Contacts> accounts_;
    std::map<UserId, Contacts> guests_;
};

}  // namespace brusio::session
