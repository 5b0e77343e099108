#include "sim/world/sim_server.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

/// As long as a secret or a keyed hash.
std::string wide_digest(std::uint64_t bits) {
    std::string bytes;
    while (bytes.size() < session::secret_bytes) {
        bits = mix64(bits + bytes.size());
        for (unsigned shift = 0; shift < 64; shift += 8) {
            bytes += static_cast<char>(bits >> shift & 0xffU);
        }
    }
    return bytes;
}

// pump -> before_ear -> ear -> behind_ear -> streams; gives the first of the chain.
Transport& chain(const SimServer::Parts& parts, ReleaseTap& ear) {
    Transport* first = &parts.transport;
    for (TransportFilter* filter :
         {parts.behind_ear, static_cast<TransportFilter*>(&ear), parts.before_ear}) {
        if (filter == nullptr) continue;
        filter->pass_to(*first);
        first = filter;
    }
    return *first;
}

// The same for the store.
Store& chain(const SimServer::Parts& parts, StoreTap& ear, Store& store) {
    Store* first = &store;
    for (StoreFilter* filter :
         {parts.behind_store_ear, static_cast<StoreFilter*>(&ear), parts.before_store_ear}) {
        if (filter == nullptr) continue;
        filter->pass_to(*first);
        first = filter;
    }
    return *first;
}

}  // namespace

SimServer::Process::Process(engine::EngineConfig config, Transport& transport, Store& store,
                            Now now)
    : engine(std::move(config), now),
      pump(engine, pump::Ports{transport, store, hasher, host, mailer}) {}

SimServer::SimServer(const Parts& parts, engine::EngineConfig config, const ServerWeather& weather)
    : events_(parts.events),
      trace_(parts.trace),
      transport_(parts.transport),
      auditor_(parts.auditor),
      reach_(parts.reach),
      chance_(parts.chance),
      config_(with_secrets(std::move(config))),
      weather_(weather),
      store_({parts.events, parts.trace, parts.reach, parts.chance}, weather),
      store_ear_(parts.auditor),
      ear_(parts.auditor),
      doors_(chain(parts, ear_)),
      shelf_(chain(parts, store_ear_, store_)),
      process_(std::make_unique<Process>(config_, doors_, shelf_, parts.events.now())) {
    transport_.serve(*this);
}

engine::EngineConfig SimServer::with_secrets(engine::EngineConfig config) {
    if (!config.keyed_hash) {
        config.keyed_hash = [](std::string_view text) { return wide_digest(hash_text(text)); };
    }
    if (!config.draw_secret) {
        config.draw_secret = [this] { return wide_digest(draw("secret", ++secrets_drawn_)); };
    }
    return config;
}

// ---- inputs ----

void SimServer::link_opened(LinkId link, const LinkInfo& info, Now now) {
    auditor_.server_link_opened(link);
    process_->pump.link_opened(link, info, now);
}

void SimServer::link_bytes(LinkId link, std::string_view bytes, Now now) {
    process_->pump.link_bytes(link, bytes, now);
}

void SimServer::link_closed(LinkId link, CloseReason reason, Now now) {
    auditor_.server_link_closed(link);
    process_->pump.link_closed(link, reason, now);
}

void SimServer::link_drained(LinkId link, Now now) { process_->pump.link_drained(link, now); }

void SimServer::turn() {
    if (!is_up()) return;
    process_->pump.turn(events_.now());
    auditor_.turn_ended();
    if (process_->host.store_failures > 0) {
        // As the program does; whoever watches over it starts it again.
        crash();
        start_after(weather_.down.draw(draw("down", starts_)));
        return;
    }
    arm();
    if (waits_for_sync_) aim_at_sync();
}

void SimServer::arm() {
    std::optional<MonoTime> due = process_->pump.next_deadline();
    if (process_->has_answers()) due = events_.mono();
    if (!due || (armed_ && *armed_ <= *due)) return;
    armed_ = std::max(*due, events_.mono());
    events_.schedule(*armed_, EventKind::server_deadline, 0);
}

bool SimServer::handle(const Event& event) {
    switch (event.kind) {
        case EventKind::server_deadline:
            handle_deadline(event);
            return true;
        case EventKind::store_syncs:
            if (store_.handle(event)) turn();
            return true;
        case EventKind::disk_strikes:
            strike_disk(event);
            return true;
        case EventKind::server_dies:
            strike_program(event);
            return true;
        case EventKind::server_starts:
            if (!is_up()) start();
            return true;
        default:
            return false;
    }
}

void SimServer::handle_deadline(const Event& event) {
    if (!armed_ || *armed_ != event.at) return;  // an earlier one took its place
    armed_.reset();
    const auto due = process_->pump.next_deadline();
    if (!process_->has_answers() && (!due || *due > event.at)) return arm();
    trace_.add(event.at, event.kind, event.subject, event.detail);
    turn();
}

void SimServer::stop(std::string_view reason) {
    BRUSIO_ASSERT(is_up());
    process_->engine.handle_stop(reason, events_.now());
    turn();
}

// ---- the life of the program ----

void SimServer::crash() {
    BRUSIO_ASSERT(is_up());
    trace_.add(events_.mono(), EventKind::server_dies, static_cast<std::uint32_t>(starts_),
               store_.batches_waiting());
    process_.reset();
    armed_.reset();
    waits_for_sync_ = false;
    store_.crash();
    auditor_.server_crashed();
    transport_.server_died();
}

void SimServer::start() {
    BRUSIO_ASSERT(!is_up());
    ++starts_;
    Recovered recovered{store_.kept(), {}, SimStore::entries_per_log_max};
    for (const KeptRoom& room : recovered.kept.rooms) {
        recovered.logs.push_back({room.room.id, store_.log_of(room.room.id)});
    }
    for (const KeptPair& pair : recovered.kept.pairs) {
        recovered.logs.push_back({pair.pair.id, store_.log_of(pair.pair.id)});
    }
    trace_.add(events_.mono(), EventKind::server_starts, static_cast<std::uint32_t>(starts_),
               store_.messages_kept());
    if (!recovered.kept.rooms.empty()) reach_.pass(Probe::rooms_restored);
    engine::EngineConfig config = config_;
    config.epoch += starts_ - 1;
    config.kept = recovered.kept;
    auditor_.server_started(recovered);
    process_ = std::make_unique<Process>(std::move(config), doors_, shelf_, events_.now());
    transport_.server_started();
    turn();
    if (strikes_ && !waits_for_sync_) schedule_crash();
}

void SimServer::crash_for(Duration down) {
    crash();
    start_after(down);
}

void SimServer::start_after(Duration down) {
    events_.schedule(events_.mono() + down, EventKind::server_starts, 0);
}

const engine::Engine& SimServer::engine() const {
    BRUSIO_ASSERT(is_up());
    return process_->engine;
}

bool SimServer::is_quiet() const {
    if (!is_up()) return false;
    const engine::EngineCounts counts = process_->engine.counts();
    return counts.links == 0 && counts.users == 0 && counts.rooms == 0 &&
           process_->pump.batches_waiting() == 0 && !process_->pump.next_deadline();
}

}  // namespace brusio::sim
