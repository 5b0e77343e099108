#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/room/member.h"
#include "core/room/room.h"

namespace brusio::room {

/// Bans, less the exceptions. With `MaskReach::speech`, also those that silence alone.
[[nodiscard]] bool is_banned(const Room& room, const Visitor& visitor,
                             MaskReach reach = MaskReach::everything);

enum class Admission : std::uint8_t { ok, banned, invite_only, bad_password, full };

/// May the visitor, who is no member yet, come in with this password? An invitation opens the door
/// whatever is set (Modern IRC, "INVITE message"); the other refusals are looked for in the order
/// of the enum.
[[nodiscard]] Admission may_join(const Room& room, const Visitor& visitor,
                                 std::string_view password);

enum class Speech : std::uint8_t { ok, not_member, moderated, banned };

/// May the visitor say something to the room? `member` is null for an outsider.
[[nodiscard]] Speech may_speak(const Room& room, const Member* member, const Visitor& visitor);

enum class Permission : std::uint8_t { ok, not_member, rank_needed };

/// Everything of a room that its members may change, with the rank it takes in a table.
enum class Change : std::uint8_t {
    flags,
    password,
    members_max,
    bans,
    ban_exceptions,
    invite_exceptions,
    rank_room_operator,
    rank_half_operator,
    rank_voice,
    topic_when_locked,
    invite_when_invite_only,
    kick,
    redact,
    name,
    metadata,
};

/// The least rank that may make the change.
[[nodiscard]] Rank rank_needed(Change change);
/// The change that gives or takes a rank.
[[nodiscard]] Change change_of(Rank rank);
/// The change of a list's entries.
[[nodiscard]] Change change_of(MaskList list);

/// `member` is null for an outsider.
[[nodiscard]] Permission may_change(const Member* member, Change change);
[[nodiscard]] Permission may_set_topic(const Room& room, const Member* member);
[[nodiscard]] Permission may_invite(const Room& room, const Member* member);
/// Half operators may not kick those of their own rank or above.
[[nodiscard]] Permission may_kick(const Member* kicker, const Member& target);
/// Anybody may lay down a rank of their own; else the table decides.
[[nodiscard]] Permission may_change_rank(const Member* giver, const Member& target, Rank rank,
                                         Turn turn);

/// True if an invitation by this member opens the room to the invited (see may_join). Others may
/// invite where the room is open to all; theirs is a message and no more, so that no plain member
/// can undo a ban.
[[nodiscard]] bool invitation_opens(const Member& inviter);

}  // namespace brusio::room
