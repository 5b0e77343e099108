#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "tests/contract/transport_rig.h"
#include "transport/poco/poco_transport.h"

namespace brusio::test {

using contract::EventRecorder;

/// A transport that must be possible to make.
inline std::unique_ptr<PocoTransport> make_transport(PocoTransport::Options options = {}) {
    return std::move(PocoTransport::make(std::move(options)).value());
}

/// The least a driver can be: passes events on and calls a function each turn.
class EventDriver final : public LoopDriver {
 public:
    explicit EventDriver(TransportEvents& events) : events_(events) {}

    TransportEvents& events() override { return events_; }
    void turn(Now now) override {
        ++turns;
        if (on_turn) on_turn(now);
    }
    [[nodiscard]] std::optional<MonoTime> next_deadline() const override { return deadline; }

    std::function<void(Now)> on_turn;
    std::optional<MonoTime> deadline;
    std::size_t turns = 0;

 private:
    TransportEvents& events_;
};

}  // namespace brusio::test
