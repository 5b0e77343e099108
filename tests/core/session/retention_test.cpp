#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

session::ServerConfig keeping(std::uint32_t messages_max, Duration age_max) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.messages_per_conversation_max = messages_max;
    config.limits.message_age_max = age_max;
    config.history_for_new_members = true;
    return config;
}

std::vector<TrimLog> trims(EngineBench& bench) {
    std::vector<TrimLog> found;
    for (const Write& write : bench.take_writes()) {
        if (const auto* trim = std::get_if<TrimLog>(&write)) found.push_back(*trim);
    }
    return found;
}

std::size_t readable(BenchClient& client) {
    const auto lines = client.ask("CHATHISTORY LATEST #a * 100");
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const auto& line) {
        return line.find(" PRIVMSG ") != line.npos;
    }));
}

void say(BenchClient& client, int count) {
    for (int i = 0; i < count; ++i) client.send("PRIVMSG #a :" + std::to_string(i));
}

TEST(Retention, keeps_everything_by_default) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    say(ann, 300);
    bench.advance(10min);
    EXPECT_THAT(trims(bench), IsEmpty());
}

TEST(Retention, a_log_that_grows_does_not_stay_far_above_its_maximum) {
    EngineBench bench{keeping(50, {})};
    BenchClient& ann = bench.connect("ann", "draft/chathistory");
    ann.send("JOIN #a");
    for (int round = 0; round < 5; ++round) {
        say(ann, 64);
        EXPECT_LE(readable(ann), 50U + 64U);
        EXPECT_GE(readable(ann), 50U);
    }
}

TEST(Retention, a_log_that_is_left_alone_is_trimmed_by_the_round) {
    EngineBench bench{keeping(0, 168h)};
    BenchClient& ann = bench.connect("ann", "draft/chathistory");
    ann.send("JOIN #a");
    say(ann, 5);
    bench.advance(100h);
    say(ann, 3);
    EXPECT_EQ(readable(ann), 8U);
    bench.advance(70h);
    EXPECT_EQ(readable(ann), 3U);
    bench.advance(300h);
    EXPECT_EQ(readable(ann), 1U);  // the last one says where the log goes on
}

TEST(Retention, the_round_comes_to_every_log_and_asks_for_little_at_a_time) {
    EngineBench bench{keeping(1, {})};
    BenchClient& ann = bench.connect("ann");
    for (int room = 0; room < 90; ++room) {
        ann.send("JOIN #r" + std::to_string(room));
        for (int i = 0; i < 3; ++i) ann.send("PRIVMSG #r" + std::to_string(room) + " :x");
    }
    (void)trims(bench);
    bench.advance(61s);
    std::set<ConversationId> seen;
    std::uint64_t entries_max = 0;
    for (const TrimLog& trim : trims(bench)) {
        seen.insert(trim.conversation);
        entries_max += trim.count_max;
        EXPECT_EQ(trim.seq_first, 4U) << "the join is the first";
    }
    EXPECT_EQ(seen.size(), 90U);
    EXPECT_LE(entries_max, 20'000U);
}

TEST(Retention, begins_and_ends_with_a_reload) {
    EngineBench bench;
    BenchClient& ann = bench.connect("ann");
    ann.send("JOIN #a");
    say(ann, 10);
    bench.engine().handle_reload(keeping(2, {}), bench.now());
    bench.settle();
    bench.advance(2min);
    EXPECT_FALSE(trims(bench).empty());
    bench.engine().handle_reload(keeping(0, {}), bench.now());
    bench.settle();
    bench.advance(10min);
    EXPECT_THAT(trims(bench), IsEmpty());
}

}  // namespace
}  // namespace brusio
