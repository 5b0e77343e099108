#include <gtest/gtest.h>

#include <chrono>

#include "sim/weather/sim_transport.h"
#include "tests/contract/transport_contract.h"

namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

// The contract's far end over a simulated line: nothing is read but what the test asks for.
class SimContractPeer final : public contract::ContractPeer, public LinePeer {
 public:
    SimContractPeer(SimTransport& transport, const Weather& weather) : transport_(transport) {
        Dial dial;
        dial.peer = this;
        dial.address = "127.0.0.1";
        dial.weather = weather;
        link_ = transport_.dial(std::move(dial));
    }
    ~SimContractPeer() override { transport_.close(link_); }

    std::size_t write(std::string_view bytes) override {
        if (!open_) return 0;
        transport_.write(link_, bytes);
        return bytes.size();
    }
    std::string read(std::size_t bytes_max) override {
        transport_.read_some(link_, bytes_max);
        return std::exchange(read_, {});
    }
    Stream stream() const override { return stream_; }
    void half_close() override { transport_.half_close(link_); }
    void reset() override { transport_.reset(link_); }

    void line_opened(LinkId link, Now) override {
        open_ = true;
        transport_.set_reading(link, false);
    }
    void line_bytes(LinkId, std::string_view bytes, Now) override { read_ += bytes; }
    void line_ended(LinkId, LineEnd end, Now) override {
        stream_ = end == LineEnd::closed ? Stream::ended : Stream::broken;
    }

 private:
    SimTransport& transport_;
    LinkId link_;
    std::string read_;
    Stream stream_ = Stream::open;
    bool open_ = false;
};

class SimRig final : public contract::TransportRig {
 public:
    SimRig(std::size_t send_queue_bytes_max, const Weather& weather)
        : weather_(weather),
          transport_({events_, trace_, KeyedRandom{3}, send_queue_bytes_max, 10min}) {}

    Transport& transport() override { return transport_; }
    std::unique_ptr<contract::ContractPeer> connect() override {
        return std::make_unique<SimContractPeer>(transport_, weather_);
    }
    void step(TransportEvents& events) override {
        transport_.serve(events);
        const MonoTime until = (events_.empty() ? events_.mono() : events_.next_at()) + 1ms;
        while (!events_.empty() && events_.next_at() <= until) transport_.handle(events_.pop());
        events_.advance_to(until);
    }

 private:
    Weather weather_;
    EventQueue events_{MonoTime{1s}};
    Trace trace_;
    SimTransport transport_;
};

contract::TransportRigFactory rig_in(std::string_view name) {
    Weather weather = *weather_named(name);
    // The contract is about streams that hold; what breaks them has tests of its own.
    weather.reset_every = weather.vanish_every = Duration{0};
    weather.refuse_per_mille = weather.dial_timeout_per_mille = 0;
    // It also floods peers that do read; a line too thin for the flood would be cut by right.
    weather.bytes_per_second = 0;
    weather.window_bytes = 64 * 1024;
    return {std::string{name}, [weather](std::size_t send_queue_bytes_max) {
                return std::make_unique<SimRig>(send_queue_bytes_max, weather);
            }};
}

}  // namespace
}  // namespace brusio::sim

namespace brusio::contract {

INSTANTIATE_TEST_SUITE_P(Sim, TransportContract,
                         testing::Values(sim::rig_in("calm"), sim::rig_in("lan"),
                                         sim::rig_in("wifi"), sim::rig_in("mobile"),
                                         sim::rig_in("satellite"), sim::rig_in("storm")),
                         transport_rig_name);

}  // namespace brusio::contract
