#include <string>

#include "tests/sim/stories/story.h"

// Stories about the server: plain users, bad guests, and its end.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

TEST_F(Story, plain_users_and_irc_users_share_the_lobby) {
    Person& ann = world().add_person("ann", {"#lobby"});
    ann.go_online();
    run_for(1s);
    PlainUser& tom = world().add_plain("tom", LinkKind::plain);
    run_for(1s);
    EXPECT_EQ(tom.times_seen("Write your name and confirm with Send"), once);
    tom.send("tom");  // one write without a line ending, as the original client sends
    run_for(1s);
    EXPECT_EQ(tom.times_seen("Write {exit} to quit"), once);
    EXPECT_EQ(ann.brain().find_conversation("#lobby")->members.size(), 2U);
    tom.send("ciao a tutti");
    run_for(1s);
    EXPECT_SEES(ann, "ciao a tutti", once);
    EXPECT_EQ(tom.times_seen("tom: ciao a tutti"), once) << "the sender reads it too";
    ann.say("#lobby", "ciao tom");
    run_for(1s);
    EXPECT_EQ(tom.times_seen("ann: ciao tom"), once);
    tom.send("{exit}");
    run_for(1s);
    EXPECT_TRUE(tom.end());
    EXPECT_EQ(ann.brain().find_conversation("#lobby")->members.size(), 1U);
}

TEST_F(Story, a_plain_user_who_is_torn_away_leaves_the_lobby) {
    PlainUser& tom = world().add_plain("tom", LinkKind::plain);
    PlainUser& tim = world().add_plain("tim", LinkKind::plain);
    run_for(1s);
    tom.send("tom\n");
    tim.send("tim\n");
    run_for(1s);
    tim.reset_line();
    run_for(1s);
    EXPECT_EQ(tom.times_seen("tim left the chat"), once);
}

TEST_F(Story, the_server_says_goodbye_to_everybody_and_leaves_nothing_behind) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.say("#a", "last words");
    world().run_for(2ms);
    world().server().stop("maintenance");
    run_for(1s);
    EXPECT_SEES(bob, "last words", once);
    for (const Person* person : {&ann, &bob}) {
        EXPECT_GE(person->lines_lost(), 1U);
        ASSERT_FALSE(person->errors().empty());
        EXPECT_NE(person->errors().front().text.find("maintenance"), std::string::npos)
            << person->errors().front().text;
    }
    run_for(1min);
    EXPECT_FALSE(ann.is_online()) << "new links are refused";
    EXPECT_EQ(world().server().engine().counts().users, 0U);
}

TEST_F(Story, nothing_is_left_when_everybody_has_gone) {
    friend_called("ann");
    friend_called("bob").vanish();
    PlainUser& nc = world().add_plain("nc", LinkKind::irc);
    nc.send("NICK nc\r\n");
    run_for(1s);
    world().leave_and_check();
    EXPECT_EQ(world().transport().line_count(), 0U);
}

TEST_F(Story, a_guest_who_never_says_who_they_are_is_shown_out) {
    PlainUser& nc = world().add_plain("nc", LinkKind::irc);
    run_for(29s);
    EXPECT_FALSE(nc.end());
    run_for(3s);
    EXPECT_TRUE(nc.end());
    EXPECT_EQ(nc.times_seen("ERROR"), once);
}

TEST_F(Story, a_browser_on_the_port_is_shown_out_at_once) {
    Person& ann = friend_called("ann");
    PlainUser& browser = world().add_plain("browser", LinkKind::irc);
    browser.send("GET / HTTP/1.1\r\nHost: chat\r\n\r\n");
    run_for(1s);
    EXPECT_TRUE(browser.end());
    ann.say("#a", "still here");
    run_for(1s);
    EXPECT_SEES(ann, "still here", once);
}

TEST_F(Story, half_a_line_for_ever_holds_nobody_up) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    PlainUser& nc = world().add_plain("nc", LinkKind::irc);
    nc.send("NICK n");
    run_for(1s);
    ann.say("#a", "hello");
    run_for(10ms);
    EXPECT_SEES(bob, "hello", once);
    run_for(1min);
    EXPECT_TRUE(nc.end());
}

TEST_F(Story, who_types_by_hand_gets_lines_without_tags) {
    Person& ann = friend_called("ann");
    PlainUser& nc = world().add_plain("nc", LinkKind::irc);
    nc.send("NICK nc\r\nUSER nc 0 * :nc\r\nJOIN #a\r\n");
    run_for(1s);
    ann.say("#a", "ciao");
    run_for(1s);
    EXPECT_EQ(nc.times_seen("PRIVMSG #a :ciao\r\n"), once);
    EXPECT_EQ(nc.times_seen("\n@"), never) << nc.screen();
}

TEST_F(Story, the_right_password_opens_the_server_and_a_wrong_one_does_not) {
    WorldConfig config;
    config.engine.server.password_hash = "sim:sesame";
    begin(config);
    PlainUser& eve = world().add_plain("eve", LinkKind::irc);
    eve.send("PASS open\r\nNICK eve\r\nUSER eve 0 * :eve\r\n");
    PlainUser& ali = world().add_plain("ali", LinkKind::irc);
    ali.send("PASS sesame\r\nNICK ali\r\nUSER ali 0 * :ali\r\n");
    run_for(1s);
    EXPECT_EQ(eve.times_seen(" 001 "), never);
    EXPECT_EQ(ali.times_seen(" 001 "), once);
}

}  // namespace
}  // namespace brusio::sim
