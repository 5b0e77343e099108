#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/records.h"

namespace brusio::session {

/// What waits for somebody who reads a mail: accounts that are not there yet, and tokens of those
/// that are. All of it ends by itself. Whoever changes something also writes it down.
class MailBook {
 public:
    using TokenKey = std::pair<AccountId, MailTokenKind>;

    /// Takes back what a store has kept.
    void restore(const std::vector<UnverifiedAccountRecord>& accounts,
                 const std::vector<MailTokenRecord>& tokens);

    /// In the place of one with the same key.
    void save(UnverifiedAccountRecord account);
    void remove_unverified(const Folded& key);
    /// Null if there is none.
    [[nodiscard]] const UnverifiedAccountRecord* find_unverified(const Folded& key) const;
    /// The one that has this key or looks like this.
    [[nodiscard]] const UnverifiedAccountRecord* find_alike(const Folded& key,
                                                            const std::string& skeleton) const;
    [[nodiscard]] std::size_t unverified_count() const { return unverified_.size(); }

    /// In the place of one of the same account and kind.
    void save(MailTokenRecord token);
    /// False if there is none.
    bool remove_token(TokenKey key);
    /// Null if there is none.
    [[nodiscard]] const MailTokenRecord* find_token(TokenKey key) const;

    /// When the first of all ends.
    [[nodiscard]] std::optional<WallTime> next_end() const;
    /// Takes out what has ended by `now`.
    struct Ended {
        std::vector<Folded> unverified;
        std::vector<TokenKey> tokens;
    };
    [[nodiscard]] Ended take_ended(WallTime now);

    /// Asserts that the indices agree. O(all).
    void check_invariants() const;

 private:
    std::map<Folded, UnverifiedAccountRecord> unverified_;
    std::unordered_map<std::string, Folded> by_skeleton_;  // for look-ups only
    std::map<TokenKey, MailTokenRecord> tokens_;
};

}  // namespace brusio::session
