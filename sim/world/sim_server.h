#pragma once

#include <optional>
#include <string_view>

#include "core/engine/engine.h"
#include "core/pump/pump.h"
#include "sim/audit/auditor.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"
#include "sim/weather/sim_transport.h"
#include "sim/world/taps.h"
#include "storage/memory/memory_store.h"

namespace brusio::sim {

/// The real engine and the real pump on virtual time, between the simulated streams and a store
/// in memory; the auditor listens at every door.
class SimServer final : public TransportEvents {
 public:
    struct Parts {
        EventQueue& events;
        Trace& trace;
        SimTransport& transport;
        Auditor& auditor;
        /// Lies that tests plant: between the pump and the auditor's ear, and behind the ear. Null:
        /// nobody lies.
        TransportFilter* before_ear = nullptr;
        TransportFilter* behind_ear = nullptr;
    };
    SimServer(const Parts& parts, engine::EngineConfig config);

    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;

    /// The turn after inputs. Schedules itself for the engine's next deadline.
    void turn();
    void handle_deadline(const Event& event);
    /// Says goodbye to everybody and refuses new links.
    void stop(std::string_view reason);

    [[nodiscard]] const engine::Engine& engine() const { return engine_; }
    [[nodiscard]] const MemoryStore& store() const { return store_; }
    /// No batch waits, nothing is due, nobody is there.
    [[nodiscard]] bool is_quiet() const;

 private:
    void arm();

    EventQueue& events_;
    Trace& trace_;
    Auditor& auditor_;
    MemoryStore store_{MemoryStore::Options{}};
    StoreTap store_tap_;
    ReleaseTap ear_;
    SimHasher hasher_;
    SimHost host_;
    engine::Engine engine_;
    pump::Pump pump_;
    std::optional<MonoTime> armed_;
};

}  // namespace brusio::sim
