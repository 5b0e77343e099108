#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "core/base/assert.h"
#include "core/base/keyed_random.h"
#include "core/engine/engine.h"
#include "core/pump/pump.h"
#include "sim/audit/auditor.h"
#include "sim/store/sim_store.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"
#include "sim/weather/server_weather.h"
#include "sim/weather/sim_transport.h"
#include "sim/world/reach.h"
#include "sim/world/taps.h"
#include "transport/memory/memory_mailer.h"

namespace brusio::sim {

/// The real engine and the real pump on virtual time, between the simulated streams and a store on
/// a simulated disk; the auditor listens at every door. The program can be killed at any moment and
/// starts again from what the disk holds; whoever stops it by a failed store, it starts again by
/// itself.
class SimServer final : public TransportEvents {
 public:
    struct Parts {
        EventQueue& events;
        Trace& trace;
        SimTransport& transport;
        Auditor& auditor;
        Reach& reach;
        KeyedRandom chance;
        /// Lies that tests plant: between the pump and the auditor's ear, and behind the ear. Null:
        /// nobody lies.
        TransportFilter* before_ear = nullptr;
        TransportFilter* behind_ear = nullptr;
        StoreFilter* before_store_ear = nullptr;
        StoreFilter* behind_store_ear = nullptr;
    };
    SimServer(const Parts& parts, engine::EngineConfig config, const ServerWeather& weather);

    void link_opened(LinkId link, const LinkInfo& info, Now now) override;
    void link_bytes(LinkId link, std::string_view bytes, Now now) override;
    void link_closed(LinkId link, CloseReason reason, Now now) override;
    void link_drained(LinkId link, Now now) override;

    /// The turn after inputs. Schedules itself for the engine's next deadline. Nothing while down.
    void turn();
    /// Handles the events of the server and its store; false if the kind is another's.
    bool handle(const Event& event);
    /// Says goodbye to everybody and refuses new links.
    void stop(std::string_view reason);

    // ---- the life of the program ----
    [[nodiscard]] bool is_up() const { return process_ != nullptr; }
    /// Kills it: every link breaks, and what was not durable may be lost. While it is up.
    void crash();
    /// The next start, from what the disk holds. While it is down.
    void start();
    /// Kills it, and starts it again after a while.
    void crash_for(Duration down);
    /// How often it has been started.
    [[nodiscard]] std::uint64_t starts() const { return starts_; }

    /// From now on the store is full, or has room again; the server hears of it at once.
    void fill_disk();
    void empty_disk();

    /// From now on the weather strikes disk and program.
    void begin_strikes();
    /// From now on it does not: the disk is well, and the program runs.
    void calm_down();

    /// While it is up.
    [[nodiscard]] const engine::Engine& engine() const;
    [[nodiscard]] MemoryMailer& mailer() { return process_->mailer; }
    [[nodiscard]] SimStore& store() { return store_; }
    /// No batch waits, nothing is due, nobody is there.
    [[nodiscard]] bool is_quiet() const;

 private:
    /// What dies with the program.
    struct Process {
        Process(engine::EngineConfig config, Transport& transport, Store& store, Now now);
        /// The next turn has something to collect.
        [[nodiscard]] bool has_answers() const {
            return hasher.has_answers() || mailer.has_answers();
        }

        SimHasher hasher;
        SimHost host;
        MemoryMailer mailer;
        engine::Engine engine;
        pump::Pump pump;
    };

    /// Those of a simulated world are no secrets and follow from its seed.
    [[nodiscard]] engine::EngineConfig with_secrets(engine::EngineConfig config);
    void arm();
    void handle_deadline(const Event& event);
    [[nodiscard]] std::uint64_t draw(std::string_view purpose, std::uint64_t counter) const;
    void start_after(Duration down);
    void schedule_crash();
    void schedule_filling();
    void strike_disk(const Event& event);
    void strike_program(const Event& event);
    void aim_at_sync();

    EventQueue& events_;
    Trace& trace_;
    SimTransport& transport_;
    Auditor& auditor_;
    Reach& reach_;
    KeyedRandom chance_;
    engine::EngineConfig config_;  // of the first start
    ServerWeather weather_;
    SimStore store_;
    StoreTap store_ear_;
    ReleaseTap ear_;
    Transport& doors_;  // the first of the chain to the streams
    Store& shelf_;      // the first of the chain to the store
    std::unique_ptr<Process> process_;
    std::uint64_t starts_ = 1;
    std::optional<MonoTime> armed_;
    std::uint64_t crashes_drawn_ = 0;
    std::uint64_t fillings_drawn_ = 0;
    std::uint64_t secrets_drawn_ = 0;
    bool strikes_ = false;
    bool crash_due_ = false;       // it is scheduled
    bool waits_for_sync_ = false;  // a crash that is to fall into the next sync
};

}  // namespace brusio::sim
