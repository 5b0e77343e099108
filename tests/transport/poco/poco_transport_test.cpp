#include "transport/poco/poco_transport.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include "tests/transport/poco/event_driver.h"
#include "tests/transport/poco/tcp_peer.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using test::EventDriver;
using test::EventRecorder;
using test::TcpPeer;

class PocoTransportTest : public testing::TestWithParam<std::size_t> {
 protected:
    PocoTransport& start(PocoTransport::Options options = {}) {
        options.loops = GetParam();
        transport_ = test::make_transport(std::move(options));
        port_ = transport_->listen({}).value();
        return *transport_;
    }

    template <class Predicate>
    [[nodiscard]] bool until(Predicate done) {
        const auto give_up = std::chrono::steady_clock::now() + 30s;
        while (!done()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            transport_->run_once(driver_, 20ms);
        }
        return true;
    }

    std::unique_ptr<PocoTransport> transport_;
    std::uint16_t port_ = 0;
    EventRecorder events_;
    EventDriver driver_{events_};
};

INSTANTIATE_TEST_SUITE_P(Loops, PocoTransportTest, testing::Values(1, 3));

TEST_P(PocoTransportTest, thousands_of_links_hear_one_room_and_leave) {
    constexpr std::size_t count = 2'000;
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    if (limit.rlim_cur < 2 * count + 200) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 2 * count + 200);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (limit.rlim_cur < 2 * count + 200) GTEST_SKIP() << "too few descriptors are allowed here";

    PocoTransport& transport = start();
    std::vector<TcpPeer> peers;
    for (std::size_t i = 0; i < count; ++i) {
        peers.emplace_back(port_);
        ASSERT_TRUE(peers.back().connected());
    }
    ASSERT_TRUE(until([&] { return events_.order.size() == count; }));
    EXPECT_EQ(transport.links_open(), count);

    std::vector<Output> outputs;
    const auto room = std::make_shared<const std::vector<LinkId>>(events_.order);
    std::string expected;
    for (int i = 0; i < 50; ++i) {
        const std::string line = "line " + std::to_string(i) + "\n";
        outputs.push_back(Deliver{Frame::copy_of(line), {}, room, {}});
        expected += line;
    }
    transport.release(outputs);
    std::size_t complete = 0;
    std::vector<std::string> read(count);
    ASSERT_TRUE(until([&] {
        for (std::size_t i = 0; i < count; ++i) {
            if (read[i].size() == expected.size()) continue;
            read[i] += peers[i].read(64 * 1024);
            if (read[i].size() == expected.size()) ++complete;
        }
        return complete == count;
    }));
    for (const std::string& text : read) ASSERT_EQ(text, expected);

    peers.clear();
    // Another loop closes a link before the first loop, whose turn tells the driver, hears of it.
    ASSERT_TRUE(until([&] {
        return std::ranges::all_of(
            events_.links, [](const auto& entry) { return entry.second.closed.has_value(); });
    }));
    EXPECT_EQ(transport.links_open(), 0U);
    for (const auto& [link, seen] : events_.links) {
        ASSERT_EQ(seen.closed, CloseReason::peer_closed);
    }
}

TEST_P(PocoTransportTest, a_peer_that_ignores_its_close_is_given_up_at_the_deadline) {
    PocoTransport::Options options;
    options.close_deadline = 50ms;
    PocoTransport& transport = start(options);
    TcpPeer peer{port_};
    ASSERT_TRUE(until([&] { return !events_.order.empty(); }));
    const std::vector<Output> outputs{Close{events_.order[0], CloseReason::quit}};
    transport.release(outputs);
    EXPECT_TRUE(until([&] { return transport.links_open() == 0; }));
    EXPECT_FALSE(events_.links[events_.order[0]].closed);
}

TEST_P(PocoTransportTest, what_waits_for_a_peer_is_known_of_the_links_of_the_first_loop) {
    PocoTransport::Options options;
    options.send_queue_bytes_max = 64 * 1024 * 1024;
    PocoTransport& transport = start(options);
    TcpPeer peer{port_};
    ASSERT_TRUE(until([&] { return !events_.order.empty(); }));
    const LinkId link = events_.order[0];
    if (!transport.queued_bytes(link)) {
        EXPECT_GT(GetParam(), 1U);  // another loop has it
        return;
    }
    EXPECT_EQ(transport.queued_bytes(link), 0U);
    constexpr std::size_t bytes = 16 * 1024 * 1024;  // more than the kernel takes
    const std::vector<Output> outputs{
        Deliver{Frame::copy_of(std::string(bytes, 'x')), link, nullptr, {}}};
    transport.release(outputs);
    transport.run_once(driver_, 0ms);
    EXPECT_GT(transport.queued_bytes(link), 0U);
    EXPECT_LT(transport.queued_bytes(link), bytes);
    std::size_t read = 0;
    ASSERT_TRUE(until([&] { return (read += peer.read(1024 * 1024).size()) == bytes; }));
    EXPECT_EQ(transport.queued_bytes(link), 0U);
    peer.reset();
    ASSERT_TRUE(until([&] { return events_.links[link].closed.has_value(); }));
    EXPECT_FALSE(transport.queued_bytes(link).has_value());
}

TEST_P(PocoTransportTest, a_peer_that_goes_while_it_is_not_read_costs_no_turns) {
    PocoTransport& transport = start();
    TcpPeer peer{port_};
    ASSERT_TRUE(until([&] { return !events_.order.empty(); }));
    const LinkId link = events_.order[0];
    const std::vector<Output> outputs{SetReading{link, false}};
    transport.release(outputs);
    transport.run_once(driver_, 0ms);
    peer.write("unread");
    peer.half_close();
    const std::size_t turns_before = driver_.turns;
    const auto end = std::chrono::steady_clock::now() + 200ms;
    while (std::chrono::steady_clock::now() < end) transport.run_once(driver_, 20ms);
    EXPECT_LT(driver_.turns - turns_before, 40U) << "epoll tells of it again and again";
    peer.reset();
    EXPECT_TRUE(until([&] { return events_.links[link].closed.has_value(); }));
    EXPECT_EQ(events_.links[link].closed, CloseReason::reset);
}

TEST_P(PocoTransportTest, an_idle_server_sleeps) {
    PocoTransport& transport = start();
    std::vector<TcpPeer> peers;
    for (int i = 0; i < 50; ++i) peers.emplace_back(port_);
    ASSERT_TRUE(until([&] { return events_.order.size() == 50; }));
    const std::clock_t before = std::clock();
    const auto end = std::chrono::steady_clock::now() + 500ms;
    const std::size_t turns_before = driver_.turns;
    while (std::chrono::steady_clock::now() < end) transport.run_once(driver_, 500ms);
    EXPECT_LT(driver_.turns - turns_before, 5U);
    EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC / 10);
}

TEST_P(PocoTransportTest, stop_listening_refuses_new_peers_and_keeps_the_old) {
    PocoTransport& transport = start();
    TcpPeer old{port_};
    ASSERT_TRUE(until([&] { return !events_.order.empty(); }));
    transport.stop_listening();
    const TcpPeer late{port_};
    EXPECT_FALSE(late.connected());
    const std::vector<Output> outputs{Deliver{Frame::copy_of("hi"), events_.order[0], {}, {}}};
    transport.release(outputs);
    std::string read;
    EXPECT_TRUE(until([&] {
        read += old.read(99);
        return read == "hi";
    }));
}

TEST_P(PocoTransportTest, out_of_descriptors_turns_peers_away_and_recovers) {
    std::atomic<int> refused{0};
    PocoTransport::Options options;
    options.on_refused = [&](const RefusedPeer& peer) {
        if (peer.why == RefusedPeer::Why::out_of_descriptors) ++refused;
    };
    PocoTransport& transport = start(options);
    std::vector<TcpPeer> peers;
    for (int i = 0; i < 20; ++i) peers.emplace_back(port_);
    ASSERT_TRUE(until([&] { return events_.order.size() == 20; }));

    rlimit old_limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &old_limit), 0);
    TcpPeer turned_away{port_};  // the socket of the peer is made before the limit bites
    ASSERT_TRUE(until([&] { return events_.order.size() == 21; }));
    std::vector<int> hoard;  // all descriptors but the one a last peer needs
    rlimit low = old_limit;
    low.rlim_cur = 256;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);
    for (int fd = ::dup(0); fd >= 0; fd = ::dup(0)) hoard.push_back(fd);
    ASSERT_FALSE(hoard.empty());
    ::close(hoard.back());
    hoard.pop_back();
    TcpPeer unlucky{port_};
    EXPECT_TRUE(unlucky.connected());
    EXPECT_TRUE(until([&] {
        unlucky.read(99);
        return unlucky.stream() != TcpPeer::Stream::open;
    }));
    for (const int fd : hoard) ::close(fd);
    ::setrlimit(RLIMIT_NOFILE, &old_limit);
    EXPECT_GE(refused.load(), 1);

    const std::size_t before = events_.order.size();
    TcpPeer lucky{port_};
    EXPECT_TRUE(until([&] { return events_.order.size() == before + 1; }));
    EXPECT_EQ(transport.links_open(), before + 1);
}

TEST_P(PocoTransportTest, tasks_from_other_threads_run_on_the_drivers_before_its_turn) {
    PocoTransport& transport = start();
    const auto driver_thread = std::this_thread::get_id();
    std::atomic<int> ran{0};
    int seen_in_turn = 0;
    driver_.on_turn = [&](Now) { seen_in_turn = ran; };
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 250; ++i) {
                transport.post([&] {
                    EXPECT_EQ(std::this_thread::get_id(), driver_thread);
                    ++ran;
                });
            }
        });
    }
    EXPECT_TRUE(until([&] { return seen_in_turn == 1'000; }));
    for (std::thread& thread : threads) thread.join();
}

TEST_P(PocoTransportTest, run_ends_when_another_thread_says_so) {
    PocoTransport& transport = start();
    std::thread other{[&] { transport.stop(); }};
    transport.run(driver_);  // the test ends, or it does not
    other.join();
}

TEST_P(PocoTransportTest, a_turn_comes_at_the_deadline_of_the_driver) {
    PocoTransport& transport = start();
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    const Duration start_at =
        std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    driver_.deadline = MonoTime{start_at + 30ms};
    MonoTime turned{};
    driver_.on_turn = [&](Now now) { turned = now.mono; };
    transport.run_once(driver_, 60s);
    EXPECT_GE(turned, driver_.deadline);
}

TEST_P(PocoTransportTest, a_watched_descriptor_calls_its_handler) {
    PocoTransport& transport = start();
    const int descriptor = ::eventfd(0, EFD_NONBLOCK);
    int calls = 0;
    transport.watch(descriptor, [&] {
        std::uint64_t count = 0;
        ASSERT_EQ(::read(descriptor, &count, sizeof count), 8);
        ++calls;
    });
    const std::uint64_t one = 1;
    ASSERT_EQ(::write(descriptor, &one, sizeof one), 8);
    EXPECT_TRUE(until([&] { return calls == 1; }));
    transport_.reset();
    ::close(descriptor);
}

}  // namespace
}  // namespace brusio
