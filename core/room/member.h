#pragma once

#include <cstdint>
#include <optional>

#include "core/base/ids.h"
#include "core/room/flags.h"

namespace brusio::room {

/// What a member may do in one room, lowest first: the values compare by power.
enum class Rank : std::uint8_t { voice, half_operator, room_operator };

/// Every rank, highest first: the order in which they are shown.
inline constexpr Rank ranks_highest_first[] = {Rank::room_operator, Rank::half_operator,
                                               Rank::voice};

/// The ranks one member holds; a member may hold several at once.
class RankSet {
 public:
    constexpr RankSet() = default;
    constexpr RankSet(std::initializer_list<Rank> ranks) : set_(ranks) {}

    [[nodiscard]] constexpr bool has(Rank rank) const { return set_.has(rank); }
    [[nodiscard]] constexpr bool empty() const { return set_.empty(); }
    /// True if the set is another one afterwards.
    constexpr bool set(Rank rank, Turn turn) { return set_.set(rank, turn); }

    /// The most powerful rank held, if any.
    [[nodiscard]] constexpr std::optional<Rank> highest() const {
        for (const Rank rank : ranks_highest_first) {
            if (set_.has(rank)) return rank;
        }
        return std::nullopt;
    }
    /// True if a rank at least as powerful as `rank` is held.
    [[nodiscard]] constexpr bool at_least(Rank rank) const {
        const std::optional<Rank> best = highest();
        return best.has_value() && *best >= rank;
    }
    constexpr bool operator==(const RankSet&) const = default;

 private:
    FlagSet<Rank> set_;
};

/// One user in one room.
struct Member {
    UserId user;
    RankSet ranks;
    std::uint64_t seq_first = 1;  // the first of the room's messages that came after it did
    /// Came in where the rules say no, by a server operator's power. It reads nothing from before,
    /// and is a member no longer than this run of the server.
    bool visits = false;
};

}  // namespace brusio::room
