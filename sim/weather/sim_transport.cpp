#include "sim/weather/sim_transport.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/base/assert.h"
#include "sim/weather/sim_line.h"

namespace brusio::sim {

SimTransport::SimTransport(const Parts& parts)
    : events_(parts.events),
      trace_(parts.trace),
      chance_(parts.chance),
      queue_bytes_max_(parts.send_queue_bytes_max),
      linger_max_(parts.linger_max),
      filters_(parts.filters),
      handshake_max_(parts.handshake_max) {}

SimTransport::~SimTransport() = default;

SimLine* SimTransport::find(LinkId link) const {
    if (link.slot() >= lines_.size()) return nullptr;
    Line& line = *lines_[link.slot()];
    return line.in_use && line.id == link ? &line : nullptr;
}

SimLine* SimTransport::find(const Event& event) const {
    return find(LinkId::of(event.subject, static_cast<std::uint32_t>(event.detail)));
}

// ---- the server's end ----

void SimTransport::release(std::span<const Output> outputs) {
    for (const Output& output : outputs) {
        if (const auto* deliver = std::get_if<Deliver>(&output)) {
            if (deliver->audience == nullptr) {
                queue_to(deliver->to, deliver->frame);
                continue;
            }
            for (const LinkId link : *deliver->audience) {
                if (link != deliver->except) queue_to(link, deliver->frame);
            }
        } else if (const auto* close = std::get_if<Close>(&output)) {
            if (Line* line = find(close->link); line != nullptr) close_from_server(*line);
        } else if (const auto* reading = std::get_if<SetReading>(&output)) {
            if (Line* line = find(reading->link); line != nullptr) {
                set_server_reading(*line, reading->reading);
            }
        } else if (const auto* tell = std::get_if<TellDrained>(&output)) {
            if (Line* line = find(tell->link); line != nullptr) {
                await_drained(*line, tell->queue_bytes);
            }
        }
    }
    flush_dirty();
}

void SimTransport::queue_to(LinkId link, const Frame& frame) {
    Line* line = find(link);
    if (line == nullptr || !line->server_open || line->down.ended()) return;
    if (line->filtered) {
        std::string wire;
        line->filters.server->send(frame.bytes(), wire);
        if (!wire.empty()) line->down.push(Frame::copy_of(wire));
    } else {
        line->down.push(frame);
    }
    mark_dirty(link.slot());
}

void SimTransport::mark_dirty(std::uint32_t slot) {
    if (std::exchange(lines_[slot]->dirty, true)) return;
    dirty_.push_back(slot);
}

void SimTransport::flush_dirty() {
    for (const std::uint32_t slot : dirty_) {
        Line& line = *lines_[slot];
        line.dirty = false;
        if (!line.in_use) continue;
        depart(line, Way::down);
        const std::size_t queued = line.down.queued_bytes();
        queue_peak_ = std::max(queue_peak_, std::min(queued, queue_bytes_max_));
        if (queued > queue_bytes_max_ && line.server_open) overflowed(line);
        free_if_done(line);
    }
    dirty_.clear();
}

// The driver is told in an event of its own: it must not be called back from within `release`.
void SimTransport::overflowed(Line& line) {
    if (std::exchange(line.overflow_due, true)) return;
    events_.schedule(events_.mono(), EventKind::overflows, line.id.slot(), line.id.generation());
}

void SimTransport::end_server(Line& line, CloseReason reason) {
    if (!std::exchange(line.server_open, false) || !line.server_told) return;
    touched_ = true;
    server_->link_closed(line.id, reason, events_.now());
}

void SimTransport::close_from_server(Line& line) {
    if (!std::exchange(line.server_open, false)) return;
    put_server_end(line);
    mark_dirty(line.id.slot());
    events_.schedule(events_.mono() + linger_max_, EventKind::linger_ends, line.id.slot(),
                     line.id.generation());
}

void SimTransport::set_server_reading(Line& line, bool reading) {
    if (std::exchange(line.server_reads, reading) == reading || !reading) return;
    if (!line.up.has_arrived(events_.mono())) return;
    events_.schedule(events_.mono(), EventKind::up_arrives, line.id.slot(), line.id.generation());
}

void SimTransport::await_drained(Line& line, std::size_t queue_bytes) {
    if (!line.server_open) return;
    line.tells_drained = true;
    line.drained_at_most = queue_bytes;
    mark_dirty(line.id.slot());
}

const Weather* SimTransport::shared(const Weather& weather) {
    const auto known = std::find_if(weathers_.begin(), weathers_.end(),
                                    [&](const auto& other) { return *other == weather; });
    if (known != weathers_.end()) return known->get();
    weathers_.push_back(std::make_unique<const Weather>(weather));
    return weathers_.back().get();
}

// ---- the client's end ----

LinkId SimTransport::dial(Dial dial) {
    BRUSIO_ASSERT(dial.peer != nullptr);
    std::uint32_t slot = 0;
    if (free_slots_.empty()) {
        slot = static_cast<std::uint32_t>(lines_.size());
        lines_.push_back(std::make_unique<Line>());
        lines_.back()->id = LinkId::of(slot, 0);
    } else {
        slot = free_slots_.back();
        free_slots_.pop_back();
    }
    Line& line = *lines_[slot];
    const std::uint32_t generation = line.id.generation() + 1;
    line.id = LinkId::of(slot, generation);
    line.dial = std::move(dial);
    line.peer = line.dial.peer;
    line.weather = shared(line.dial.weather);
    line.in_use = line.client_open = line.client_reads = line.server_reads = true;
    const std::uint64_t entity = line.dial.entity;
    line.up.open(
        {slot, generation, EventKind::up_arrives, EventKind::up_writable, mix64(entity * 2)});
    line.down.open({slot, generation, EventKind::down_arrives, EventKind::down_writable,
                    mix64(entity * 2 + 1)});
    ++line_count_;

    const Weather& weather = *line.weather;
    const auto moment = static_cast<std::uint64_t>(events_.mono().since_origin.count());
    const std::uint64_t bits = chance_.draw(entity, "dial", moment);
    LineEnd end = LineEnd::closed;
    Duration takes = weather.latency.draw(mix64(bits)) * 2;
    if (happens(bits, weather.refuse_per_mille)) end = LineEnd::refused;
    if (happens(mix64(bits + 1), weather.dial_timeout_per_mille)) {
        end = LineEnd::timed_out;
        takes = weather.dial_timeout;
    }
    const auto detail = (static_cast<std::uint64_t>(end) << 32) | generation;
    events_.schedule(events_.mono() + takes, EventKind::dial_ends, slot, detail);
    return line.id;
}

bool SimTransport::is_open(LinkId link) const {
    const Line* line = find(link);
    return line != nullptr && line->client_open;
}

void SimTransport::write(LinkId link, std::string_view bytes) {
    Line* line = find(link);
    if (line == nullptr || !line->client_open || !line->client_told || line->up.ended()) return;
    if (!line->filtered) return put(*line, Way::up, bytes);
    std::string wire;
    line->filters.client->send(bytes, wire);
    put(*line, Way::up, wire);
}

void SimTransport::half_close(LinkId link) {
    Line* line = find(link);
    if (line == nullptr || !line->client_open || line->up.ended()) return;
    put_client_end(*line);
}

void SimTransport::close(LinkId link) {
    Line* line = find(link);
    if (line == nullptr || !std::exchange(line->client_open, false)) return;
    if (line->opened && !line->up.ended()) put_client_end(*line);
    // The caller may be reading bytes of this very line: what is left goes in an event of its own.
    events_.schedule(events_.mono(), EventKind::down_arrives, link.slot(), link.generation());
}

void SimTransport::set_reading(LinkId link, bool reading) {
    Line* line = find(link);
    if (line == nullptr || std::exchange(line->client_reads, reading) == reading || !reading) {
        return;
    }
    events_.schedule(events_.mono(), EventKind::down_arrives, link.slot(), link.generation());
}

void SimTransport::read_some(LinkId link, std::size_t bytes_max) {
    Line* line = find(link);
    if (line == nullptr || !line->client_open) return;
    read_down(*line,
              Event{events_.mono(), 0, link.generation(), link.slot(), EventKind::person_reads},
              bytes_max);
}

std::size_t SimTransport::server_queue_bytes(LinkId link) const {
    const Line* line = find(link);
    return line == nullptr ? 0 : line->down.queued_bytes();
}

}  // namespace brusio::sim
