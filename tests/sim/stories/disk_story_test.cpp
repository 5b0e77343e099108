#include <string>

#include "tests/sim/stories/story.h"

// Stories about the disk of a server that runs.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

TEST_F(Story, a_stalled_disk_delays_everything_and_loses_nothing) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().store().stall_until(world().events().mono() + 5s);
    for (const char* text : {"one", "two", "three"}) ann.say("#a", text);
    run_for(4900ms);
    EXPECT_SEES(bob, "one", never);
    EXPECT_SEES(ann, "one", never) << "its echo is the promise";
    run_for(200ms);
    for (const char* text : {"one", "two", "three"}) {
        EXPECT_SEES(bob, text, once);
        EXPECT_SEES(ann, text, once);
    }
    EXPECT_EQ(bob.transcript("#a"), "ann: one\nann: two\nann: three\n");
    EXPECT_EQ(ann.lines_lost() + bob.lines_lost(), 0U);
}

TEST_F(Story, a_full_disk_refuses_aloud_and_takes_messages_again) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().fill_disk();
    run_for(1s);
    ann.say("#a", "anybody?");
    ann.set_topic("#a", "fullness");
    run_for(1s);
    EXPECT_SEES(bob, "anybody?", never);
    EXPECT_SEES(ann, "anybody?", never);
    ASSERT_EQ(ann.errors().size(), 2U);
    EXPECT_EQ(ann.errors().front().code, "STORE_UNAVAILABLE");
    ann.say("bob", "psst");
    run_for(1s);
    EXPECT_SEES(bob, "psst", once) << "what is not kept needs no room";
    const auto kept_before = world().server().store().messages_kept();
    world().server().empty_disk();
    run_for(1s);
    ann.say("#a", "again");
    run_for(1s);
    EXPECT_SEES(bob, "again", once);
    EXPECT_EQ(world().server().store().messages_kept(), kept_before + 1);
}

TEST_F(Story, what_is_under_way_when_the_disk_fills_up_is_kept) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().store().stall_until(world().events().mono() + 1s);
    ann.say("#a", "just in time");
    run_for(100ms);
    world().server().fill_disk();
    run_for(2s);
    EXPECT_SEES(bob, "just in time", once);
}

TEST_F(Story, a_failed_sync_stops_the_server_and_acknowledges_nothing) {
    Person& ann = friend_called("ann");
    Person& bob = friend_called("bob");
    world().server().store().fail_sync();
    ann.say("#a", "lost or not");
    run_for(500us);
    EXPECT_TRUE(world().server().is_up());
    run_for(1ms);
    EXPECT_FALSE(world().server().is_up()) << "nobody knows what is on the disk";
    run_for(1min);
    EXPECT_TRUE(world().server().is_up()) << "whoever watches over it has started it again";
    EXPECT_EQ(world().server().starts(), 2U);
    EXPECT_TRUE(ann.is_inside("#a"));
    EXPECT_TRUE(bob.is_inside("#a"));
    EXPECT_SEES(ann, "lost or not", never);
    EXPECT_SEES(bob, "lost or not", never);
}

TEST_F(Story, what_is_said_during_a_sync_shares_the_next_one) {
    WorldConfig config;
    config.weather = *weather_named("calm");
    config.weather.server.sync = {Delay::Shape::fixed, 200ms, Duration{0}};
    begin(config);
    Person& ann = friend_called("ann");
    run_for(1s);
    for (const char* text : {"one", "two", "three", "four"}) {
        ann.say("#a", text);
        run_for(5ms);
    }
    run_for(190ms);
    EXPECT_SEES(ann, "one", once);
    EXPECT_SEES(ann, "two", never);
    run_for(200ms);
    EXPECT_SEES(ann, "two", once);
    EXPECT_SEES(ann, "four", once);
}

}  // namespace
}  // namespace brusio::sim
