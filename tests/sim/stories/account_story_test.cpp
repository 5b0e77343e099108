#include <string>

#include "tests/sim/stories/story.h"

// Stories about accounts: the real client makes one and comes back to it.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;
using client::AccountEntry;

TEST_F(Story, an_account_is_made_at_connecting_and_is_there_again_after_every_break) {
    Person& ann = world().add_neighbour("ann", "secret-word", AccountEntry::make_first);
    ann.go_online();
    run_for(2s);
    ASSERT_TRUE(ann.is_inside("#a"));
    EXPECT_EQ(ann.brain().account(), "ann");
    Person& bob = friend_called("bob");
    for (int round = 0; round < 3; ++round) {
        ann.reset_line();
        run_for(5s);
        ASSERT_TRUE(ann.is_inside("#a")) << round;
        EXPECT_EQ(ann.brain().account(), "ann");
        EXPECT_EQ(ann.nick(), "ann");
        const std::string words = "round " + std::to_string(round);
        ann.say("#a", words);
        run_for(1s);
        EXPECT_SEES(bob, words, once);
    }
}

TEST_F(Story, whenever_the_line_breaks_each_message_is_said_once) {
    Person& ann = world().add_neighbour("ann", "secret-word", AccountEntry::make_first);
    ann.go_online();
    run_for(2s);
    Person& bob = friend_called("bob");
    // The line breaks ever later after a message: before it arrives, before its echo does, and
    // after that.
    constexpr int rounds = 40;
    const auto word = [](const char* who, int round) { return who + std::to_string(round) + "."; };
    for (int round = 0; round < rounds; ++round) {
        ann.say("#a", word("a", round));
        ann.say("#a", word("again", round));
        run_for(std::chrono::milliseconds{3 * round});
        ann.reset_line();
        bob.say("#a", word("b", round));
        run_for(50s);
        ASSERT_TRUE(ann.is_inside("#a")) << round;
    }
    for (int round = 0; round < rounds; ++round) {
        EXPECT_SEES(bob, word("a", round), once);
        EXPECT_SEES(bob, word("again", round), once);
        EXPECT_SEES(ann, word("a", round), once);
        EXPECT_SEES(ann, word("b", round), once) << ann.transcript("#a");
    }
    EXPECT_EQ(ann.brain().unsent_messages(), 0U);
}

TEST_F(Story, who_was_away_for_more_than_a_page_reads_all_but_what_was_taken_back) {
    Person& maker = world().add_neighbour("ann", "secret-word", AccountEntry::make_first);
    maker.go_online();
    run_for(2s);
    maker.quit("it is made");
    run_for(1s);
    Person& ann = world().add_neighbour("ann", "secret-word", AccountEntry::log_in);
    Person& bob = world().add_neighbour("bob", "secret-word", AccountEntry::make_first);
    ann.go_online();
    bob.go_online();
    run_for(2s);
    bob.say("#a", "before");
    run_for(1s);
    ann.quit("later");
    constexpr int said = 150;
    constexpr int taken_back = 20;  // the first of them, all on the first page
    const auto word = [](int number) { return "word " + std::to_string(number); };
    for (int number = 0; number < said; ++number) {
        bob.say("#a", word(number));
        run_for(200ms);
    }
    const auto rows = bob.brain().find_conversation("#a")->timeline.messages();
    for (const client::MessagePtr& row : rows) {
        for (int number = 0; number < taken_back; ++number) {
            if (row->text == word(number)) bob.raw("REDACT #a " + row->msgid);
        }
        run_for(50ms);
    }
    ann.go_online();
    run_for(10s);
    ASSERT_TRUE(ann.is_inside("#a"));
    EXPECT_SEES(ann, "before", once);
    for (int number = 0; number < said; ++number) {
        EXPECT_SEES(ann, word(number), number < taken_back ? never : once);
    }
}

TEST_F(Story, a_stranger_with_a_wrong_password_stays_outside_and_does_not_knock_again) {
    world().add_neighbour("ann", "secret-word", AccountEntry::make_first).go_online();
    run_for(2s);
    Person& eve = world().add_neighbour("ann", "guessed-word", AccountEntry::log_in);
    eve.go_online();
    run_for(120s);
    EXPECT_EQ(eve.brain().phase(), client::Phase::idle);
    EXPECT_EQ(eve.brain().last_error()->kind, client::ErrorKind::login_refused);
    EXPECT_EQ(eve.brain().last_error()->text, "Name or password is wrong");
}

TEST_F(Story, a_guest_does_not_get_the_name_of_an_account) {
    world().add_neighbour("ann", "secret-word", AccountEntry::make_first).go_online();
    run_for(2s);
    Person& other = world().add_neighbour("ann", "another-word", AccountEntry::make_first);
    other.go_online();
    run_for(2s);
    EXPECT_EQ(other.brain().phase(), client::Phase::idle);
    EXPECT_EQ(other.brain().last_error()->kind, client::ErrorKind::account_exists);
}

}  // namespace
}  // namespace brusio::sim
