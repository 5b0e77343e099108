#pragma once

#include <map>
#include <set>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/records.h"

namespace brusio::session {

/// How others see the user of each account, there or not (accounts/presence.h). What of it the
/// store lacks, because it took nothing at the time, is unsaved.
class PresenceBook {
 public:
    void restore(const std::vector<PresenceRecord>& presences);
    /// Null if the account has never been here as a user.
    [[nodiscard]] const PresenceRecord* find(AccountId account) const;
    /// False if it is known to be so already. What is another one is unsaved.
    bool put(const PresenceRecord& presence);
    /// From now on the store has it all.
    [[nodiscard]] std::vector<PresenceRecord> take_unsaved();
    /// The account is gone.
    void forget(AccountId account);
    /// Calls `visit` with each record, in the order of accounts.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (const auto& [account, presence] : presences_) visit(presence);
    }

    void check_invariants() const;

 private:
    std::map<AccountId, PresenceRecord> presences_;
    std::set<AccountId> unsaved_;
};

}  // namespace brusio::session
