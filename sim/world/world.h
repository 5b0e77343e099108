#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/engine_config.h"
#include "sim/audit/auditor.h"
#include "sim/people/person.h"
#include "sim/people/plain_user.h"
#include "sim/time/event_queue.h"
#include "sim/time/trace.h"
#include "sim/weather/sim_transport.h"
#include "sim/world/reach.h"
#include "sim/world/sim_server.h"

namespace brusio::sim {

/// What a world is made from.
struct WorldConfig {
    std::uint64_t seed = 1;
    Weather weather;  // of everybody who is not given another
    engine::EngineConfig engine;
    std::size_t messages_kept = 1'000;  // of each conversation, by each client
    /// What stands on everybody's lines of IRC; empty: nothing.
    LineFilterMaker filters;
    /// See SimServer::Parts; null: nobody lies.
    TransportFilter* before_ear = nullptr;
    TransportFilter* behind_ear = nullptr;
    StoreFilter* before_store_ear = nullptr;
    StoreFilter* behind_store_ear = nullptr;
};

/// Who handles the events of habits and faults; a world of stories needs nobody.
class EventHandler {
 public:
    virtual ~EventHandler() = default;
    virtual void handle(const Event& event) = 0;
};

/// One server, its people, and the time they share. Everything happens in `run_*`, on one thread,
/// and is the same each time for the same seed and the same calls.
class World {
 public:
    explicit World(WorldConfig config = {});

    /// Somebody new, not online yet. The reference lives as long as the world.
    Person& add_person(std::string nick, std::vector<std::string> rooms);
    /// Somebody on the server's own machine, where passwords may be sent: makes an account called
    /// as the nick, or logs in to it.
    Person& add_neighbour(std::string nick, std::string password, client::AccountEntry entry);
    /// The person of that nick at the start; there is one.
    [[nodiscard]] Person& user(std::string_view nick);
    /// Somebody with a bare socket, connected at once: the plain protocol, or IRC typed by hand.
    /// From an address of their own if none is given.
    PlainUser& add_plain(std::string name, LinkKind kind, std::string address = {});

    void run_until(MonoTime until);
    void run_for(Duration span) { run_until(events_.mono() + span); }
    /// Runs until nothing is under way but keep-alives: as long as one ping takes to be missed, for
    /// the server and for every client, and all have come back.
    void run_until_settled();

    /// Judges what must be true when nothing is under way.
    void settle(Auditor::Weathered weathered);
    /// Everybody leaves; then nothing may be left of them (O16).
    void leave_and_check();

    void handle_with(EventHandler* handler) { handler_ = handler; }
    [[nodiscard]] const std::vector<std::unique_ptr<Person>>& people() const { return people_; }
    [[nodiscard]] EventQueue& events() { return events_; }
    [[nodiscard]] Trace& trace() { return trace_; }
    [[nodiscard]] SimTransport& transport() { return transport_; }
    [[nodiscard]] SimServer& server() { return server_; }
    [[nodiscard]] Auditor& auditor() { return auditor_; }
    [[nodiscard]] Reach& reach() { return reach_; }
    [[nodiscard]] const KeyedRandom& chance() const { return chance_; }
    [[nodiscard]] const WorldConfig& config() const { return config_; }
    [[nodiscard]] MonoTime started() const { return start; }

    static constexpr MonoTime start{std::chrono::hours{1}};

 private:
    void dispatch(const Event& event);
    [[nodiscard]] Identity next_identity(std::string nick, std::vector<std::string> rooms);
    Person& settle_in(Identity identity);
    std::uint32_t next_index() { return index_++; }

    WorldConfig config_;
    KeyedRandom chance_;
    EventQueue events_{start};
    Trace trace_;
    Reach reach_;
    Auditor auditor_{events_, trace_};
    SimTransport transport_;
    SimServer server_;
    std::vector<std::unique_ptr<Person>> people_;
    std::vector<std::unique_ptr<PlainUser>> plain_users_;
    EventHandler* handler_ = nullptr;
    std::uint32_t index_ = 0;
};

}  // namespace brusio::sim
