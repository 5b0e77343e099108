#include "sim/world/sim_server.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

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

}  // namespace

SimServer::SimServer(const Parts& parts, engine::EngineConfig config)
    : events_(parts.events),
      trace_(parts.trace),
      auditor_(parts.auditor),
      store_tap_(parts.auditor, store_),
      ear_(parts.auditor),
      engine_(std::move(config), parts.events.now()),
      pump_(engine_, pump::Ports{chain(parts, ear_), store_tap_, hasher_, host_}) {
    parts.transport.serve(*this);
}

void SimServer::link_opened(LinkId link, const LinkInfo& info, Now now) {
    auditor_.server_link_opened(link);
    pump_.link_opened(link, info, now);
}

void SimServer::link_bytes(LinkId link, std::string_view bytes, Now now) {
    pump_.link_bytes(link, bytes, now);
}

void SimServer::link_closed(LinkId link, CloseReason reason, Now now) {
    auditor_.server_link_closed(link);
    pump_.link_closed(link, reason, now);
}

void SimServer::turn() {
    pump_.turn(events_.now());
    auditor_.turn_ended();
    arm();
}

void SimServer::arm() {
    std::optional<MonoTime> due = pump_.next_deadline();
    if (hasher_.has_answers()) due = events_.mono();
    if (!due || (armed_ && *armed_ <= *due)) return;
    armed_ = std::max(*due, events_.mono());
    events_.schedule(*armed_, EventKind::server_deadline, 0);
}

void SimServer::handle_deadline(const Event& event) {
    if (!armed_ || *armed_ != event.at) return;  // an earlier one took its place
    armed_.reset();
    const auto due = pump_.next_deadline();
    if (!hasher_.has_answers() && (!due || *due > event.at)) return arm();
    trace_.add(event.at, event.kind, event.subject, event.detail);
    turn();
}

void SimServer::stop(std::string_view reason) {
    engine_.handle_stop(reason, events_.now());
    turn();
}

bool SimServer::is_quiet() const {
    const engine::EngineCounts counts = engine_.counts();
    return counts.links == 0 && counts.users == 0 && counts.rooms == 0 &&
           pump_.batches_waiting() == 0 && !pump_.next_deadline();
}

}  // namespace brusio::sim
