#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "sim/weather/sim_transport.h"
#include "tests/contract/transport_rig.h"

namespace brusio::sim {

/// The contract's far end over a simulated line: nothing is read but what the test asks for.
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
    void half_close() override {
        ended_ = true;
        if (open_) transport_.half_close(link_);
    }
    void reset() override { transport_.reset(link_); }

    void line_opened(LinkId link, Now) override {
        open_ = true;
        transport_.set_reading(link, false);
        if (ended_) transport_.half_close(link);
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
    bool ended_ = false;
};

/// The contract over simulated lines, with filters or without.
class SimRig final : public contract::TransportRig {
 public:
    SimRig(std::size_t send_queue_bytes_max, const Weather& weather, LineFilterMaker filters = {})
        : weather_(weather),
          transport_({events_, trace_, KeyedRandom{3}, send_queue_bytes_max,
                      std::chrono::minutes{10}, std::move(filters)}) {}

    Transport& transport() override { return transport_; }
    std::unique_ptr<contract::ContractPeer> connect() override {
        return std::make_unique<SimContractPeer>(transport_, weather_);
    }
    void step(TransportEvents& events) override {
        transport_.serve(events);
        const MonoTime until =
            (events_.empty() ? events_.mono() : events_.next_at()) + std::chrono::milliseconds{1};
        while (!events_.empty() && events_.next_at() <= until) transport_.handle(events_.pop());
        events_.advance_to(until);
    }

 private:
    Weather weather_;
    EventQueue events_{MonoTime{std::chrono::seconds{1}}};
    Trace trace_;
    SimTransport transport_;
};

/// The contract in the weather of that name.
inline contract::TransportRigFactory rig_in(std::string_view name,
                                            std::string_view filters_name = {},
                                            const std::function<LineFilterMaker()>& filters = {}) {
    Weather weather = *weather_named(name);
    // The contract is about streams that hold; what breaks them has tests of its own.
    weather.reset_every = weather.vanish_every = Duration{0};
    weather.refuse_per_mille = weather.dial_timeout_per_mille = 0;
    // It also floods peers that do read; a line too thin for the flood would be cut by right.
    weather.bytes_per_second = 0;
    weather.window_bytes = 64 * 1024;
    return {std::string{name} + std::string{filters_name},
            [weather, filters](std::size_t send_queue_bytes_max) {
                return std::make_unique<SimRig>(send_queue_bytes_max, weather,
                                                filters ? filters() : LineFilterMaker{});
            }};
}

}  // namespace brusio::sim
