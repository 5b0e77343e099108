#include <gtest/gtest.h>

#include <chrono>
#include <mutex>

#include "tests/support/tls_client.h"
#include "tests/transport/poco/event_driver.h"
#include "tests/transport/poco/filtered_listeners.h"
#include "tests/transport/poco/filtered_peer.h"
#include "transport/poco/poco_transport.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using test::EventDriver;
using test::EventRecorder;
using test::FilteredPeer;
using test::TcpPeer;
using test::TlsClient;

class PocoHandshake : public testing::TestWithParam<std::size_t> {
 protected:
    PocoTransport& start(PocoTransport::Options options = {},
                         filter::FilterMaker filters = test::tls_filters()) {
        options.loops = GetParam();
        options.on_failed_handshake = [this](const FailedHandshake& failed) {
            const std::lock_guard lock{mutex_};
            failed_.push_back(failed);
        };
        transport_ = test::make_transport(std::move(options));
        ListenerSpec spec;
        spec.filters = std::move(filters);
        port_ = transport_->listen(spec).value();
        return *transport_;
    }

    std::unique_ptr<FilteredPeer> dial(const TlsClient::Options& options = {}) {
        return std::make_unique<FilteredPeer>(port_, std::make_unique<TlsClient>(options));
    }

    template <class Predicate>
    [[nodiscard]] bool until(Predicate done) {
        const auto give_up = std::chrono::steady_clock::now() + 30s;
        while (!done()) {
            if (std::chrono::steady_clock::now() > give_up) return false;
            transport_->run_once(driver_, 5ms);
        }
        return true;
    }
    std::vector<FailedHandshake> failed() {
        const std::lock_guard lock{mutex_};
        return failed_;
    }

    /// All that the server says until it ends the stream.
    std::string answer_to(TcpPeer& peer) {
        std::string answer;
        EXPECT_TRUE(until([&] {
            answer += peer.read(4096);
            return peer.stream() != TcpPeer::Stream::open;
        }));
        EXPECT_EQ(peer.stream(), TcpPeer::Stream::ended);
        return answer;
    }

    /// A client whose link is open.
    std::unique_ptr<FilteredPeer> connect() {
        auto peer = dial();
        const std::size_t before = events_.order.size();
        EXPECT_TRUE(until([&] {
            peer->move();
            return events_.order.size() > before;
        }));
        return peer;
    }

    std::mutex mutex_;
    std::vector<FailedHandshake> failed_;  // outlives the transport's threads
    std::unique_ptr<PocoTransport> transport_;
    std::uint16_t port_ = 0;
    EventRecorder events_;
    EventDriver driver_{events_};
};

INSTANTIATE_TEST_SUITE_P(Loops, PocoHandshake, testing::Values(1, 3));

TEST_P(PocoHandshake, a_link_is_reported_when_its_handshake_is_done_and_says_what_it_found) {
    PocoTransport& transport = start();
    TlsClient::Options options;
    options.pair_pem =
        filter::make_self_signed({{"ann.example.org"}, WallTime{1'790'000'000'000}}).value();
    const auto ann = dial(options);
    ASSERT_TRUE(until([&] { return transport.links_open() == 1; }));
    EXPECT_TRUE(events_.order.empty()) << "the client has not answered yet";
    ASSERT_TRUE(until([&] {
        ann->move();
        return !events_.order.empty();
    }));
    const LinkInfo& info = events_.links[events_.order[0]].info;
    EXPECT_TRUE(info.secure);
    EXPECT_TRUE(info.loopback);
    const auto own = filter::TlsContext::make({options.pair_pem, options.pair_pem},
                                              filter::TlsContext::ClientCertificates::ignored);
    EXPECT_EQ(info.certificate_fingerprint, own.value()->fingerprint());
    EXPECT_TRUE(failed().empty());
}

TEST_P(PocoHandshake, who_speaks_no_tls_is_dropped_with_a_reason_and_never_reported) {
    PocoTransport& transport = start();
    TcpPeer peer{port_};
    peer.write("NICK ann\r\nUSER ann 0 * :ann\r\n");
    ASSERT_TRUE(until([&] {
        peer.read(4096);
        return peer.stream() != TcpPeer::Stream::open;
    }));
    EXPECT_EQ(peer.stream(), TcpPeer::Stream::ended) << "it may read the alert";
    peer.half_close();
    ASSERT_TRUE(until([&] { return transport.links_open() == 0; }));
    ASSERT_EQ(failed().size(), 1U);
    EXPECT_EQ(failed()[0].address, "127.0.0.1");
    EXPECT_FALSE(failed()[0].reason.empty());
    EXPECT_TRUE(events_.order.empty());
}

TEST_P(PocoHandshake, who_says_nothing_is_dropped_at_the_deadline) {
    PocoTransport::Options options;
    options.handshake_deadline = 50ms;
    PocoTransport& transport = start(options);
    TcpPeer silent{port_};
    ASSERT_TRUE(until([&] { return failed().size() == 1; }));
    EXPECT_EQ(failed()[0].reason, "it took too long");
    ASSERT_TRUE(until([&] {
        silent.read(99);
        return silent.stream() == TcpPeer::Stream::broken;
    }));
    EXPECT_EQ(transport.links_open(), 0U);
}

TEST_P(PocoHandshake, a_browser_that_only_looks_reads_the_whole_answer_and_the_end) {
    PocoTransport& transport = start({}, test::websocket_filters());
    TcpPeer peer{port_};
    // The body is on its way when the server has already said all it has to say.
    peer.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n" +
               std::string(9'999, 'x'));
    const std::string answer = answer_to(peer);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 405 Method Not Allowed\r\n")) << answer;
    EXPECT_TRUE(answer.ends_with("WebSocket needs GET.\n")) << answer;
    peer.half_close();
    ASSERT_TRUE(until([&] { return transport.links_open() == 0; }));
    ASSERT_EQ(failed().size(), 1U);
    EXPECT_EQ(failed()[0].reason, "WebSocket needs GET.");
    EXPECT_TRUE(events_.order.empty());
}

TEST_P(PocoHandshake, a_request_that_never_ends_is_dropped_at_the_deadline) {
    PocoTransport::Options options;
    options.handshake_deadline = 50ms;
    PocoTransport& transport = start(options, test::websocket_filters());
    TcpPeer slow{port_};
    slow.write("GET / HTTP/1.1\r\n");
    int headers = 0;
    ASSERT_TRUE(until([&] {
        if (++headers < 500) slow.write("X: y\r\n");  // well below what may be asked for
        return !failed().empty();
    }));
    EXPECT_EQ(failed()[0].reason, "it took too long");
    ASSERT_TRUE(until([&] { return transport.links_open() == 0; }));
    EXPECT_TRUE(events_.order.empty());
}

TEST_P(PocoHandshake, a_link_that_has_opened_outlives_the_deadline) {
    PocoTransport::Options options;
    options.handshake_deadline = 100ms;
    start(options);
    const auto ann = connect();
    TcpPeer silent{port_};
    ASSERT_TRUE(until([&] { return failed().size() == 1; }));  // so much time has passed
    ann->write("still here");
    EXPECT_TRUE(until([&] { return events_.links[events_.order[0]].bytes == "still here"; }));
}

TEST_P(PocoHandshake, who_hangs_up_in_the_middle_is_forgotten) {
    PocoTransport& transport = start();
    for (const bool orderly : {true, false}) {
        TcpPeer peer{port_};
        peer.write(TlsClient{}.hello());
        ASSERT_TRUE(until([&] { return transport.links_open() == 1; }));
        orderly ? peer.half_close() : peer.reset();
        ASSERT_TRUE(until([&] { return transport.links_open() == 0; }));
    }
    EXPECT_EQ(failed().size(), 2U);
    EXPECT_EQ(failed()[0].reason, "the peer hung up");
    EXPECT_TRUE(events_.order.empty());
}

TEST_P(PocoHandshake, handshakes_beyond_the_cap_wait_for_those_before_them) {
    PocoTransport::Options options;
    options.handshakes_at_once_max = 3;  // one for each of three loops
    PocoTransport& transport = start(options);
    std::vector<TcpPeer> silent;
    for (int i = 0; i < 3; ++i) silent.emplace_back(port_);
    ASSERT_TRUE(until([&] { return transport.links_open() == 3; }));
    const auto ann = dial();
    ASSERT_TRUE(until([&] { return transport.links_open() == 4; }));
    for (int i = 0; i < 20; ++i) {
        ann->move();
        transport.run_once(driver_, 1ms);
    }
    EXPECT_TRUE(events_.order.empty());
    EXPECT_FALSE(ann->filter().open());
    silent.clear();
    EXPECT_TRUE(until([&] {
        ann->move();
        return events_.order.size() == 1;
    }));
}

TEST_P(PocoHandshake, who_waits_for_its_turn_has_the_same_deadline) {
    PocoTransport::Options options;
    options.handshakes_at_once_max = 1;
    options.handshake_deadline = 50ms;
    PocoTransport& transport = start(options);
    std::vector<TcpPeer> silent;
    for (int i = 0; i < 9; ++i) silent.emplace_back(port_);
    EXPECT_TRUE(until([&] { return failed().size() == 9; }));
    EXPECT_EQ(transport.links_open(), 0U);
    connect();  // all turns were given back
    EXPECT_EQ(events_.order.size(), 1U);
}

TEST_P(PocoHandshake, a_server_that_stops_does_not_wait_for_handshakes) {
    PocoTransport& transport = start();
    const auto ann = connect();
    TcpPeer silent{port_};
    ASSERT_TRUE(until([&] { return transport.links_open() == 2; }));
    transport.stop_listening();
    EXPECT_TRUE(until([&] { return transport.links_open() == 1; }));
    ann->write("still here");
    EXPECT_TRUE(until([&] { return events_.links[events_.order[0]].bytes == "still here"; }));
}

TEST_P(PocoHandshake, a_stream_that_is_cut_without_a_goodbye_is_reported_as_such) {
    PocoTransport& transport = start();
    auto ann = connect();
    ann->write("PRIVMSG #a :half");
    ASSERT_TRUE(until([&] { return !events_.links[events_.order[0]].bytes.empty(); }));
    ann.reset();  // closes the socket without a close_notify
    EXPECT_TRUE(until([&] { return events_.links[events_.order[0]].closed.has_value(); }));
    EXPECT_EQ(events_.links[events_.order[0]].closed, CloseReason::reset);
    EXPECT_TRUE(until([&] { return transport.links_open() == 0; }));
}

TEST_P(PocoHandshake, hundreds_at_once_all_get_in) {
    PocoTransport::Options options;
    options.handshakes_at_once_max = 16;
    PocoTransport& transport = start(options);
    std::vector<std::unique_ptr<FilteredPeer>> peers;
    for (int i = 0; i < 300; ++i) peers.push_back(dial());
    ASSERT_TRUE(until([&] {
        for (const auto& peer : peers) peer->move();
        return events_.order.size() == peers.size();
    }));
    const auto room = std::make_shared<const std::vector<LinkId>>(events_.order);
    const std::vector<Output> outputs{Deliver{Frame::copy_of("hello\r\n"), {}, room, {}}};
    transport.release(outputs);
    std::vector<std::string> read(peers.size());
    EXPECT_TRUE(until([&] {
        std::size_t complete = 0;
        for (std::size_t i = 0; i < peers.size(); ++i) {
            read[i] += peers[i]->read(4096);
            if (read[i] == "hello\r\n") ++complete;
        }
        return complete == peers.size();
    }));
    peers.clear();
    EXPECT_TRUE(until([&] { return transport.links_open() == 0; }));
    EXPECT_TRUE(failed().empty());
}

}  // namespace
}  // namespace brusio
