#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/session/long_reply.h"
#include "core/session/stage.h"

namespace brusio::session {

/// The member's prefix characters for a reader with these capabilities: all ranks, highest first,
/// with multi-prefix; else the highest alone (IRCv3 multi-prefix; Modern IRC, RPL_NAMREPLY).
[[nodiscard]] std::string prefix_of(const room::Member& member, wire::CapabilitySet reader);

/// All members, in the order of the room.
[[nodiscard]] std::vector<UserId> member_ids(const room::Room& room);

/// Who of a room is named to somebody outside: those who are visible, or by a server operator's
/// power everybody.
enum class Sight : std::uint8_t { from_where_it_stands, by_override };

/// 353 lines for the members of one room; nothing of a room in which the reader may see nobody.
class NamesRest final : public Rest {
 public:
    /// Nobody.
    NamesRest() = default;
    explicit NamesRest(const room::Room& room, Sight sight = Sight::from_where_it_stands)
        : room_(room.id()), members_(member_ids(room)), sight_(sight) {}
    /// After them 366 for what is called `end` there.
    void end_with(std::string_view end) { end_ = end; }

    bool go_on(Stage& stage, const Session& reader) override;
    [[nodiscard]] RoomId room() const { return room_; }

 private:
    bool send_lines(Stage& stage, const Session& reader, const room::Room& room);

    RoomId room_;
    std::vector<UserId> members_;
    Sight sight_ = Sight::from_where_it_stands;
    std::string end_;  // empty: there is none
    std::size_t next_ = 0;
};

/// 353 lines for `room` and one 366, as `reader` may see them: invisible users only from inside,
/// a secret room as if it were empty from outside. Lines are packed up to 512 bytes; if they are
/// many, the last come later (send_long.h).
void send_names(Stage& stage, const Session& reader, const room::Room& room);

}  // namespace brusio::session
