#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/ports/records.h"
#include "core/room/log_head.h"
#include "core/room/user.h"

namespace brusio::session {

/// One side of a private conversation: an account, whatever its nick is, or else a guest's nick.
struct Party {
    AccountId account;
    Folded guest;  // of a guest alone

    [[nodiscard]] static Party of(const room::User& user);
    /// As records name it: "account:7" or "guest:bob".
    [[nodiscard]] std::string key() const;
    [[nodiscard]] static Party of_key(std::string_view key);
};

/// A private conversation that is kept; people may also talk to themselves.
struct Pair {
    PairRecord record;
    room::LogHead log;

    /// The other side of a party that is one of the two.
    [[nodiscard]] std::string_view other(std::string_view key) const {
        return record.a == key ? record.b : record.a;
    }
};

/// All private conversations that are kept, by who they are of. Addresses stay.
class PairBook {
 public:
    void restore(const std::vector<KeptPair>& pairs);
    /// There must be none of the two yet.
    Pair& add(ConversationId id, std::string_view one, std::string_view two);
    /// Null if the two have none. In any order.
    [[nodiscard]] Pair* find(std::string_view one, std::string_view two);
    /// In the order of their making.
    [[nodiscard]] const std::vector<Pair*>& of(const std::string& key) const;
    /// Null if it is none of this party's.
    [[nodiscard]] const Pair* find(ConversationId id, const std::string& key) const;

    /// In the order of the two keys.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (const auto& [keys, pair] : pairs_) visit(pair);
    }

    void check_invariants() const;

 private:
    void insert(Pair pair);

    std::map<std::pair<std::string, std::string>, Pair> pairs_;
    std::map<std::string, std::vector<Pair*>> by_party_;
};

}  // namespace brusio::session
