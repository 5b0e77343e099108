#include "transport/memory/memory_transport.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/contract/transport_contract.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;

class MemoryContractPeer final : public contract::ContractPeer {
 public:
    explicit MemoryContractPeer(MemoryPeer peer) : peer_(std::move(peer)) {}
    std::size_t write(std::string_view bytes) override { return peer_.write(bytes); }
    std::string read(std::size_t bytes_max) override { return peer_.read(bytes_max); }
    Stream stream() const override {
        if (peer_.broken()) return Stream::broken;
        return peer_.ended() ? Stream::ended : Stream::open;
    }
    void half_close() override { peer_.half_close(); }
    void reset() override { peer_.reset(); }

 private:
    MemoryPeer peer_;
};

LinkInfo loopback() {
    return {.kind = LinkKind::irc, .peer_address = "127.0.0.1", .loopback = true};
}

class MemoryRig final : public contract::TransportRig {
 public:
    explicit MemoryRig(std::size_t send_queue_bytes_max)
        : transport_({.send_queue_bytes_max = send_queue_bytes_max}) {}

    Transport& transport() override { return transport_; }
    std::unique_ptr<contract::ContractPeer> connect() override {
        return std::make_unique<MemoryContractPeer>(transport_.connect(loopback()));
    }
    void step(TransportEvents& events) override {
        now_.mono = now_.mono + 1ms;
        transport_.pump_events(events, now_);
    }

 private:
    MemoryTransport transport_;
    Now now_;
};

}  // namespace

namespace contract {

INSTANTIATE_TEST_SUITE_P(Memory, TransportContract,
                         testing::Values(TransportRigFactory{"memory",
                                                             [](std::size_t send_queue_bytes_max) {
                                                                 return std::make_unique<MemoryRig>(
                                                                     send_queue_bytes_max);
                                                             }}),
                         transport_rig_name);

}  // namespace contract

namespace {

TEST(MemoryTransport, a_closed_link_whose_peer_never_reads_is_given_up_at_the_deadline) {
    MemoryTransport transport({.pipe_bytes_max = 4, .flush_deadline = 5s});
    contract::EventRecorder events;
    Now now{MonoTime{1s}, {}};
    MemoryPeer peer = transport.connect(loopback());
    transport.pump_events(events, now);
    const std::vector<Output> outputs{Deliver{Frame::copy_of("goodbye"), events.order[0], {}, {}},
                                      Close{events.order[0], CloseReason::quit}};
    transport.release(outputs);
    transport.pump_events(events, now);
    now.mono = now.mono + 4s;
    transport.pump_events(events, now);
    EXPECT_EQ(transport.links_open(), 1U);
    EXPECT_FALSE(peer.broken());
    now.mono = now.mono + 1s;
    transport.pump_events(events, now);
    EXPECT_EQ(transport.links_open(), 0U);
    EXPECT_TRUE(peer.broken());
}

TEST(MemoryTransport, nothing_is_left_when_every_peer_is_gone) {
    MemoryTransport transport({});
    contract::EventRecorder events;
    std::vector<MemoryPeer> peers;
    for (int i = 0; i < 10; ++i) peers.push_back(transport.connect(loopback()));
    transport.pump_events(events, {});
    EXPECT_EQ(transport.links_open(), 10U);
    for (std::size_t i = 0; i < peers.size(); ++i) {
        if (i % 2 == 0)
            peers[i].half_close();
        else
            peers[i].reset();
    }
    transport.pump_events(events, {});
    EXPECT_EQ(transport.links_open(), 0U);
    for (const auto& [link, seen] : events.links) EXPECT_TRUE(seen.closed);
}

TEST(MemoryTransport, a_peer_that_outlives_its_transport_finds_the_stream_broken) {
    auto transport = std::make_unique<MemoryTransport>(MemoryTransport::Options{});
    MemoryPeer peer = transport->connect(loopback());
    transport.reset();
    EXPECT_TRUE(peer.broken());
    EXPECT_EQ(peer.write("x"), 0U);
}

}  // namespace
}  // namespace brusio
