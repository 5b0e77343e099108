#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/metadata.h"
#include "core/ports/records.h"

namespace brusio::session {

/// What each account notes for itself alone, by whom or what it is about (private_notes.h).
class PrivateNoteBook {
 public:
    /// Notes by what they are about.
    using Notes = std::map<std::string, Metadata>;

    void restore(const std::vector<PrivateNoteRecord>& notes);
    /// All that the account has noted, nothing of it empty.
    [[nodiscard]] const Notes& of(AccountId account) const;
    [[nodiscard]] const Metadata& about(AccountId account, const std::string& target) const;
    /// Of all targets together.
    [[nodiscard]] std::size_t count(AccountId account) const;
    /// Inserts, or replaces what has that account, target and key.
    void put(const PrivateNoteRecord& note);
    /// False if there is none.
    bool remove(AccountId account, const std::string& target, const std::string& key);
    /// The account is gone.
    void forget(AccountId account) { accounts_.erase(account); }

    void check_invariants() const;

 private:
    std::map<AccountId, Notes> accounts_;
};

}  // namespace brusio::session
