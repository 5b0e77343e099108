#include <algorithm>
#include <limits>
#include <utility>

#include "core/base/assert.h"
#include "sim/weather/sim_line.h"
#include "sim/weather/sim_transport.h"

// What happens on lines by itself: arrivals, ends, and the worst of the weather.
namespace brusio::sim {

void SimTransport::depart(Line& line, Way way) {
    Flow& flow = way == Way::up ? line.up : line.down;
    flow.depart(*line.weather, chance_, events_);
    if (!line.tells_drained || line.down.queued_bytes() > line.drained_at_most) return;
    line.tells_drained = false;
    events_.schedule(events_.mono(), EventKind::drains, line.id.slot(), line.id.generation());
}

void SimTransport::tell_drained(Line& line) {
    if (!line.server_open || !line.server_told) return;
    touched_ = true;
    server_->link_drained(line.id, events_.now());
}

bool SimTransport::handle(const Event& event) {
    switch (event.kind) {
        case EventKind::dial_ends:
        case EventKind::up_arrives:
        case EventKind::down_arrives:
        case EventKind::up_writable:
        case EventKind::down_writable:
        case EventKind::linger_ends:
        case EventKind::unclogs:
        case EventKind::overflows:
        case EventKind::handshake_ends:
        case EventKind::drains:
            break;
        default:
            return false;
    }
    Line* line = find(event);
    if (line == nullptr) return true;
    const bool moves_bytes =
        event.kind == EventKind::up_arrives || event.kind == EventKind::down_arrives;
    if (!moves_bytes) trace_.add(event.at, event.kind, event.subject, event.detail);
    switch (event.kind) {
        case EventKind::dial_ends:
            dial_ended(*line, event);
            break;
        case EventKind::up_arrives:
            up_arrived(*line, event);
            break;
        case EventKind::down_arrives:
            down_arrived(*line, event);
            break;
        case EventKind::up_writable:
            depart(*line, Way::up);
            break;
        case EventKind::down_writable:
            depart(*line, Way::down);
            break;
        case EventKind::unclogs:
            up_arrived(*line, event);
            if (find(event) == line) down_arrived(*line, event);
            break;
        case EventKind::overflows:
            cut_off_slow_reader(*line);
            break;
        case EventKind::linger_ends:
            if (line->client_open && !line->down.is_cut()) reset(line->id);
            break;
        case EventKind::handshake_ends:
            handshake_ended(*line);
            break;
        case EventKind::drains:
            tell_drained(*line);
            break;
        default:
            break;
    }
    free_if_done(*line);
    return true;
}

// What the wire has taken still arrives; the queue is lost in the middle of a line.
void SimTransport::cut_off_slow_reader(Line& line) {
    if (!line.server_open) return;
    end_server(line, CloseReason::send_queue_exceeded);
    line.down.drop_queue();
    line.down.push_end();
    depart(line, Way::down);
}

void SimTransport::dial_ended(Line& line, const Event& event) {
    auto end = static_cast<LineEnd>(event.detail >> 32);
    if (!line.client_open) return;  // given up meanwhile
    if (!listening_ && end == LineEnd::closed) end = LineEnd::refused;
    if (end == LineEnd::refused || end == LineEnd::timed_out) return end_client(line, end);
    line.opened = line.server_open = true;
    if (filters_ && line.dial.kind == LinkKind::irc) return begin_handshake(line);
    tell_server(line);
    tell_client(line);
}

void SimTransport::tell_server(Line& line) {
    line.server_told = touched_ = true;
    const bool loopback = line.dial.address.starts_with("127.");
    server_->link_opened(line.id, LinkInfo{line.dial.kind, line.dial.address, false, loopback},
                         events_.now());
}

void SimTransport::tell_client(Line& line) {
    line.client_told = true;
    line.peer->line_opened(line.id, events_.now());
}

void SimTransport::end_client(Line& line, LineEnd end) {
    if (!std::exchange(line.client_open, false)) return;
    const bool broken = end == LineEnd::closed || end == LineEnd::reset;
    line.peer->line_ended(line.id, broken && !line.client_told ? LineEnd::refused : end,
                          events_.now());
}

void SimTransport::up_arrived(Line& line, const Event& event) {
    if (event.at < line.up_clogged_until) return;
    while (line.server_reads && line.up.has_arrived(event.at)) {
        const Arrival arrival = line.up.take(event.at);
        trace_.add(event.at, EventKind::up_arrives, line.id.slot(), line.id.generation(),
                   arrival.bytes);
        if (line.server_open && !arrival.bytes.empty()) {
            if (line.filtered) {
                server_takes(line, arrival.bytes);
            } else {
                touched_ = true;
                server_->link_bytes(line.id, arrival.bytes, events_.now());
            }
        }
        if (arrival.end_of_stream && line.server_open) {
            // Filters end a stream by a goodbye of their own: without one it was cut.
            end_server(line, line.filtered ? CloseReason::reset : CloseReason::peer_closed);
            put_server_end(line);
            depart(line, Way::down);
        }
    }
    depart(line, Way::up);
}

void SimTransport::down_arrived(Line& line, const Event& event) {
    if (event.at < line.down_clogged_until) return;
    if (!line.client_open) return line.down.discard(event.at);
    if (line.client_reads) read_down(line, event, std::numeric_limits<std::size_t>::max());
}

void SimTransport::read_down(Line& line, const Event& event, std::size_t bytes_max) {
    const LinkId id = line.id;
    while (bytes_max > 0 && line.client_open && line.down.has_arrived(event.at)) {
        const Arrival arrival = line.down.take(event.at, std::min(bytes_max, Flow::read_bytes_max));
        bytes_max -= arrival.bytes.size();
        trace_.add(event.at, EventKind::down_arrives, id.slot(), id.generation(), arrival.bytes);
        if (line.filtered) {
            client_takes(line, arrival.bytes);
        } else if (!arrival.bytes.empty()) {
            line.peer->line_bytes(id, arrival.bytes, events_.now());
        }
        if (find(id) != &line) return;  // the client has closed and the line is gone
        if (arrival.end_of_stream) {
            const bool cut =
                line.filtered && line.filters.client->state() != LineFilter::State::ended;
            end_client(line, cut ? LineEnd::reset : LineEnd::closed);
        }
    }
    if (find(id) == &line) depart(line, Way::down);
}

void SimTransport::reset(LinkId link) {
    Line* line = find(link);
    if (line == nullptr || !line->opened || line->up.is_cut()) return;
    const Event event{events_.mono(), 0, link.generation(), link.slot(), EventKind::fault_strikes};
    const auto moment = static_cast<std::uint64_t>(event.at.since_origin.count());
    const std::uint64_t bits = chance_.draw(line->dial.entity, "reset", moment);
    line->up.break_off(event.at, static_cast<std::size_t>(uniform(bits, 0, 600)));
    line->down.break_off(event.at, static_cast<std::size_t>(uniform(mix64(bits), 0, 600)));
    line->up_clogged_until = line->down_clogged_until = MonoTime{};
    up_arrived(*line, event);
    end_server(*line, CloseReason::reset);
    if (line->client_open) {
        read_down(*line, event, std::numeric_limits<std::size_t>::max());
        if (find(link) == line) end_client(*line, LineEnd::reset);
    }
    if (find(link) == line) free_if_done(*line);
}

void SimTransport::server_died() {
    listening_ = touched_ = false;
    const std::size_t count = lines_.size();  // people may dial at once, in vain
    for (std::size_t slot = 0; slot < count; ++slot) {
        Line& line = *lines_[slot];
        if (line.in_use && line.opened) break_dead(line);
    }
}

// What the machine had taken from the program may still arrive; whose wire was cut learns nothing.
void SimTransport::break_dead(Line& line) {
    const LinkId id = line.id;
    line.server_open = false;
    if (line.client_open && !line.down.is_cut()) {
        const Event event{events_.mono(), 0, id.generation(), id.slot(), EventKind::server_dies};
        const auto moment = static_cast<std::uint64_t>(event.at.since_origin.count());
        const std::uint64_t bits = chance_.draw(line.dial.entity, "crash", moment);
        line.up.break_off(event.at, 0);
        line.down.break_off(event.at, static_cast<std::size_t>(uniform(bits, 0, 600)));
        line.down_clogged_until = MonoTime{};
        read_down(line, event, std::numeric_limits<std::size_t>::max());
        if (find(id) == &line) end_client(line, LineEnd::reset);
    }
    if (find(id) == &line) free_if_done(line);
}

void SimTransport::vanish(LinkId link) {
    Line* line = find(link);
    if (line == nullptr || !line->opened) return;
    line->up.cut();
    line->down.cut();
}

void SimTransport::clog(LinkId link, Way way, MonoTime until) {
    Line* line = find(link);
    if (line == nullptr) return;
    MonoTime& clogged = way == Way::up ? line->up_clogged_until : line->down_clogged_until;
    clogged = std::max(clogged, until);
    events_.schedule(clogged, EventKind::unclogs, link.slot(), link.generation());
}

void SimTransport::change_weather(LinkId link, const Weather& weather) {
    if (Line* line = find(link); line != nullptr) line->weather = shared(weather);
}

void SimTransport::free_if_done(Line& line) {
    if (!line.in_use || line.client_open || line.server_open || line.dirty) return;
    line.up.reset();
    line.down.reset();
    line.dial = Dial{};
    line.filters = LineFilters{};
    line.up_clogged_until = line.down_clogged_until = MonoTime{};
    line.in_use = line.opened = line.dirty = line.overflow_due = false;
    line.filtered = line.client_told = line.server_told = line.tells_drained = false;
    free_slots_.push_back(line.id.slot());
    --line_count_;
}

}  // namespace brusio::sim
