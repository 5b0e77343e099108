#include "sim/weather/flow.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

std::uint64_t moment(MonoTime at) { return static_cast<std::uint64_t>(at.since_origin.count()); }

Duration up_to(std::uint64_t bits, Duration most) {
    const auto ns = uniform(bits, 0, static_cast<std::uint64_t>(most.count()));
    return Duration{static_cast<Duration::rep>(ns)};
}

}  // namespace

void Flow::reset() {
    queue_.clear();
    wire_.clear();
    taken_ = Frame{};
    queued_bytes_ = wire_bytes_ = 0;
    line_free_ = last_arrives_ = writable_at_ = MonoTime{};
    end_pushed_ = cut_ = false;
}

void Flow::push(Frame frame) {
    BRUSIO_ASSERT(!end_pushed_);
    if (frame.empty()) return;
    const std::size_t size = frame.size();
    queued_bytes_ += size;
    queue_.push(Piece{std::move(frame), 0, size, {}});
}

void Flow::push_end() {
    BRUSIO_ASSERT(!end_pushed_);
    end_pushed_ = true;
    queue_.push(Piece{});
}

void Flow::depart(const Weather& weather, const KeyedRandom& chance, EventQueue& events) {
    const MonoTime now = events.mono();
    if (queue_.empty() || now < writable_at_) return;
    std::size_t left = share_now(weather, chance, events);
    const bool whole = left == queued_bytes_;
    if (left > 0) {
        MonoTime arrives = arrival_of(left, weather, chance, now);
        for (std::uint64_t index = 0; left > 0; ++index) {
            const std::size_t bytes = fragment_bytes(left, weather, chance, now, index);
            if (index > 0) {
                arrives = arrives + up_to(chance.draw(address_.entity + index, "gap", moment(now)),
                                          weather.fragment_gap);
            }
            put_on_wire(bytes, arrives);
            schedule_arrival(arrives, events);
            left -= bytes;
        }
    }
    if (whole && !queue_.empty()) {  // only the end of the stream is left
        BRUSIO_ASSERT(queue_.size() == 1 && end_pushed_);
        const MonoTime arrives = arrival_of(0, weather, chance, now);
        wire_.push(queue_.pop());
        wire_.back().arrives = arrives;
        schedule_arrival(arrives, events);
    }
}

std::size_t Flow::share_now(const Weather& weather, const KeyedRandom& chance, EventQueue& events) {
    const std::size_t room = weather.window_bytes - std::min(weather.window_bytes, wire_bytes_);
    const std::size_t bytes = std::min(queued_bytes_, room);
    if (weather.short_write_per_mille == 0 || bytes == 0) return bytes;
    const std::uint64_t bits = chance.draw(address_.entity, "short write", moment(events.mono()));
    if (!happens(bits, weather.short_write_per_mille)) return bytes;
    const auto pause = up_to(mix64(bits), weather.short_write_pause) + Duration{1};
    writable_at_ = events.mono() + pause;
    events.schedule(writable_at_, address_.writable, address_.slot, address_.generation);
    return static_cast<std::size_t>(uniform(mix64(bits + 1), 0, bytes - 1));
}

MonoTime Flow::arrival_of(std::size_t bytes, const Weather& weather, const KeyedRandom& chance,
                          MonoTime now) {
    MonoTime leaves = std::max(now, line_free_);
    if (weather.bytes_per_second != 0) {
        const std::uint64_t ns = bytes * 1'000'000'000U / weather.bytes_per_second;
        leaves = leaves + Duration{static_cast<Duration::rep>(ns)};
        line_free_ = leaves;
    }
    Duration way = weather.latency.least;
    if (weather.latency.shape != Delay::Shape::fixed) {
        way = weather.latency.draw(chance.draw(address_.entity, "latency", moment(now)));
    }
    if (weather.hold_per_mille != 0) {
        const std::uint64_t bits = chance.draw(address_.entity, "hold", moment(now));
        if (happens(bits, weather.hold_per_mille)) way += up_to(mix64(bits), weather.hold_for);
    }
    return std::max(leaves + way, last_arrives_);
}

std::size_t Flow::fragment_bytes(std::size_t bytes, const Weather& weather,
                                 const KeyedRandom& chance, MonoTime now,
                                 std::uint64_t index) const {
    if (weather.cut_every_bytes != 0) return std::min(bytes, weather.cut_every_bytes);
    const std::uint32_t odds = weather.fragment_per_mille + weather.dribble_per_mille;
    if (odds == 0 || bytes == 1) return bytes;
    const std::uint64_t bits = chance.draw(address_.entity, "fragment", moment(now));
    if (!happens(bits, odds)) return bytes;
    if (happens(bits, weather.dribble_per_mille)) return 1;
    if (index >= 3) return bytes;
    return static_cast<std::size_t>(uniform(mix64(bits + index), 1, bytes));
}

void Flow::put_on_wire(std::size_t bytes, MonoTime arrives) {
    queued_bytes_ -= bytes;
    wire_bytes_ += bytes;
    while (bytes > 0) {
        Piece& first = queue_.front();
        if (first.size() <= bytes) {
            bytes -= first.size();
            wire_.push(queue_.pop());
            wire_.back().arrives = arrives;
        } else {
            wire_.push(Piece{first.frame, first.begin, first.begin + bytes, arrives});
            first.begin += bytes;
            bytes = 0;
        }
    }
}

void Flow::schedule_arrival(MonoTime arrives, EventQueue& events) {
    const bool pending = arrives == last_arrives_ && arrives > events.mono();
    last_arrives_ = arrives;
    if (pending || cut_) return;
    events.schedule(arrives, address_.arrives, address_.slot, address_.generation);
}

bool Flow::has_arrived(MonoTime now) {
    return !cut_ && !wire_.empty() && wire_.front().arrives <= now;
}

Arrival Flow::take(MonoTime now, std::size_t bytes_max) {
    Arrival arrival;
    glued_.clear();
    for (bool first = true; has_arrived(now) && bytes_max > 0; first = false) {
        Piece& piece = wire_.front();
        if (piece.frame.empty()) {
            wire_.pop();
            arrival.end_of_stream = true;
            break;
        }
        const std::size_t bytes = std::min(piece.size(), bytes_max);
        const std::string_view view = piece.view().substr(0, bytes);
        bytes_max -= bytes;
        wire_bytes_ -= bytes;
        if (first) {
            taken_ = piece.frame;
            arrival.bytes = view;
        } else {
            if (glued_.empty()) glued_ = arrival.bytes;
            glued_ += view;
        }
        piece.begin += bytes;
        if (piece.size() == 0) wire_.pop();
    }
    if (!glued_.empty()) arrival.bytes = glued_;
    return arrival;
}

void Flow::drop_queue() {
    queue_.clear();
    queued_bytes_ = 0;
}

void Flow::break_off(MonoTime now, std::size_t keep) {
    drop_queue();
    Fifo<Piece> kept;
    std::size_t kept_bytes = 0;
    while (!wire_.empty() && kept_bytes < keep) {
        Piece piece = wire_.pop();
        if (piece.frame.empty()) break;
        piece.end = std::min(piece.end, piece.begin + (keep - kept_bytes));
        piece.arrives = now;
        kept_bytes += piece.size();
        kept.push(std::move(piece));
    }
    wire_ = std::move(kept);
    wire_bytes_ = kept_bytes;
}

void Flow::discard(MonoTime now) {
    while (has_arrived(now)) static_cast<void>(take(now));
}

}  // namespace brusio::sim
