#include <string>

#include "tests/sim/stories/story.h"

// Stories about rooms and the people in them.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

TEST_F(Story, two_who_want_one_nick_get_one_each) {
    Person& one = world().add_person("ann", {"#a"});
    Person& two = world().add_person("ann", {"#a"});
    one.go_online();
    two.go_online();
    run_for(5s);
    EXPECT_TRUE(one.is_inside("#a"));
    EXPECT_TRUE(two.is_inside("#a"));
    EXPECT_EQ(one.nick(), "ann");
    EXPECT_EQ(two.nick(), "ann_");
}

TEST_F(Story, two_who_rename_to_one_nick_at_once_do_not_both_get_it) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.rename("max");
    bob.rename("MAX");
    run_for(1s);
    EXPECT_EQ(ann.nick(), "max");
    EXPECT_EQ(bob.nick(), "bob");
    ASSERT_FALSE(bob.errors().empty());
    EXPECT_EQ(bob.errors().back().kind, client::ErrorKind::nick_in_use);
}

TEST_F(Story, a_message_that_crosses_a_kick_is_refused_and_the_room_goes_on) {
    Person& ann = friend_called("ann");  // first, so the operator
    Person& bob = friend_called("bob");
    ann.set_mode("#a", "+n");
    run_for(1s);
    ann.kick("#a", "bob", "enough");
    bob.say("#a", "but");
    run_for(1s);
    EXPECT_FALSE(bob.is_inside("#a"));
    EXPECT_SEES(ann, "but", never);
    bob.join("#a");
    run_for(1s);
    bob.say("#a", "hello again");
    run_for(1s);
    EXPECT_SEES(ann, "hello again", once);
}

TEST_F(Story, the_sender_reads_its_own_words_once_and_knows_that_they_arrived) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.say("#a", "echo?");
    EXPECT_SEES(ann, "echo?", never) << "only sent so far";
    run_for(1s);
    EXPECT_SEES(ann, "echo?", once);
    EXPECT_SEES(bob, "echo?", once);
    const auto newest = ann.brain().find_conversation("#a")->timeline.newest();
    EXPECT_EQ(newest->state, client::MessageState::sent);
    EXPECT_FALSE(newest->msgid.empty()) << "the labelled echo has told the id";
}

TEST_F(Story, everybody_sees_the_topic_and_who_comes_later_too) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.set_topic("#a", "breakfast at 8");
    run_for(1s);
    Person& cat = friend_called("cat");
    for (const Person* person : {&ann, &bob, &cat}) {
        EXPECT_EQ(person->brain().find_conversation("#a")->topic.text, "breakfast at 8");
    }
}

TEST_F(Story, private_words_reach_one_and_nobody_else) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    Person& eve = friend_called("eve");
    ann.say("bob", "psst");
    run_for(1s);
    EXPECT_SEES(bob, "psst", once);
    EXPECT_SEES(ann, "psst", once);
    EXPECT_SEES(eve, "psst", never);
    ann.say("nobody", "psst");
    run_for(1s);
    ASSERT_FALSE(ann.errors().empty());
    EXPECT_EQ(ann.errors().back().kind, client::ErrorKind::nobody_there);
}

TEST_F(Story, a_ban_keeps_out_and_silences) {
    Person& ann = friend_called("ann");
    Person& eve = friend_called("eve");
    ann.set_mode("#a", "+b eve!*@*");
    run_for(1s);
    eve.say("#a", "spam");
    run_for(1s);
    EXPECT_SEES(ann, "spam", never);
    ann.kick("#a", "eve", "bye");
    run_for(1s);
    eve.join("#a");
    run_for(1s);
    EXPECT_FALSE(eve.is_inside("#a"));
    ASSERT_FALSE(eve.errors().empty());
    EXPECT_EQ(eve.errors().back().kind, client::ErrorKind::room_bans_us);
    ann.set_mode("#a", "-b eve!*@*");
    run_for(1s);
    eve.join("#a");
    run_for(1s);
    EXPECT_TRUE(eve.is_inside("#a"));
}

TEST_F(Story, a_key_and_an_invitation_open_what_is_closed) {
    Person& ann = friend_called("ann");
    Person& bob = world().add_person("bob", {});
    bob.go_online();
    run_for(1s);
    ann.set_mode("#a", "+k sesame");
    run_for(1s);
    bob.join("#a");
    run_for(1s);
    EXPECT_FALSE(bob.is_inside("#a"));
    bob.join("#a", "sesame");
    run_for(1s);
    EXPECT_TRUE(bob.is_inside("#a"));
    bob.part("#a");
    ann.set_mode("#a", "-k sesame");
    ann.set_mode("#a", "+i");
    run_for(1s);
    bob.join("#a");
    run_for(1s);
    EXPECT_FALSE(bob.is_inside("#a"));
    ann.invite("bob", "#a");
    run_for(1s);
    bob.join("#a");
    run_for(1s);
    EXPECT_TRUE(bob.is_inside("#a"));
}

TEST_F(Story, in_a_moderated_room_a_voice_is_needed) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.set_mode("#a", "+m");
    run_for(1s);
    bob.say("#a", "may I?");
    run_for(1s);
    EXPECT_SEES(ann, "may I?", never);
    ann.set_mode("#a", "+v bob");
    run_for(1s);
    bob.say("#a", "thanks");
    run_for(1s);
    EXPECT_SEES(ann, "thanks", once);
}

TEST_F(Story, friends_see_who_goes_away_and_who_is_back) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    const auto presence_of_bob = [&] {
        const client::Conversation* room = ann.brain().find_conversation("#a");
        return ann.brain().find_member(room->id, "bob")->presence;
    };
    bob.set_away("lunch");
    run_for(1s);
    EXPECT_EQ(presence_of_bob(), client::Presence::away);
    bob.set_away("");
    run_for(1s);
    EXPECT_EQ(presence_of_bob(), client::Presence::here);
}

TEST_F(Story, the_last_one_out_closes_the_room) {
    Person& ann = friend_called("ann");
    EXPECT_EQ(world().server().engine().counts().rooms, 1U);
    ann.part("#a", "bye");
    run_for(1s);
    EXPECT_EQ(world().server().engine().counts().rooms, 0U);
}

TEST_F(Story, who_leaves_hears_nothing_more_and_who_comes_hears_nothing_old) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    ann.say("#a", "one");
    run_for(1s);
    bob.part("#a");
    run_for(1s);
    ann.say("#a", "two");
    run_for(1s);
    bob.join("#a");
    run_for(1s);
    ann.say("#a", "three");
    run_for(1s);
    EXPECT_EQ(bob.transcript("#a"), "ann: one\nann: three\n");
}

}  // namespace
}  // namespace brusio::sim
