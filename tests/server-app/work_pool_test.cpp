#include "server-app/work_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace brusio::server {
namespace {

TEST(WorkPool, runs_so_many_at_a_time_and_refuses_what_is_too_much) {
    std::promise<void> gate;
    const std::shared_future<void> opened = gate.get_future().share();
    std::promise<void> begun;
    std::atomic<int> done = 0;
    {
        WorkPool pool{{1, 2}};
        EXPECT_TRUE(pool.add([&](const std::stop_token&) {
            begun.set_value();
            opened.wait();
            ++done;
        }));
        begun.get_future().wait();
        std::promise<void> last;
        EXPECT_TRUE(pool.add([&](const std::stop_token&) { ++done; }));
        EXPECT_TRUE(pool.add([&](const std::stop_token&) {
            ++done;
            last.set_value();
        }));
        EXPECT_FALSE(pool.add([&](const std::stop_token&) { ++done; }));
        EXPECT_EQ(pool.size(), 3U);
        gate.set_value();
        last.get_future().wait();
    }
    EXPECT_EQ(done, 3);
}

TEST(WorkPool, asks_what_runs_to_stop_and_drops_what_waits) {
    std::promise<void> begun;
    std::atomic<bool> was_stopped = false;
    std::atomic<bool> waited_ran = false;
    {
        WorkPool pool{{1, 2}};
        EXPECT_TRUE(pool.add([&](const std::stop_token& stop) {
            begun.set_value();
            std::promise<void> asked;
            const std::stop_callback callback{stop, [&] { asked.set_value(); }};
            asked.get_future().wait();
            was_stopped = true;
        }));
        begun.get_future().wait();
        EXPECT_TRUE(pool.add([&](const std::stop_token&) { waited_ran = true; }));
    }
    EXPECT_TRUE(was_stopped);
    EXPECT_FALSE(waited_ran);
}

}  // namespace
}  // namespace brusio::server
