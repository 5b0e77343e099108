#include "core/room/admission.h"

#include <array>

#include "core/base/assert.h"

namespace brusio::room {
namespace {

struct ChangeRow {
    Change change;
    Rank needed;
};

constexpr std::array<ChangeRow, 15> change_table{{
    {Change::flags, Rank::half_operator},
    {Change::password, Rank::half_operator},
    {Change::members_max, Rank::half_operator},
    {Change::bans, Rank::half_operator},
    {Change::ban_exceptions, Rank::half_operator},
    {Change::invite_exceptions, Rank::half_operator},
    {Change::rank_room_operator, Rank::room_operator},
    {Change::rank_half_operator, Rank::room_operator},
    {Change::rank_voice, Rank::half_operator},
    {Change::topic_when_locked, Rank::half_operator},
    {Change::invite_when_invite_only, Rank::half_operator},
    {Change::kick, Rank::half_operator},
    {Change::redact, Rank::room_operator},
    {Change::name, Rank::room_operator},
    {Change::metadata, Rank::room_operator},
}};

constexpr bool rows_stand_in_order() {
    for (std::size_t row = 0; row < change_table.size(); ++row) {
        if (static_cast<std::size_t>(change_table[row].change) != row) return false;
    }
    return true;
}
static_assert(rows_stand_in_order(), "the table is indexed by the enum");

bool outranks(const Member& kicker, const Member& target) {
    const std::optional<Rank> theirs = target.ranks.highest();
    if (!theirs || *theirs < Rank::half_operator) return true;
    return kicker.ranks.at_least(Rank::room_operator);
}

}  // namespace

bool is_banned(const Room& room, const Visitor& visitor, MaskReach reach) {
    return room.first_match(MaskList::bans, visitor, reach) != nullptr &&
           room.first_match(MaskList::ban_exceptions, visitor, reach) == nullptr;
}

Admission may_join(const Room& room, const Visitor& visitor, std::string_view password) {
    BRUSIO_ASSERT(!visitor.hostmask.empty());
    if (visitor.invited) return Admission::ok;
    if (is_banned(room, visitor)) return Admission::banned;
    if (room.is(RoomFlag::invite_only) &&
        room.first_match(MaskList::invite_exceptions, visitor) == nullptr) {
        return Admission::invite_only;
    }
    if (!room.password().empty() && room.password() != password) return Admission::bad_password;
    if (room.members_max() != 0 && room.size() >= room.members_max()) return Admission::full;
    return Admission::ok;
}

Speech may_speak(const Room& room, const Member* member, const Visitor& visitor) {
    BRUSIO_ASSERT(!visitor.hostmask.empty());
    if (member != nullptr && !member->ranks.empty()) return Speech::ok;
    if (member == nullptr && room.is(RoomFlag::no_external)) return Speech::not_member;
    if (room.is(RoomFlag::moderated)) return Speech::moderated;
    return is_banned(room, visitor, MaskReach::speech) ? Speech::banned : Speech::ok;
}

Rank rank_needed(Change change) {
    const auto row = static_cast<std::size_t>(change);
    BRUSIO_ASSERT(row < change_table.size());
    return change_table[row].needed;
}

Change change_of(Rank rank) {
    switch (rank) {
        case Rank::room_operator:
            return Change::rank_room_operator;
        case Rank::half_operator:
            return Change::rank_half_operator;
        case Rank::voice:
            break;
    }
    BRUSIO_ASSERT(rank == Rank::voice);
    return Change::rank_voice;
}

Change change_of(MaskList list) {
    switch (list) {
        case MaskList::bans:
            return Change::bans;
        case MaskList::ban_exceptions:
            return Change::ban_exceptions;
        case MaskList::invite_exceptions:
            break;
    }
    BRUSIO_ASSERT(list == MaskList::invite_exceptions);
    return Change::invite_exceptions;
}

Permission may_change(const Member* member, Change change) {
    if (member == nullptr) return Permission::not_member;
    return member->ranks.at_least(rank_needed(change)) ? Permission::ok : Permission::rank_needed;
}

Permission may_set_topic(const Room& room, const Member* member) {
    if (room.is(RoomFlag::topic_locked)) return may_change(member, Change::topic_when_locked);
    return member == nullptr ? Permission::not_member : Permission::ok;
}

Permission may_invite(const Room& room, const Member* member) {
    if (room.is(RoomFlag::invite_only)) return may_change(member, Change::invite_when_invite_only);
    return member == nullptr ? Permission::not_member : Permission::ok;
}

Permission may_kick(const Member* kicker, const Member& target) {
    const Permission allowed = may_change(kicker, Change::kick);
    if (allowed != Permission::ok || kicker->user == target.user) return allowed;
    return outranks(*kicker, target) ? Permission::ok : Permission::rank_needed;
}

Permission may_change_rank(const Member* giver, const Member& target, Rank rank, Turn turn) {
    if (giver != nullptr && giver->user == target.user && turn == Turn::off) return Permission::ok;
    return may_change(giver, change_of(rank));
}

bool invitation_opens(const Member& inviter) { return inviter.ranks.at_least(Rank::half_operator); }

}  // namespace brusio::room
