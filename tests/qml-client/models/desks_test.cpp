// What the cards of people and rooms know and do.
#include <gtest/gtest.h>

#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;
using Deed = PersonDesk::Deed;

struct Cards : ChatWorld {
    PersonDesk& person = *chat.person();
    RoomDesk& room = *chat.room_card();

    Cards() {
        enter("me");
        link.take_lines();
    }
    void make_operator() {
        link.say({":ada!a@h MODE #garden +o me"});
        link.take_lines();
    }
};

TEST(PersonDesk, asks_who_somebody_is_and_shows_it_nowhere_else) {
    Cards world;
    const int rows = world.chat.timeline()->count();
    world.person.show("bob");
    EXPECT_TRUE(world.person.is_asking());
    EXPECT_EQ(world.link.take_lines(), QStringList("WHOIS bob bob"));
    world.link.say({":srv 311 me bob b host * :Bob B", ":srv 330 me bob bobby :is logged in as",
                    ":srv 319 me bob :#garden @#shed", ":srv 318 me bob :End"});
    EXPECT_FALSE(world.person.is_asking());
    EXPECT_TRUE(world.person.facts().contains("bob is b@host"));
    EXPECT_TRUE(world.person.facts().contains("Account: bobby"));
    EXPECT_EQ(world.person.common(), QStringList("#garden"));
    EXPECT_EQ(world.chat.timeline()->count(), rows);
    world.chat.submit("/whois bob");
    world.link.say({":srv 311 me bob b host * :Bob B", ":srv 318 me bob :End"});
    EXPECT_EQ(world.chat.timeline()->count(), rows + 1) << "that one was asked for in the room";
}

TEST(PersonDesk, an_answer_about_somebody_else_is_not_taken) {
    Cards world;
    world.person.show("bob");
    world.person.show("carla");
    world.link.say({":srv 311 me bob b host * :Bob B", ":srv 318 me bob :End"});
    EXPECT_TRUE(world.person.is_asking());
    EXPECT_EQ(world.person.facts(), QStringList("carla"));
}

TEST(PersonDesk, offers_what_our_rank_allows) {
    Cards world;
    world.person.look("bob");
    EXPECT_FALSE(world.person.may_rank());
    EXPECT_FALSE(world.person.may_op());
    EXPECT_TRUE(world.person.is_voiced());
    EXPECT_FALSE(world.person.is_op());
    world.make_operator();
    EXPECT_TRUE(world.person.may_rank());
    EXPECT_TRUE(world.person.may_op());
    world.person.look("nobody");
    EXPECT_FALSE(world.person.may_rank()) << "who is not here cannot be put out";
    world.person.look("ada");
    EXPECT_TRUE(world.person.is_op());
    world.person.look("ME");
    EXPECT_TRUE(world.person.is_self());
    world.chat.openPerson("bob");
    world.person.look("bob");
    EXPECT_FALSE(world.person.may_rank()) << "there is no room open";
}

TEST(PersonDesk, does_what_the_commands_do) {
    Cards world;
    world.make_operator();
    world.person.look("bob");
    for (const Deed deed : {Deed::Op, Deed::Deop, Deed::Voice, Deed::Devoice, Deed::Kick}) {
        world.person.act(deed);
    }
    EXPECT_EQ(world.link.take_lines(),
              QStringList({"MODE #garden +o bob", "MODE #garden -o bob", "MODE #garden +v bob",
                           "MODE #garden -v bob", "KICK #garden bob"}));
    world.person.act(Deed::Ban);
    world.person.act(Deed::Unban);
    EXPECT_EQ(world.link.take_lines(),
              QStringList({"MODE #garden +b bob!*@*", "MODE #garden -b bob!*@*"}));
    EXPECT_FALSE(world.person.is_ignored());
    world.person.act(Deed::Ignore);
    EXPECT_TRUE(world.person.is_ignored());
    world.person.act(Deed::Unignore);
    EXPECT_FALSE(world.person.is_ignored());
}

TEST(PersonDesk, ignores_by_the_account_that_whois_told) {
    Cards world;
    world.person.show("bob");
    world.link.say({":srv 311 me bob b host * :Bob B", ":srv 330 me bob bobby :is logged in as",
                    ":srv 318 me bob :End"});
    world.person.act(Deed::Ignore);
    EXPECT_EQ(world.chat.ignored()->entries(), QStringList("account:bobby"));
    EXPECT_TRUE(world.person.is_ignored());
    world.person.act(Deed::Unignore);
    EXPECT_EQ(world.chat.ignored()->entries(), QStringList());
}

TEST(RoomDesk, shows_how_the_room_is_set_up) {
    Cards world;
    world.room.show();
    EXPECT_EQ(world.link.take_lines(), QStringList({"MODE #garden", "MODE #garden b"}));
    EXPECT_EQ(world.room.topic(), "Roses and code");
    EXPECT_EQ(world.room.member_count(), 4);
    EXPECT_FALSE(world.room.bans_known());
    world.link.say({":srv 324 me #garden +ntkl sesame 20", ":srv 367 me #garden *!*@spam ada 0",
                    ":srv 368 me #garden :End"});
    EXPECT_EQ(world.room.modes().size(), 4);
    EXPECT_EQ(world.room.modes()[3], "+l 20  At most 20 people.");
    EXPECT_EQ(world.room.key(), "sesame");
    EXPECT_EQ(world.room.bans(), QStringList("*!*@spam · by ada"));
    EXPECT_TRUE(world.room.bans_known());
    EXPECT_FALSE(world.room.may_topic());
    EXPECT_FALSE(world.room.may_ban());
}

TEST(RoomDesk, lets_operators_change_things) {
    Cards world;
    world.make_operator();
    world.room.show();
    world.link.say({":srv 324 me #garden +nt", ":srv 367 me #garden *!*@spam ada 0",
                    ":srv 368 me #garden :End"});
    world.link.take_lines();
    EXPECT_TRUE(world.room.may_topic());
    EXPECT_TRUE(world.room.may_ban());
    world.room.changeTopic("Only roses");
    world.room.invite(" dino ");
    world.room.invite("two words");
    EXPECT_EQ(world.link.take_lines(),
              QStringList({"TOPIC #garden :Only roses", "INVITE dino #garden"}));
    world.room.removeBan(0);
    EXPECT_EQ(world.link.take_lines(),
              QStringList({"MODE #garden -b *!*@spam", "MODE #garden", "MODE #garden b"}));
    EXPECT_FALSE(world.room.bans_known());
    world.link.say({":srv 368 me #garden :End"});
    EXPECT_EQ(world.room.bans(), QStringList());
    world.room.removeBan(0);
    EXPECT_EQ(world.link.take_lines(), QStringList());
}

TEST(RoomDesk, everybody_sets_a_topic_that_is_not_locked) {
    Cards world;
    world.room.show();
    world.link.say({":srv 324 me #garden +n"});
    EXPECT_TRUE(world.room.may_topic());
}

TEST(RoomDesk, offline_it_shows_what_was_known_and_asks_nothing) {
    Cards world;
    world.link.drop(client::DisconnectCause::reset);
    world.room.show();
    EXPECT_EQ(world.link.take_lines(), QStringList());
    EXPECT_EQ(world.room.topic(), "Roses and code");
    EXPECT_FALSE(world.room.is_inside());
    EXPECT_FALSE(world.room.may_topic());
}

}  // namespace
}  // namespace brusio::ui
