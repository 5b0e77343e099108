#include "bench/load/workloads.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "bench/compare/server_process.h"
#include "tests/bench/faulty_server.h"

namespace brusio::bench {
namespace {

constexpr std::int64_t start_deadline_ns = 20'000'000'000;

/// A floor of its own for every test, on a free port, ended with the test.
class FloorWorkloads : public testing::Test {
 protected:
    FloorWorkloads()
        : process_(LaunchPlan{{BRUSIO_FLOOR, std::to_string(port_)}, folder_.path() / "log"}) {
        process_.wait_until_accepting(bench().target, now_ns() + start_deadline_ns);
    }

    [[nodiscard]] Bench bench() const { return {{"127.0.0.1", port_}, process_.pid()}; }

    static TalkPlan short_talk(std::uint32_t links, std::uint32_t senders, std::uint32_t depth) {
        TalkPlan plan;
        plan.links = links;
        plan.senders = senders;
        plan.depth = depth;
        plan.warm_up_seconds = 0.02;
        plan.seconds = 0.1;
        return plan;
    }

    TemporaryFolder folder_;
    std::uint16_t port_ = free_port();
    ServerProcess process_;
};

TEST_F(FloorWorkloads, a_room_hears_every_message_of_every_sender_once_and_in_order) {
    const Report report = run_talk(bench(), short_talk(20, 5, 8));
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_GT(report.value("messages"), 0);
    EXPECT_EQ(*report.value("deliveries"), *report.value("messages") * 19);
    EXPECT_GT(report.value("cpu_us"), 0);
    EXPECT_GT(report.value("p50_us"), 0);
    EXPECT_LE(*report.value("p50_us"), *report.value("max_us"));
}

TEST_F(FloorWorkloads, a_fixed_rate_sends_what_was_asked_for_and_not_more) {
    TalkPlan plan = short_talk(10, 2, 1);
    plan.rate = 1'000;
    const Report report = run_talk(bench(), plan);
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_EQ(report.value("messages"), 100);
}

TEST_F(FloorWorkloads, pairs_hear_each_other_and_nobody_else) {
    TalkPlan plan = short_talk(10, 1, 4);
    plan.shape = TalkPlan::Shape::pairs;
    const Report report = run_talk(bench(), plan);
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_GT(report.value("deliveries"), 0);
    EXPECT_EQ(*report.value("deliveries"), *report.value("messages"));
}

TEST_F(FloorWorkloads, watchers_see_every_join_and_part) {
    ChurnPlan plan;
    plan.watchers = 10;
    plan.churners = 3;
    plan.warm_up_seconds = 0.02;
    plan.seconds = 0.1;
    const Report report = run_churn(bench(), plan);
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_GE(*report.value("lines"), *report.value("pairs") * 2 * 10);
}

TEST_F(FloorWorkloads, idle_links_have_a_size) {
    const Report report = run_idle(bench(), 500, 0.05);
    EXPECT_LT(report.value("kib_per_link"), 64);
    EXPECT_TRUE(report.value("cpu_percent").has_value());
}

TEST_F(FloorWorkloads, registrations_are_counted) {
    const Report report = run_registration(bench(), 100);
    EXPECT_GT(report.value("registrations_per_second"), 0);
}

TEST_F(FloorWorkloads, capabilities_that_are_not_offered_do_not_stop_a_login) {
    Bench asking = bench();
    asking.caps = {{"message-tags", "server-time"}, true};
    const Report report = run_talk(asking, short_talk(4, 1, 1));
    EXPECT_FALSE(report.faulty()) << report.text();
}

TEST_F(FloorWorkloads, two_runs_against_one_server_do_not_meet) {
    EXPECT_FALSE(run_talk(bench(), short_talk(5, 1, 1)).faulty());
    EXPECT_FALSE(run_talk(bench(), short_talk(5, 1, 1)).faulty());
}

TEST_F(FloorWorkloads, an_idle_run_without_the_servers_process_is_refused) {
    Bench blind = bench();
    blind.server_pid = 0;
    EXPECT_THROW(run_idle(blind, 1, 0), std::invalid_argument);
}

TEST_F(FloorWorkloads, a_server_without_echoes_cannot_acknowledge) {
    DurablePlan plan;
    EXPECT_THROW(run_talk(bench(), durable_talks(plan).front()), std::runtime_error);
}

TEST_F(FloorWorkloads, a_plan_that_makes_no_sense_is_refused) {
    EXPECT_THROW(run_talk(bench(), short_talk(1, 1, 1)), std::invalid_argument);
    EXPECT_THROW(run_talk(bench(), short_talk(5, 6, 1)), std::invalid_argument);
    EXPECT_THROW(run_talk(bench(), short_talk(5, 1, 0)), std::invalid_argument);
}

/// What the load says of a server that treats the messages of one sender so.
Report talk_through(FaultyServer::Treatment treatment) {
    const FaultyServer server{std::move(treatment)};
    TalkPlan plan;
    plan.links = 2;
    plan.rate = 200;
    plan.warm_up_seconds = 0;
    plan.seconds = 0.05;
    plan.patience_seconds = 0.1;
    return run_talk(Bench{{"127.0.0.1", server.port()}}, plan);
}

TEST(FaultyServers, one_that_delivers_everything_once_is_not_accused) {
    const Report report = talk_through([](const auto& lines) { return lines.back(); });
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_GT(report.value("deliveries"), 0);
}

TEST(FaultyServers, a_lost_message_is_noticed) {
    const Report report = talk_through(
        [](const auto& lines) { return lines.size() == 3 ? std::string{} : lines.back(); });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("lost"), 1);
}

TEST(FaultyServers, a_doubled_message_is_noticed) {
    const Report report = talk_through([](const auto& lines) {
        return lines.size() == 3 ? lines.back() + lines.back() : lines.back();
    });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("doubled"), 1);
    EXPECT_EQ(report.value("lost"), 0);
}

TEST(FaultyServers, messages_that_changed_places_are_noticed) {
    const Report report = talk_through([](const auto& lines) {
        if (lines.size() == 3) return std::string{};
        return lines.size() == 4 ? lines[3] + lines[2] : lines.back();
    });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("reordered"), 1);
    EXPECT_EQ(report.value("lost"), 0);
}

TEST(FaultyServers, a_harmed_text_is_a_stray_line_and_a_lost_message) {
    const Report report = talk_through([](const auto& lines) {
        std::string line = lines.back();
        if (lines.size() == 3) line[line.size() - 8] ^= 1;
        return line;
    });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("stray"), 1);
    EXPECT_EQ(report.value("lost"), 1);
}

/// What the load says of a server that treats the echoes of one sender so.
Report echo_through(FaultyServer::Treatment treatment) {
    const FaultyServer server{std::move(treatment)};
    TalkPlan plan;
    plan.shape = TalkPlan::Shape::own_rooms;
    plan.links = 1;
    plan.rate = 200;
    plan.warm_up_seconds = 0;
    plan.seconds = 0.05;
    plan.patience_seconds = 0.1;
    return run_talk(Bench{{"127.0.0.1", server.port()}}, plan);
}

TEST(FaultyEchoes, each_message_that_is_echoed_once_is_acknowledged) {
    const Report report = echo_through([](const auto& lines) { return lines.back(); });
    EXPECT_FALSE(report.faulty()) << report.text();
    EXPECT_EQ(report.value("messages"), 10);
    EXPECT_EQ(report.value("deliveries"), 10);
}

TEST(FaultyEchoes, a_message_without_an_echo_is_lost) {
    const Report report = echo_through(
        [](const auto& lines) { return lines.size() == 3 ? std::string{} : lines.back(); });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("lost"), 1);
}

TEST(FaultyEchoes, an_echo_under_another_label_acknowledges_nothing) {
    const Report report = echo_through([](const auto& lines) {
        std::string line = lines.back();
        if (lines.size() == 3) line.replace(0, line.find(' '), "@label=9000");
        return line;
    });
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.value("stray"), 1);
    EXPECT_EQ(report.value("lost"), 1);
}

TEST(DurableTalks, are_one_at_the_rate_and_one_for_each_depth) {
    DurablePlan plan;
    plan.rate = 7;
    plan.depths = {2, 3};
    const std::vector<TalkPlan> talks = durable_talks(plan);
    ASSERT_EQ(talks.size(), 3U);
    EXPECT_EQ(talks[0].rate, 7);
    EXPECT_EQ(talks[1].rate, 0);
    EXPECT_EQ(talks[1].depth, 2U);
    EXPECT_EQ(talks[2].depth, 3U);
    plan.rate = 0;
    EXPECT_EQ(durable_talks(plan).size(), 2U);
}

}  // namespace
}  // namespace brusio::bench
