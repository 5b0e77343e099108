#include "core/room/admission.h"

#include <gtest/gtest.h>

#include "core/room/roster.h"

namespace brusio::room {
namespace {

/// A room with its operator, who gives each test the means to refuse eve.
struct Door {
    Door() {
        User& user = roster.add_user("op", Folded{"op"}, Now{});
        room = roster.join(user, "#r", Folded{"#r"}, WallTime{}).value().room;
    }
    void list(MaskList which, const std::string& mask) {
        room->add_to_list(which, MaskEntry{mask, Folded{mask}, "op", WallTime{}}, 10);
    }
    [[nodiscard]] Admission eve(std::string_view password = "") const {
        return may_join(*room, Visitor{"eve!e@host", false}, password, MonoTime{});
    }
    [[nodiscard]] Admission invited_eve() const {
        return may_join(*room, Visitor{"eve!e@host", true}, "", MonoTime{});
    }
    [[nodiscard]] Speech eve_says(const Member* member) const {
        return may_speak(*room, member, Visitor{"eve!e@host", false});
    }

    Roster roster{Limits{}};
    Room* room = nullptr;
    Member plain{UserId{77}, {}};
    Member voiced{UserId{78}, {Rank::voice}};
    Member half{UserId{79}, {Rank::half_operator}};
    Member op{UserId{80}, {Rank::room_operator}};
};

TEST(Admission, an_open_room_lets_everybody_in) { EXPECT_EQ(Door().eve(), Admission::ok); }

TEST(Admission, a_ban_keeps_out_whom_it_matches_unless_an_exception_does_too) {
    Door door;
    door.list(MaskList::bans, "ann!*@*");
    EXPECT_EQ(door.eve(), Admission::ok);
    door.list(MaskList::bans, "*!*@host");
    EXPECT_EQ(door.eve(), Admission::banned);
    door.list(MaskList::ban_exceptions, "eve!*@*");
    EXPECT_EQ(door.eve(), Admission::ok);
}

TEST(Admission, an_invite_only_room_asks_for_an_invitation_or_an_exception) {
    Door door;
    door.room->set_flag(RoomFlag::invite_only, Turn::on);
    EXPECT_EQ(door.eve(), Admission::invite_only);
    EXPECT_EQ(door.invited_eve(), Admission::ok);
    door.list(MaskList::invite_exceptions, "*!e@*");
    EXPECT_EQ(door.eve(), Admission::ok);
}

TEST(Admission, a_password_must_be_given_to_the_letter) {
    Door door;
    door.room->set_password("Sesame");
    EXPECT_EQ(door.eve(), Admission::bad_password);
    EXPECT_EQ(door.eve("sesame"), Admission::bad_password);
    EXPECT_EQ(door.eve("Sesame"), Admission::ok);
}

TEST(Admission, a_full_room_takes_no_more) {
    Door door;
    door.room->set_members_max(2);
    EXPECT_EQ(door.eve(), Admission::ok);
    door.room->set_members_max(1);
    EXPECT_EQ(door.eve(), Admission::full);
}

TEST(Admission, an_invitation_opens_every_door) {
    Door door;
    door.list(MaskList::bans, "*!*@*");
    door.room->set_flag(RoomFlag::invite_only, Turn::on);
    door.room->set_password("sesame");
    door.room->set_members_max(1);
    EXPECT_EQ(door.invited_eve(), Admission::ok);
}

TEST(Admission, refusals_are_looked_for_in_the_order_of_the_enum) {
    Door door;
    door.room->set_members_max(1);
    door.room->set_password("sesame");
    EXPECT_EQ(door.eve(), Admission::bad_password);
    door.room->set_flag(RoomFlag::invite_only, Turn::on);
    EXPECT_EQ(door.eve(), Admission::invite_only);
    door.list(MaskList::bans, "eve!*@*");
    EXPECT_EQ(door.eve(), Admission::banned);
}

TEST(Speech, an_open_room_hears_members_and_outsiders) {
    const Door door;
    EXPECT_EQ(door.eve_says(&door.plain), Speech::ok);
    EXPECT_EQ(door.eve_says(nullptr), Speech::ok);
}

TEST(Speech, no_external_shuts_outsiders_out) {
    Door door;
    door.room->set_flag(RoomFlag::no_external, Turn::on);
    EXPECT_EQ(door.eve_says(nullptr), Speech::not_member);
    EXPECT_EQ(door.eve_says(&door.plain), Speech::ok);
}

TEST(Speech, a_moderated_room_hears_ranks_only) {
    Door door;
    door.room->set_flag(RoomFlag::moderated, Turn::on);
    EXPECT_EQ(door.eve_says(nullptr), Speech::moderated);
    EXPECT_EQ(door.eve_says(&door.plain), Speech::moderated);
    EXPECT_EQ(door.eve_says(&door.voiced), Speech::ok);
    EXPECT_EQ(door.eve_says(&door.half), Speech::ok);
    EXPECT_EQ(door.eve_says(&door.op), Speech::ok);
}

TEST(Speech, a_ban_silences_members_without_a_rank) {
    Door door;
    door.list(MaskList::bans, "eve!*@*");
    EXPECT_EQ(door.eve_says(nullptr), Speech::banned);
    EXPECT_EQ(door.eve_says(&door.plain), Speech::banned);
    EXPECT_EQ(door.eve_says(&door.voiced), Speech::ok);
    door.list(MaskList::ban_exceptions, "*!*@host");
    EXPECT_EQ(door.eve_says(&door.plain), Speech::ok);
}

TEST(Permission, every_change_takes_at_least_half_operator_and_outsiders_change_nothing) {
    const Door door;
    for (int i = 0; i <= static_cast<int>(Change::kick); ++i) {
        const auto change = static_cast<Change>(i);
        EXPECT_EQ(may_change({}, change), Permission::not_member) << i;
        EXPECT_EQ(may_change({&door.plain}, change), Permission::rank_needed) << i;
        EXPECT_EQ(may_change({&door.voiced}, change), Permission::rank_needed) << i;
        EXPECT_EQ(may_change({&door.op}, change), Permission::ok) << i;
    }
}

TEST(Permission, half_operators_give_voice_and_no_more) {
    const Door door;
    const auto give = [&](Rank rank) {
        return may_change_rank({&door.half}, {&door.plain}, rank, Turn::on);
    };
    EXPECT_EQ(give(Rank::voice), Permission::ok);
    EXPECT_EQ(give(Rank::half_operator), Permission::rank_needed);
    EXPECT_EQ(give(Rank::room_operator), Permission::rank_needed);
    EXPECT_EQ(may_change_rank({&door.op}, {&door.plain}, Rank::room_operator, Turn::on),
              Permission::ok);
}

TEST(Permission, anybody_may_lay_down_a_rank_but_not_take_one) {
    const Door door;
    EXPECT_EQ(may_change_rank({&door.voiced}, {&door.voiced}, Rank::voice, Turn::off),
              Permission::ok);
    EXPECT_EQ(may_change_rank({&door.half}, {&door.half}, Rank::half_operator, Turn::off),
              Permission::ok);
    EXPECT_EQ(may_change_rank({&door.half}, {&door.half}, Rank::room_operator, Turn::on),
              Permission::rank_needed);
    EXPECT_EQ(may_change_rank({}, {&door.plain}, Rank::voice, Turn::on), Permission::not_member);
}

TEST(Permission, half_operators_do_not_kick_their_equals) {
    const Door door;
    const Member other_half{UserId{81}, {Rank::half_operator, Rank::voice}};
    EXPECT_EQ(may_kick({&door.half}, {&door.plain}), Permission::ok);
    EXPECT_EQ(may_kick({&door.half}, {&door.voiced}), Permission::ok);
    EXPECT_EQ(may_kick({&door.half}, {&other_half}), Permission::rank_needed);
    EXPECT_EQ(may_kick({&door.half}, {&door.op}), Permission::rank_needed);
    EXPECT_EQ(may_kick({&door.op}, {&door.op}), Permission::ok);
    EXPECT_EQ(may_kick({&door.half}, {&door.half}), Permission::ok);
    EXPECT_EQ(may_kick({&door.voiced}, {&door.plain}), Permission::rank_needed);
    EXPECT_EQ(may_kick({}, {&door.plain}), Permission::not_member);
}

TEST(Permission, the_topic_is_everybodys_until_it_is_locked) {
    Door door;
    EXPECT_EQ(may_set_topic(*door.room, {&door.plain}), Permission::ok);
    EXPECT_EQ(may_set_topic(*door.room, {}), Permission::not_member);
    door.room->set_flag(RoomFlag::topic_locked, Turn::on);
    EXPECT_EQ(may_set_topic(*door.room, {&door.voiced}), Permission::rank_needed);
    EXPECT_EQ(may_set_topic(*door.room, {&door.half}), Permission::ok);
    EXPECT_EQ(may_set_topic(*door.room, {}), Permission::not_member);
}

TEST(Permission, members_invite_until_the_room_is_invite_only) {
    Door door;
    EXPECT_EQ(may_invite(*door.room, {&door.plain}), Permission::ok);
    EXPECT_EQ(may_invite(*door.room, {}), Permission::not_member);
    door.room->set_flag(RoomFlag::invite_only, Turn::on);
    EXPECT_EQ(may_invite(*door.room, {&door.plain}), Permission::rank_needed);
    EXPECT_EQ(may_invite(*door.room, {&door.half}), Permission::ok);
}

TEST(Permission, only_the_invitation_of_somebody_with_power_opens_a_room) {
    const Door door;
    EXPECT_FALSE(invitation_opens({&door.plain}));
    EXPECT_FALSE(invitation_opens({&door.voiced}));
    EXPECT_TRUE(invitation_opens({&door.half}));
    EXPECT_TRUE(invitation_opens({&door.op}));
}

TEST(Permission, ranks_and_lists_name_their_change) {
    EXPECT_EQ(change_of(Rank::voice), Change::rank_voice);
    EXPECT_EQ(change_of(Rank::half_operator), Change::rank_half_operator);
    EXPECT_EQ(change_of(Rank::room_operator), Change::rank_room_operator);
    EXPECT_EQ(change_of(MaskList::bans), Change::bans);
    EXPECT_EQ(change_of(MaskList::ban_exceptions), Change::ban_exceptions);
    EXPECT_EQ(change_of(MaskList::invite_exceptions), Change::invite_exceptions);
}

}  // namespace
}  // namespace brusio::room
