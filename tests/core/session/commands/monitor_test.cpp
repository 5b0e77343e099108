#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

class Monitor : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
};

TEST_F(Monitor, tells_when_a_nick_comes_and_goes) {
    EXPECT_THAT(alice.ask("MONITOR + Bob"), ElementsAre(":irc.example 731 alice :Bob"));
    BenchClient& bob = bench.connect("bob");
    EXPECT_THAT(alice.take(), ElementsAre(":irc.example 730 * :bob!~user@192.0.2.1"));
    bob.hang_up();
    EXPECT_THAT(alice.take(), ElementsAre(":irc.example 731 * :bob"));
}

TEST_F(Monitor, does_not_watch_masks) {
    EXPECT_THAT(alice.ask("MONITOR + *!u@h,a*"), IsEmpty());
    EXPECT_THAT(alice.ask("MONITOR L"), ElementsAre(HasSubstr(" 733 ")));
}

TEST_F(Monitor, refuses_what_passes_the_limit_and_names_it) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.monitor_entries_max = 2;
    EngineBench small(std::move(config));
    BenchClient& carol = small.connect("carol");
    EXPECT_THAT(carol.ask("MONITOR + a,b,c,d"),
                ElementsAre(":irc.example 731 carol :a,b",
                            ":irc.example 734 carol 2 c,d :Your monitor list is full"));
    carol.send("MONITOR - a");
    EXPECT_THAT(carol.ask("MONITOR + c"), ElementsAre(":irc.example 731 carol :c"));
}

TEST_F(Monitor, lists_a_hundred_nicks_on_lines_that_fit) {
    std::string list;
    for (int i = 0; i < 100; ++i) {
        list = std::string(26, 'n') + std::to_string(100 + i);
        alice.send("MONITOR + " + list);
    }
    std::size_t nicks = 0;
    for (const std::string& line : alice.ask("MONITOR L")) {
        EXPECT_LE(line.size() + 2, 512U);
        if (!line.starts_with(":irc.example 732 ")) continue;
        nicks += static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1;
    }
    EXPECT_EQ(nicks, 100U);
}

TEST_F(Monitor, a_user_that_watches_its_own_new_nick_hears_of_it) {
    alice.send("MONITOR + alicia");
    EXPECT_THAT(alice.ask("NICK alicia"),
                ElementsAre(":alice!~user@192.0.2.1 NICK alicia",
                            ":irc.example 730 * :alicia!~user@192.0.2.1"));
}

TEST_F(Monitor, extended_tells_news_of_those_who_share_no_room) {
    BenchClient& watcher = bench.connect("watcher", "extended-monitor away-notify");
    BenchClient& deaf = bench.connect("deaf", "extended-monitor");
    watcher.send("MONITOR + alice");
    deaf.send("MONITOR + alice");
    bench.forget_all();
    alice.send("AWAY :out");
    EXPECT_THAT(watcher.take(), ElementsAre(":alice!~user@192.0.2.1 AWAY :out"));
    EXPECT_THAT(deaf.take(), IsEmpty());
    alice.send("JOIN #a");
    watcher.send("JOIN #a");
    bench.forget_all();
    alice.send("AWAY");
    EXPECT_THAT(watcher.take(), ElementsAre(":alice!~user@192.0.2.1 AWAY"));
}

TEST_F(Monitor, with_a_wrong_modifier_says_which_there_are) {
    EXPECT_THAT(alice.ask("MONITOR X"), ElementsAre(HasSubstr("Use one of + - C L S")));
    EXPECT_THAT(alice.ask("MONITOR +-"), ElementsAre(HasSubstr("Use one of + - C L S")));
    EXPECT_THAT(alice.ask("MONITOR -"), ElementsAre(HasSubstr(" 461 alice MONITOR ")));
}

}  // namespace
}  // namespace brusio
