#include "core/room/admission.h"

#include <array>

#include "core/base/assert.h"

namespace brusio::room {
namespace {

struct ChangeRow {
    Change change;
    Rank needed;
};

constexpr std::array<ChangeRow, 16> change_table{{
    {Change::flags, Rank::half_operator},
    {Change::password, Rank::half_operator},
    {Change::members_max, Rank::half_operator},
    {Change::rates, Rank::half_operator},
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

bool outranks(const Standing& kicker, const Standing& target) {
    if (target.is_founder) return kicker.is_founder;
    const std::optional<Rank> theirs = target.member->ranks.highest();
    if (!theirs || *theirs < Rank::half_operator) return true;
    return kicker.is_founder || kicker.member->ranks.at_least(Rank::room_operator);
}

}  // namespace

bool is_banned(const Room& room, const Visitor& visitor, MaskReach reach) {
    return room.first_match(MaskList::bans, visitor, reach) != nullptr &&
           room.first_match(MaskList::ban_exceptions, visitor, reach) == nullptr;
}

Admission may_join(const Room& room, const Visitor& visitor, std::string_view password,
                   MonoTime now) {
    BRUSIO_ASSERT(!visitor.hostmask.empty());
    if (visitor.invited || visitor.is_founder) return Admission::ok;
    if (is_banned(room, visitor)) return Admission::banned;
    if (room.is(RoomFlag::accounts_enter) && visitor.account.empty()) {
        return Admission::accounts_only;
    }
    if (room.is(RoomFlag::invite_only) &&
        room.first_match(MaskList::invite_exceptions, visitor) == nullptr) {
        return Admission::invite_only;
    }
    if (!room.password().empty() && room.password() != password) return Admission::bad_password;
    if (room.members_max() != 0 && room.size() >= room.members_max()) return Admission::full;
    if (!room.rate(RoomRate::joins).is_open(now)) return Admission::too_fast;
    return Admission::ok;
}

Speech may_speak(const Room& room, const Member* member, const Visitor& visitor) {
    BRUSIO_ASSERT(!visitor.hostmask.empty());
    const bool has_say = member != nullptr && (!member->ranks.empty() || visitor.is_founder);
    if (has_say) return Speech::ok;
    if (member == nullptr && room.is(RoomFlag::no_external)) return Speech::not_member;
    if (room.is(RoomFlag::moderated)) return Speech::moderated;
    if (room.is(RoomFlag::accounts_speak) && visitor.account.empty()) {
        return Speech::accounts_only;
    }
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

Permission may_change(const Standing& who, Change change) {
    if (who.member == nullptr) return Permission::not_member;
    const bool may = who.is_founder || who.member->ranks.at_least(rank_needed(change));
    return may ? Permission::ok : Permission::rank_needed;
}

Permission may_set_topic(const Room& room, const Standing& who) {
    if (room.is(RoomFlag::topic_locked)) return may_change(who, Change::topic_when_locked);
    return who.member == nullptr ? Permission::not_member : Permission::ok;
}

Permission may_invite(const Room& room, const Standing& who) {
    if (room.is(RoomFlag::invite_only)) return may_change(who, Change::invite_when_invite_only);
    return who.member == nullptr ? Permission::not_member : Permission::ok;
}

Permission may_kick(const Standing& kicker, const Standing& target) {
    BRUSIO_ASSERT(target.member != nullptr);
    const Permission allowed = may_change(kicker, Change::kick);
    if (allowed != Permission::ok || kicker.member == target.member) return allowed;
    return outranks(kicker, target) ? Permission::ok : Permission::rank_needed;
}

Permission may_change_rank(const Standing& giver, const Standing& target, Rank rank, Turn turn) {
    BRUSIO_ASSERT(target.member != nullptr);
    if (giver.member == target.member && turn == Turn::off) return Permission::ok;
    const Permission allowed = may_change(giver, change_of(rank));
    if (allowed != Permission::ok || !target.is_founder || turn == Turn::on) return allowed;
    return giver.is_founder ? Permission::ok : Permission::rank_needed;
}

bool invitation_opens(const Standing& inviter) {
    if (inviter.member == nullptr) return false;
    return inviter.is_founder || inviter.member->ranks.at_least(Rank::half_operator);
}

}  // namespace brusio::room
