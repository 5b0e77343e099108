#include <string>

#include "core/base/assert.h"
#include "sim/weather/sim_line.h"
#include "sim/weather/sim_transport.h"

// Lines whose bytes pass through filters: each end hears of its line when its own filter is open.
namespace brusio::sim {

using State = LineFilter::State;

void SimTransport::begin_handshake(Line& line) {
    const auto moment = static_cast<std::uint64_t>(events_.mono().since_origin.count());
    line.filters = filters_(chance_.draw(line.dial.entity, "filters", moment));
    BRUSIO_ASSERT(line.filters.client != nullptr && line.filters.server != nullptr);
    line.filtered = true;
    events_.schedule(events_.mono() + handshake_max_, EventKind::handshake_ends, line.id.slot(),
                     line.id.generation());
    std::string hello;
    line.filters.server->begin(hello);
    put(line, Way::down, hello);
    hello.clear();
    line.filters.client->begin(hello);
    put(line, Way::up, hello);
}

// The server gives up in silence, as a transport does; a client that waits gives up as well.
void SimTransport::handshake_ended(Line& line) {
    if (line.server_open && !line.server_told) {
        line.server_open = false;
        put_server_end(line);
        depart(line, Way::down);
    }
    if (!line.client_told) end_client(line, LineEnd::timed_out);
}

void SimTransport::server_takes(Line& line, std::string_view wire) {
    LineFilter& filter = *line.filters.server;
    std::string up;
    std::string down;
    filter.receive(wire, up, down);
    put(line, Way::down, down);
    if (!line.server_told && (filter.state() == State::open || !up.empty())) tell_server(line);
    if (!up.empty()) {
        touched_ = true;
        server_->link_bytes(line.id, up, events_.now());
    }
    if (filter.state() != State::ended) return;
    end_server(line, CloseReason::peer_closed);
    put_server_end(line);
    depart(line, Way::down);
}

// A peer may close the line when it is told something; then nothing more is told.
void SimTransport::client_takes(Line& line, std::string_view wire) {
    const LinkId id = line.id;
    LineFilter& filter = *line.filters.client;
    std::string up;
    std::string down;
    filter.receive(wire, up, down);
    put(line, Way::up, down);
    if (!line.client_told && filter.state() == State::open) tell_client(line);
    if (find(id) != &line || !line.client_open || up.empty()) return;
    line.peer->line_bytes(id, up, events_.now());
}

void SimTransport::put(Line& line, Way way, std::string_view wire) {
    Flow& flow = way == Way::up ? line.up : line.down;
    if (wire.empty() || flow.ended()) return;
    flow.push(Frame::copy_of(wire));
    depart(line, way);
}

// The end of a stream, and before it the goodbye of its filter.
void SimTransport::put_client_end(Line& line) {
    BRUSIO_ASSERT(!line.up.ended());
    std::string goodbye;
    if (line.filtered && line.client_told) line.filters.client->close(goodbye);
    put(line, Way::up, goodbye);
    line.up.push_end();
    depart(line, Way::up);
}

// What was queued leaves with the caller's `depart`.
void SimTransport::put_server_end(Line& line) {
    if (line.down.ended()) return;
    std::string goodbye;
    if (line.filtered && line.server_told) line.filters.server->close(goodbye);
    if (!goodbye.empty()) line.down.push(Frame::copy_of(goodbye));
    line.down.push_end();
}

}  // namespace brusio::sim
