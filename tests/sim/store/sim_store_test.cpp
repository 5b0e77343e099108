#include "sim/store/sim_store.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

constexpr ConversationId room{1};

ServerWeather slow_disk() {
    ServerWeather weather;
    weather.sync = {Delay::Shape::fixed, 10ms, Duration{0}};
    return weather;
}

class SimStoreTest : public testing::Test {
 protected:
    explicit SimStoreTest(const ServerWeather& weather = slow_disk(), std::uint64_t seed = 1)
        : store_({events_, trace_, reach_, KeyedRandom{seed}}, weather) {}

    void submit(std::uint64_t batch) {
        AppendMessage append;
        append.conversation = room;
        append.message.seq = ++seq_;
        append.message.id = "id" + std::to_string(seq_);
        append.message.text = "text";
        const std::vector<Write> writes{append};
        store_.submit(BatchId{batch}, writes);
    }
    void run_for(Duration span) {
        const MonoTime until = events_.mono() + span;
        while (!events_.empty() && events_.next_at() <= until) store_.handle(events_.pop());
        events_.advance_to(until);
    }
    std::vector<Commit> ended() {
        std::vector<Commit> ended;
        store_.collect(ended);
        return ended;
    }
    std::size_t durable() {
        std::size_t count = 0;
        for (const Commit& commit : ended()) {
            EXPECT_EQ(commit.result, CommitResult::durable);
            ++count;
        }
        return count;
    }
    [[nodiscard]] std::size_t on_disk() { return store_.log_of(room).size(); }

    EventQueue events_{MonoTime{}};
    Trace trace_;
    Reach reach_;
    SimStore store_;
    std::uint64_t seq_ = 0;
};

TEST_F(SimStoreTest, a_batch_is_durable_when_its_sync_has_ended) {
    submit(1);
    EXPECT_EQ(durable(), 0U);
    run_for(9ms);
    EXPECT_EQ(durable(), 0U);
    run_for(1ms);
    EXPECT_EQ(durable(), 1U);
    EXPECT_EQ(on_disk(), 1U);
}

TEST_F(SimStoreTest, what_comes_in_during_a_sync_shares_the_next_one) {
    submit(1);
    run_for(1ms);
    submit(2);
    submit(3);
    run_for(9ms);
    EXPECT_EQ(durable(), 1U);
    run_for(10ms);
    EXPECT_EQ(durable(), 2U);
    EXPECT_EQ(store_.batches_waiting(), 0U);
    EXPECT_FALSE(store_.sync_ends());
}

TEST_F(SimStoreTest, a_question_waits_for_what_was_submitted_before_it) {
    submit(1);
    store_.ask({QueryId{7}, HistoryQuery{room, LogEdge::begin, LogEdge::end, 10, {}, {}}});
    std::vector<QueryAnswer> answers;
    run_for(9ms);
    store_.collect_answers(answers);
    EXPECT_TRUE(answers.empty());
    run_for(1ms);
    store_.collect_answers(answers);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().entries.size(), 1U);
}

TEST_F(SimStoreTest, a_stalled_sync_ends_when_the_stall_does) {
    submit(1);
    store_.stall_until(events_.mono() + 2s);
    run_for(1999ms);
    EXPECT_EQ(durable(), 0U);
    run_for(1ms);
    EXPECT_EQ(durable(), 1U);
}

TEST_F(SimStoreTest, a_failed_sync_fails_everything_after_it_too) {
    submit(1);
    submit(2);
    store_.fail_sync();
    run_for(10ms);
    submit(3);
    const std::vector<Commit> commits = ended();
    ASSERT_EQ(commits.size(), 3U);
    for (const Commit& commit : commits) EXPECT_EQ(commit.result, CommitResult::failed);
    EXPECT_EQ(store_.health(), StoreHealth::failed);
    store_.crash();
    EXPECT_EQ(store_.health(), StoreHealth::accepting);
    EXPECT_EQ(reach_.count(Probe::sync_failed), 1U);
}

TEST_F(SimStoreTest, a_full_disk_keeps_what_it_is_given_and_stays_full_over_a_crash) {
    store_.fill_up();
    EXPECT_EQ(store_.health(), StoreHealth::full);
    submit(1);
    run_for(10ms);
    EXPECT_EQ(durable(), 1U);
    store_.crash();
    EXPECT_EQ(store_.health(), StoreHealth::full);
    store_.make_room();
    EXPECT_EQ(store_.health(), StoreHealth::accepting);
}

TEST_F(SimStoreTest, a_crash_forgets_the_sync_and_the_questions_under_way) {
    submit(1);
    store_.ask({QueryId{7}, AuditQuery{1}});
    store_.crash();
    run_for(1s);
    EXPECT_TRUE(ended().empty());
    std::vector<QueryAnswer> answers;
    store_.collect_answers(answers);
    EXPECT_TRUE(answers.empty());
}

// Of each of many machines: what was durable when it was killed is there, in order and once; of
// what was not, some first part is. All parts turn up.
TEST(SimStoreCrash, leaves_what_is_durable_and_any_first_part_of_the_rest) {
    struct Machine : SimStoreTest {
        explicit Machine(std::uint64_t seed) : SimStoreTest(slow_disk(), seed) {}
        void TestBody() override {}
        std::size_t entries_after_a_crash() {
            submit(1);
            submit(2);
            run_for(15ms);  // batch 1 is durable, 2 is under way
            submit(3);
            EXPECT_EQ(durable(), 1U);
            store_.crash();
            std::uint64_t seq = 0;
            for (const MessageRecord& entry : store_.log_of(room)) EXPECT_EQ(entry.seq, ++seq);
            EXPECT_EQ(store_.batches_waiting(), 0U);
            return on_disk();
        }
    };
    std::set<std::size_t> seen;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        seen.insert(Machine{seed}.entries_after_a_crash());
    }
    EXPECT_EQ(seen, (std::set<std::size_t>{1, 2, 3}));
}

TEST(SimStoreInstant, without_weather_everything_is_durable_at_once) {
    struct Machine : SimStoreTest {
        Machine() : SimStoreTest(ServerWeather{}) {}
        void TestBody() override {}
        void check() {
            submit(1);
            EXPECT_EQ(durable(), 1U);
            EXPECT_TRUE(events_.empty());
            store_.stall_until(events_.mono() + 1s);
            submit(2);
            run_for(999ms);
            submit(3);
            EXPECT_EQ(durable(), 0U);
            run_for(1ms);
            EXPECT_EQ(durable(), 2U);
            submit(4);
            EXPECT_EQ(durable(), 1U);
            EXPECT_TRUE(events_.empty());
        }
    };
    Machine{}.check();
}

}  // namespace
}  // namespace brusio::sim
