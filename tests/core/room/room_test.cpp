#include "core/room/room.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/room/roster.h"

namespace brusio::room {
namespace {

MaskEntry entry(const std::string& mask) {
    return MaskEntry{mask, Folded{mask}, "op", WallTime{5}};
}

/// A room with as many members as asked, in a roster that owns them.
struct Crowd {
    explicit Crowd(int count) {
        for (int i = 0; i < count; ++i) {
            const std::string nick = "u" + std::to_string(i);
            users.push_back(&roster.add_user(nick, Folded{nick}, Now{}));
            room = roster.join(*users.back(), "#r", Folded{"#r"}, WallTime{1}).value().room;
        }
    }
    [[nodiscard]] std::vector<std::string> nicks() const {
        std::vector<std::string> all;
        for (const Member& member : room->members()) all.push_back(roster.user_of(member).nick());
        return all;
    }

    Roster roster{Limits{}};
    std::vector<User*> users;
    Room* room = nullptr;
};

TEST(Room, a_list_holds_each_mask_once_up_to_its_bound) {
    Room room(RoomId{1}, "#R", Folded{"#r"}, WallTime{});
    EXPECT_EQ(room.add_to_list(MaskList::bans, entry("a!*@*"), 2), ListChange::done);
    EXPECT_EQ(room.add_to_list(MaskList::bans, entry("a!*@*"), 2), ListChange::already_so);
    EXPECT_EQ(room.add_to_list(MaskList::bans, entry("b!*@*"), 2), ListChange::done);
    EXPECT_EQ(room.add_to_list(MaskList::bans, entry("c!*@*"), 2), ListChange::full);
    EXPECT_EQ(room.add_to_list(MaskList::ban_exceptions, entry("c!*@*"), 2), ListChange::done)
        << "each list has a bound of its own";
    ASSERT_EQ(room.list(MaskList::bans).size(), 2U);
    EXPECT_EQ(room.list(MaskList::bans)[0].mask, "a!*@*");
    EXPECT_EQ(room.remove_from_list(MaskList::bans, Folded{"a!*@*"}), ListChange::done);
    EXPECT_EQ(room.remove_from_list(MaskList::bans, Folded{"a!*@*"}), ListChange::already_so);
    EXPECT_EQ(room.list(MaskList::bans).size(), 1U);
    room.check_invariants();
}

TEST(Room, the_first_matching_entry_is_found) {
    Room room(RoomId{1}, "#r", Folded{"#r"}, WallTime{});
    room.add_to_list(MaskList::bans, entry("*!*@bad"), 10);
    room.add_to_list(MaskList::bans, entry("eve!*@*"), 10);
    const MaskEntry* found = room.first_match(MaskList::bans, Visitor{"eve!e@bad"});
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->mask, "*!*@bad");
    EXPECT_EQ(room.first_match(MaskList::bans, Visitor{"ann!a@good"}), nullptr);
    EXPECT_EQ(room.first_match(MaskList::ban_exceptions, Visitor{"eve!e@bad"}), nullptr);
}

TEST(Room, settings_say_whether_they_changed) {
    Room room(RoomId{1}, "#r", Folded{"#r"}, WallTime{});
    EXPECT_TRUE(room.set_flag(RoomFlag::secret, Turn::on));
    EXPECT_FALSE(room.set_flag(RoomFlag::secret, Turn::on));
    EXPECT_TRUE(room.is(RoomFlag::secret));
    EXPECT_FALSE(room.is(RoomFlag::moderated));
    EXPECT_TRUE(room.set_password("sesame"));
    EXPECT_FALSE(room.set_password("sesame"));
    EXPECT_TRUE(room.set_password(""));
    EXPECT_TRUE(room.set_members_max(3));
    EXPECT_FALSE(room.set_members_max(3));
}

TEST(Room, messages_are_counted_without_holes_and_never_go_back_in_time) {
    Room room(RoomId{1}, "#r", Folded{"#r"}, WallTime{});
    EXPECT_EQ(room.log().seq(), 0U);
    EXPECT_EQ(room.log().take_seq(), 1U);
    EXPECT_EQ(room.log().take_seq(), 2U);
    Room resumed(RoomId{2}, "#r", Folded{"#r"}, WallTime{});
    resumed.log().resume(41, WallTime{500});
    EXPECT_EQ(resumed.log().take_seq(), 42U);
    EXPECT_EQ(resumed.log().take_time(WallTime{400}), WallTime{501});
    EXPECT_EQ(resumed.log().take_time(WallTime{600}), WallTime{600});
    EXPECT_EQ(resumed.log().take_time(WallTime{599}), WallTime{601});
}

TEST(Room, members_stand_in_join_order_and_the_last_takes_the_place_of_one_who_leaves) {
    Crowd crowd(5);
    EXPECT_EQ(crowd.nicks(), (std::vector<std::string>{"u0", "u1", "u2", "u3", "u4"}));
    EXPECT_EQ(crowd.roster.part(*crowd.users[1], *crowd.room), RoomFate::stays);
    EXPECT_EQ(crowd.nicks(), (std::vector<std::string>{"u0", "u4", "u2", "u3"}));
    crowd.roster.part(*crowd.users[3], *crowd.room);
    EXPECT_EQ(crowd.nicks(), (std::vector<std::string>{"u0", "u4", "u2"}));
    crowd.roster.check_invariants();
}

TEST(Room, finds_members_at_every_size_while_it_grows_and_shrinks) {
    Crowd crowd(300);
    crowd.roster.check_invariants();
    for (std::size_t i = 0; i + 1 < crowd.users.size(); ++i) {
        const std::size_t leaving = (i * 7) % crowd.users.size();  // 7 and 300 share no factor
        ASSERT_TRUE(crowd.room->has_member(crowd.users[leaving]->id()));
        ASSERT_EQ(crowd.roster.part(*crowd.users[leaving], *crowd.room), RoomFate::stays);
        ASSERT_FALSE(crowd.room->has_member(crowd.users[leaving]->id()));
        crowd.room->check_invariants();
    }
    EXPECT_EQ(crowd.room->size(), 1U);
}

TEST(Room, the_membership_version_moves_with_members_ranks_links_and_touches) {
    Crowd crowd(2);
    std::uint64_t before = crowd.room->membership_version();
    const auto moved = [&] {
        const bool changed = crowd.room->membership_version() != before;
        before = crowd.room->membership_version();
        return changed;
    };
    User& user = *crowd.users[1];
    EXPECT_FALSE(moved());
    EXPECT_TRUE(crowd.room->set_rank(user.id(), Rank::voice, Turn::on));
    EXPECT_TRUE(moved());
    EXPECT_FALSE(crowd.room->set_rank(user.id(), Rank::voice, Turn::on));
    EXPECT_FALSE(moved());
    crowd.roster.attach(user, LinkId::of(1, 1));
    EXPECT_TRUE(moved());
    crowd.roster.touch(user);
    EXPECT_TRUE(moved());
    crowd.roster.detach(user, LinkId::of(1, 1));
    EXPECT_TRUE(moved());
    crowd.roster.part(user, *crowd.room);
    EXPECT_TRUE(moved());
}

}  // namespace
}  // namespace brusio::room
