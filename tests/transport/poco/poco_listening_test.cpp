#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <mutex>

#include "tests/transport/poco/event_driver.h"
#include "tests/transport/poco/tcp_peer.h"
#include "transport/poco/poco_transport.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using test::EventDriver;
using test::EventRecorder;
using test::TcpPeer;

TEST(PocoTransport, an_address_with_too_many_links_reads_why_it_is_turned_away) {
    std::mutex mutex;
    std::vector<RefusedPeer> refused;
    PocoTransport::Options options;
    options.links_per_address_max = 2;
    options.exempt_addresses = {};
    options.on_refused = [&](const RefusedPeer& peer) {
        const std::lock_guard lock{mutex};
        refused.push_back(peer);
    };
    auto transport = test::make_transport(options);
    ListenerSpec spec;
    spec.refusal_text = "ERROR :too many links\r\n";
    const std::uint16_t port = transport->listen(spec).value();
    EventRecorder events;
    EventDriver driver{events};
    const auto until = [&](auto done) {
        const auto give_up = std::chrono::steady_clock::now() + 10s;
        while (!done() && std::chrono::steady_clock::now() < give_up) {
            transport->run_once(driver, 10ms);
        }
        return done();
    };
    TcpPeer first{port};
    TcpPeer second{port};
    TcpPeer third{port};
    std::string read;
    EXPECT_TRUE(until([&] {
        read += third.read(99);
        return third.stream() == TcpPeer::Stream::ended;
    }));
    EXPECT_EQ(read, spec.refusal_text);
    EXPECT_TRUE(until([&] { return events.order.size() == 2; }));
    {
        const std::lock_guard lock{mutex};
        ASSERT_EQ(refused.size(), 1U);
        EXPECT_EQ(refused[0].why, RefusedPeer::Why::too_many_links);
        EXPECT_EQ(refused[0].address, "127.0.0.1");
    }
    first.half_close();
    ASSERT_TRUE(until([&] { return transport->links_open() == 1; }));
    TcpPeer fourth{port};
    EXPECT_TRUE(until([&] { return events.order.size() == 3; }));
}

TEST(PocoTransport, a_port_in_use_is_a_sentence_that_names_it) {
    auto transport = test::make_transport();
    const std::uint16_t port = transport->listen({}).value();
    auto other = test::make_transport();
    ListenerSpec spec;
    spec.port = port;
    const auto result = other->listen(spec);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(),
              "cannot listen on 127.0.0.1:" + std::to_string(port) + ": Address already in use");
}

TEST(PocoTransport, a_host_that_is_nobody_is_a_sentence) {
    auto transport = test::make_transport();
    ListenerSpec spec;
    spec.host = "no-such-host.invalid";
    spec.port = 6667;
    const auto result = transport->listen(spec);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().find("cannot listen on no-such-host.invalid:6667: "),
              std::string::npos)
        << result.error();
}

TEST(PocoTransport, options_that_make_no_sense_are_refused) {
    PocoTransport::Options loops;
    loops.loops = 0;
    EXPECT_FALSE(PocoTransport::make(loops));
    loops.loops = 8;
    EXPECT_FALSE(PocoTransport::make(loops));
    PocoTransport::Options exempt;
    exempt.exempt_addresses = {"127.0.0.0/8", "somewhere"};
    const auto result = PocoTransport::make(exempt);
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().find("'somewhere'"), std::string::npos);
}

TEST(PocoTransport, listens_on_ipv6_too) {
    auto transport = test::make_transport();
    ListenerSpec spec;
    spec.host = "::1";
    const auto port = transport->listen(spec);
    if (!port) GTEST_SKIP() << "no IPv6 here: " << port.error();
    const int descriptor = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    address.sin6_port = htons(port.value());
    const auto* any = reinterpret_cast<const sockaddr*>(&address);
    ASSERT_EQ(::connect(descriptor, any, sizeof address), 0);
    EventRecorder events;
    EventDriver driver{events};
    const auto give_up = std::chrono::steady_clock::now() + 10s;
    while (events.order.empty() && std::chrono::steady_clock::now() < give_up) {
        transport->run_once(driver, 10ms);
    }
    ASSERT_EQ(events.order.size(), 1U);
    EXPECT_EQ(events.links[events.order[0]].info.peer_address, "::1");
    EXPECT_TRUE(events.links[events.order[0]].info.loopback);
    ::close(descriptor);
}

TEST(PocoTransport, leaves_no_descriptor_and_no_thread_behind) {
    const auto entries = [](const char* folder) {
        return std::distance(std::filesystem::directory_iterator{folder}, {});
    };
    ASSERT_TRUE(test::make_transport()->listen({}));  // what POCO does only once is done
    const auto descriptors = entries("/proc/self/fd");
    const auto threads = entries("/proc/self/task");
    {
        PocoTransport::Options options;
        options.loops = 3;
        auto transport = test::make_transport(options);
        const std::uint16_t port = transport->listen({}).value();
        EventRecorder events;
        EventDriver driver{events};
        std::vector<TcpPeer> peers;
        for (int i = 0; i < 10; ++i) peers.emplace_back(port);
        const auto give_up = std::chrono::steady_clock::now() + 10s;
        while (events.order.size() < 10 && std::chrono::steady_clock::now() < give_up) {
            transport->run_once(driver, 10ms);
        }
        EXPECT_EQ(events.order.size(), 10U);
        EXPECT_LE(entries("/proc/self/task"), threads + 4);
    }
    EXPECT_EQ(entries("/proc/self/fd"), descriptors);
    EXPECT_EQ(entries("/proc/self/task"), threads);
}

}  // namespace
}  // namespace brusio
