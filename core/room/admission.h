#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/room/member.h"
#include "core/room/room.h"

namespace brusio::room {

/// Bans, less the exceptions. With `MaskReach::speech`, also those that silence alone.
[[nodiscard]] bool is_banned(const Room& room, const Visitor& visitor,
                             MaskReach reach = MaskReach::everything);

enum class Admission : std::uint8_t {
    ok,
    banned,
    accounts_only,
    invite_only,
    bad_password,
    full,
    too_fast,  // too many came in of late
};

/// May the visitor, who is no member yet, come in with this password? Founders always may, and an
/// invitation opens the door whatever is set (Modern IRC, "INVITE message"); the other refusals are
/// looked for in the order of the enum.
[[nodiscard]] Admission may_join(const Room& room, const Visitor& visitor,
                                 std::string_view password, MonoTime now);

enum class Speech : std::uint8_t { ok, not_member, moderated, accounts_only, banned };

/// May the visitor say something to the room? `member` is null for an outsider.
[[nodiscard]] Speech may_speak(const Room& room, const Member* member, const Visitor& visitor);

enum class Permission : std::uint8_t { ok, not_member, rank_needed };

/// Everything of a room that its members may change, with the rank it takes in a table.
enum class Change : std::uint8_t {
    flags,
    password,
    members_max,
    rates,
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

/// How much somebody's word counts in a room.
struct Standing {
    const Member* member = nullptr;  // null: an outsider
    bool is_founder = false;         // above every rank while it is a member; see Visitor
};

[[nodiscard]] Permission may_change(const Standing& who, Change change);
[[nodiscard]] Permission may_set_topic(const Room& room, const Standing& who);
[[nodiscard]] Permission may_invite(const Room& room, const Standing& who);
/// Half operators may not kick those of their own rank or above, and nobody a founder.
[[nodiscard]] Permission may_kick(const Standing& kicker, const Standing& target);
/// Anybody may lay down a rank of their own, and founders alone take one from a founder; else the
/// table decides.
[[nodiscard]] Permission may_change_rank(const Standing& giver, const Standing& target, Rank rank,
                                         Turn turn);

/// True if an invitation by this member opens the room to the invited (see may_join). Others may
/// invite where the room is open to all; theirs is a message and no more, so that no plain member
/// can undo a ban.
[[nodiscard]] bool invitation_opens(const Standing& inviter);

}  // namespace brusio::room
