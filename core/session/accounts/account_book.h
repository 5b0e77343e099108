#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/ports/records.h"

namespace brusio::session {

/// What a name looks like: equal for names that people confuse (UTS #39, skeletons).
using SkeletonOf = std::function<std::string(std::string_view name)>;

/// Every account, in memory. Names are unique both by case mapping and by their skeletons. Whoever
/// changes an account also writes it down (save_account in login.h). Addresses stay until an
/// account is removed.
class AccountBook {
 public:
    /// Nobody may have a name that looks like one of `reserved`.
    AccountBook(SkeletonOf skeleton_of, std::span<const std::string_view> reserved);

    /// Takes back what a store has kept; `last` is the greatest id ever given.
    void restore(const std::vector<AccountRecord>& accounts, AccountId last);

    /// A new account of that name, which must be free.
    AccountRecord& add(std::string name, WallTime now);
    /// A client certificate that logs into the account from now on (64 hexadecimal digits in small
    /// letters); false if it logs into one already, whosever.
    [[nodiscard]] bool add_fingerprint(AccountRecord& account, const std::string& fingerprint);
    /// False if the account has no such certificate.
    [[nodiscard]] bool remove_fingerprint(AccountRecord& account, const std::string& fingerprint);
    void remove(AccountId id);

    /// Null if there is none.
    [[nodiscard]] AccountRecord* find(AccountId id);
    [[nodiscard]] const AccountRecord* find(AccountId id) const;
    [[nodiscard]] AccountRecord* find(const Folded& key);
    [[nodiscard]] const AccountRecord* find(const Folded& key) const;
    /// The account whose name a person could take for `name`: the same or a look-alike.
    [[nodiscard]] const AccountRecord* find_alike(std::string_view name) const;
    /// The account that a client certificate logs into.
    [[nodiscard]] AccountRecord* find_fingerprint(const std::string& fingerprint);
    [[nodiscard]] bool looks_reserved(std::string_view name) const;
    [[nodiscard]] std::string skeleton_of(std::string_view name) const {
        return skeleton_of_(name);
    }
    /// Calls `act` with each account, in the order of ids.
    template <class Act>
    void for_each(Act&& act) const {
        for (const auto& [id, account] : accounts_) act(account);
    }
    [[nodiscard]] std::size_t size() const { return accounts_.size(); }

    /// Asserts that all indices agree. O(accounts).
    void check_invariants() const;

 private:
    AccountRecord& insert(AccountRecord account);

    SkeletonOf skeleton_of_;
    std::set<std::string> reserved_;  // skeletons
    std::map<AccountId, AccountRecord> accounts_;
    // For look-ups only: nobody walks over them.
    std::unordered_map<Folded, AccountId> by_key_;
    std::unordered_map<std::string, AccountId> by_skeleton_;
    std::unordered_map<std::string, AccountId> by_fingerprint_;
    AccountId last_;
};

}  // namespace brusio::session
