#include "core/room/roster.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace brusio::room {
namespace {

class RosterTest : public testing::Test {
 protected:
    User& add(const std::string& nick) { return roster.add_user(nick, Folded{nick}, Now{}); }
    Result<Joined, JoinRefusal> try_join(User& user, const std::string& name) {
        return roster.join(user, name, Folded{name}, WallTime{9});
    }
    Room& join(User& user, const std::string& name) { return *try_join(user, name).value().room; }
    std::vector<std::string> neighbours(const User& user) {
        std::vector<std::string> nicks;
        for (const User* other : roster.neighbours(user)) nicks.push_back(other->nick());
        return nicks;
    }
    void TearDown() override { roster.check_invariants(); }

    Roster roster{[] {
        Limits limits;
        limits.rooms_per_user_max = 3;
        limits.rooms_max = 5;
        return limits;
    }()};
};

TEST_F(RosterTest, finds_users_by_nick_and_by_id_until_they_are_removed) {
    User& user = add("ann");
    const UserId id = user.id();
    EXPECT_EQ(roster.find_user(Folded{"ann"}), &user);
    EXPECT_EQ(roster.find_user(id), &user);
    roster.remove_user(user);
    EXPECT_EQ(roster.find_user(Folded{"ann"}), nullptr);
    EXPECT_EQ(roster.find_user(id), nullptr);
}

TEST_F(RosterTest, a_renamed_user_is_found_by_the_new_nick_only) {
    User& user = add("ann");
    roster.rename(user, "Bob", Folded{"bob"});
    EXPECT_EQ(user.nick(), "Bob");
    EXPECT_EQ(roster.find_user(Folded{"ann"}), nullptr);
    EXPECT_EQ(roster.find_user(Folded{"bob"}), &user);
}

TEST_F(RosterTest, a_rename_may_change_the_case_alone) {
    User& user = add("ann");
    roster.rename(user, "ANN", Folded{"ann"});
    EXPECT_EQ(user.nick(), "ANN");
    EXPECT_EQ(roster.find_user(Folded{"ann"}), &user);
}

TEST_F(RosterTest, a_renamed_room_is_found_by_its_new_name_only) {
    User& ann = add("ann");
    Room& room = join(ann, "#a");
    EXPECT_FALSE(room.renamed());
    const MonoTime later = MonoTime{} + std::chrono::seconds{5};
    roster.rename(room, "#B", Folded{"#b"}, later);
    EXPECT_EQ(room.name(), "#B");
    EXPECT_EQ(roster.find_room(Folded{"#a"}), nullptr);
    EXPECT_EQ(roster.find_room(Folded{"#b"}), &room);
    EXPECT_TRUE(room.has_member(ann.id()));
    EXPECT_EQ(room.renamed(), later);
    EXPECT_NE(&join(ann, "#a"), &room);
}

TEST_F(RosterTest, the_case_of_a_rooms_name_may_change_alone) {
    Room& room = join(add("ann"), "#a");
    roster.rename(room, "#A", Folded{"#a"}, MonoTime{});
    EXPECT_EQ(room.name(), "#A");
    EXPECT_EQ(roster.find_room(Folded{"#a"}), &room);
    EXPECT_FALSE(room.renamed());
}

TEST_F(RosterTest, a_user_may_have_several_links) {
    User& user = add("ann");
    roster.attach(user, LinkId::of(1, 1));
    roster.attach(user, LinkId::of(2, 1));
    EXPECT_EQ(user.links(), (std::vector<LinkId>{LinkId::of(1, 1), LinkId::of(2, 1)}));
    roster.detach(user, LinkId::of(1, 1));
    EXPECT_EQ(user.links(), std::vector<LinkId>{LinkId::of(2, 1)});
}

TEST_F(RosterTest, the_first_to_join_makes_the_room_and_is_its_operator) {
    User& ann = add("ann");
    const Joined joined = try_join(ann, "#r").value();
    EXPECT_TRUE(joined.created);
    EXPECT_EQ(joined.room->created().unix_ms, 9);
    EXPECT_TRUE(joined.room->find_member(ann.id())->ranks.has(Rank::room_operator));
    User& bob = add("bob");
    const Joined second = try_join(bob, "#r").value();
    EXPECT_FALSE(second.created);
    EXPECT_EQ(second.room, joined.room);
    EXPECT_TRUE(second.room->find_member(bob.id())->ranks.empty());
}

TEST_F(RosterTest, joining_twice_is_refused) {
    User& ann = add("ann");
    join(ann, "#r");
    EXPECT_EQ(try_join(ann, "#r").error(), JoinRefusal::already_member);
}

TEST_F(RosterTest, a_user_joins_no_more_rooms_than_allowed) {
    User& ann = add("ann");
    for (const char* name : {"#a", "#b", "#c"}) join(ann, name);
    EXPECT_EQ(try_join(ann, "#d").error(), JoinRefusal::user_has_too_many);
    EXPECT_EQ(roster.find_room(Folded{"#d"}), nullptr);
    roster.part(ann, *roster.find_room(Folded{"#b"}));
    EXPECT_TRUE(try_join(ann, "#d").ok());
}

TEST_F(RosterTest, the_server_holds_no_more_rooms_than_allowed) {
    User& ann = add("ann");
    User& bob = add("bob");
    for (const char* name : {"#a", "#b", "#c"}) join(ann, name);
    for (const char* name : {"#d", "#e"}) join(bob, name);
    EXPECT_EQ(try_join(bob, "#f").error(), JoinRefusal::server_has_too_many);
    EXPECT_TRUE(try_join(bob, "#a").ok()) << "rooms that exist are still open";
}

TEST_F(RosterTest, a_room_goes_with_its_last_member) {
    User& ann = add("ann");
    User& bob = add("bob");
    Room& room = join(ann, "#r");
    const RoomId id = room.id();
    join(bob, "#r");
    EXPECT_EQ(roster.part(ann, room), RoomFate::stays);
    EXPECT_EQ(roster.part(bob, room), RoomFate::gone);
    EXPECT_EQ(roster.find_room(id), nullptr);
    EXPECT_EQ(roster.find_room(Folded{"#r"}), nullptr);
    EXPECT_NE(join(ann, "#r").id(), id) << "a room of the same name is another room";
}

TEST_F(RosterTest, a_removed_user_leaves_every_room) {
    User& ann = add("ann");
    User& bob = add("bob");
    Room& shared = join(ann, "#shared");
    join(bob, "#shared");
    join(ann, "#alone");
    roster.remove_user(ann);
    EXPECT_EQ(roster.find_room(Folded{"#alone"}), nullptr);
    ASSERT_EQ(shared.size(), 1U);
    EXPECT_EQ(shared.members()[0].user, bob.id());
}

TEST_F(RosterTest, neighbours_come_once_each_in_room_and_member_order) {
    User& ann = add("ann");
    User& bob = add("bob");
    User& eve = add("eve");
    User& zoe = add("zoe");
    join(zoe, "#b");
    join(ann, "#a");
    join(eve, "#a");
    join(bob, "#a");
    join(ann, "#b");
    join(bob, "#b");
    EXPECT_EQ(neighbours(ann), (std::vector<std::string>{"eve", "bob", "zoe"}));
    EXPECT_EQ(neighbours(zoe), (std::vector<std::string>{"ann", "bob"}));
    EXPECT_TRUE(roster.share_a_room(ann, zoe));
    EXPECT_FALSE(roster.share_a_room(eve, zoe));
    EXPECT_TRUE(neighbours(add("alone")).empty());
}

TEST_F(RosterTest, an_invitation_is_used_up_by_the_join) {
    User& ann = add("ann");
    User& bob = add("bob");
    Room& room = join(ann, "#r");
    roster.invite(bob, room);
    roster.invite(bob, room);
    EXPECT_TRUE(roster.is_invited(bob, room));
    EXPECT_EQ(bob.invitations().size(), 1U);
    join(bob, "#r");
    EXPECT_FALSE(roster.is_invited(bob, room));
}

TEST_F(RosterTest, an_invitation_does_not_open_a_later_room_of_the_same_name) {
    User& ann = add("ann");
    User& bob = add("bob");
    Room& room = join(ann, "#r");
    roster.invite(bob, room);
    roster.part(ann, room);
    EXPECT_FALSE(roster.is_invited(bob, join(ann, "#r")));
}

TEST_F(RosterTest, the_newest_invitations_are_kept) {
    User& bob = add("bob");
    std::vector<Room*> rooms;
    for (const char* name : {"#a", "#b", "#c", "#d"}) {
        rooms.push_back(&join(add(std::string("op") + name), name));
        roster.invite(bob, *rooms.back());
    }
    EXPECT_EQ(bob.invitations().size(), 3U);
    EXPECT_FALSE(roster.is_invited(bob, *rooms[0]));
    EXPECT_TRUE(roster.is_invited(bob, *rooms[3]));
}

TEST_F(RosterTest, counts_follow_flags_and_removals) {
    User& ann = add("ann");
    User& bob = add("bob");
    EXPECT_TRUE(roster.set_flag(ann, UserFlag::invisible, Turn::on));
    EXPECT_FALSE(roster.set_flag(ann, UserFlag::invisible, Turn::on));
    EXPECT_TRUE(roster.set_flag(ann, UserFlag::server_operator, Turn::on));
    EXPECT_TRUE(roster.set_flag(bob, UserFlag::bot, Turn::on));
    join(bob, "#r");
    Counts counts = roster.counts();
    EXPECT_EQ(counts.users, 2U);
    EXPECT_EQ(counts.invisible, 1U);
    EXPECT_EQ(counts.operators, 1U);
    EXPECT_EQ(counts.rooms, 1U);
    roster.remove_user(ann);
    counts = roster.counts();
    EXPECT_EQ(counts.users, 1U);
    EXPECT_EQ(counts.users_max_seen, 2U);
    EXPECT_EQ(counts.invisible, 0U);
    EXPECT_EQ(counts.operators, 0U);
}

TEST_F(RosterTest, walks_visit_everything_once) {
    for (const char* nick : {"a", "b", "c"}) join(add(nick), std::string("#") + nick);
    std::string users;
    std::string rooms;
    roster.for_each_user([&](const User& user) { users += user.nick(); });
    roster.for_each_room([&](const Room& room) { rooms += room.name(); });
    EXPECT_EQ(users, "abc");
    EXPECT_EQ(rooms, "#a#b#c");
}

TEST_F(RosterTest, taking_a_nick_that_is_held_is_a_bug) {
    add("ann");
    User& bob = add("bob");
    EXPECT_DEATH(roster.rename(bob, "ann", Folded{"ann"}), "broken invariant");
    EXPECT_DEATH(add("ann"), "broken invariant");
}

}  // namespace
}  // namespace brusio::room
