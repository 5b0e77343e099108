#include <string>

#include "tests/sim/stories/story.h"

// Stories about what the window keeps: the real client over a store that outlives its program.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;
using client::AccountEntry;

struct KeptStory : Story {
    Person& neighbour(const std::string& nick) {
        Person& person = world().add_neighbour(nick, "secret-word", AccountEntry::make_first);
        person.go_online();
        run_for(2s);
        EXPECT_TRUE(person.is_inside("#a"));
        return person;
    }
    /// How often a line stands in a transcript.
    static std::size_t count(const std::string& transcript, const std::string& line) {
        std::size_t times = 0;
        for (std::size_t at = transcript.find(line); at != std::string::npos;
             at = transcript.find(line, at + 1)) {
            ++times;
        }
        return times;
    }
};

TEST_F(KeptStory, a_program_that_was_killed_shows_what_was_there_and_then_what_was_missed) {
    Person& ann = neighbour("ann");
    Person& bob = neighbour("bob");
    bob.say("#a", "before");
    run_for(1s);
    ann.kill();
    bob.say("#a", "meanwhile");
    run_for(1s);
    ann.start_again();
    EXPECT_EQ(ann.transcript("#a"), "bob: before\n") << "the network comes later";
    run_for(5s);
    EXPECT_EQ(ann.transcript("#a"), "bob: before\nbob: meanwhile\n");
    EXPECT_EQ(ann.kept_transcript("#a"), ann.transcript("#a"));
    EXPECT_EQ(ann.brain().find_conversation("#a")->unread, 2U);
}

TEST_F(KeptStory, killed_at_any_moment_nobody_misses_a_message_or_has_it_twice) {
    Person& ann = neighbour("ann");
    Person& bob = neighbour("bob");
    constexpr int rounds = 30;
    const auto word = [](const char* who, int round) { return who + std::to_string(round) + "."; };
    for (int round = 0; round < rounds; ++round) {
        ann.say("#a", word("a", round));
        bob.say("#a", word("b", round));
        run_for(std::chrono::milliseconds{4 * round});
        ann.kill();
        bob.say("#a", word("c", round));
        run_for(30s);
        ann.start_again();
        run_for(30s);
        ASSERT_TRUE(ann.is_inside("#a")) << round;
        ann.brain().check_invariants();
    }
    const std::string kept = ann.kept_transcript("#a");
    for (int round = 0; round < rounds; ++round) {
        EXPECT_SEES(bob, word("a", round), once);
        EXPECT_EQ(count(kept, "ann: " + word("a", round)), 1U) << kept;
        EXPECT_EQ(count(kept, "bob: " + word("b", round)), 1U) << kept;
        EXPECT_EQ(count(kept, "bob: " + word("c", round)), 1U) << kept;
    }
    EXPECT_EQ(ann.brain().unsent_messages(), 0U);
}

TEST_F(KeptStory, a_full_disk_stops_nobody_and_the_server_fills_in_what_it_did_not_take) {
    Person& ann = neighbour("ann");
    Person& bob = neighbour("bob");
    bob.say("#a", "one");
    run_for(1s);
    ann.fill_disk(true);
    bob.say("#a", "two");
    run_for(1s);
    EXPECT_EQ(ann.transcript("#a"), "bob: one\nbob: two\n");
    EXPECT_EQ(ann.kept_transcript("#a"), "bob: one\n");
    ann.kill();
    ann.fill_disk(false);
    ann.start_again();
    run_for(5s);
    EXPECT_EQ(ann.kept_transcript("#a"), "bob: one\nbob: two\n");
}

}  // namespace
}  // namespace brusio::sim
