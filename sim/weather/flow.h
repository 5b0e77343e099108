#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/frame.h"
#include "core/base/keyed_random.h"
#include "core/base/time.h"
#include "sim/time/event_queue.h"
#include "sim/weather/fifo.h"
#include "sim/weather/weather.h"

namespace brusio::sim {

/// Where the events of a flow lead back to, and the key of its draws.
struct FlowAddress {
    std::uint32_t slot = 0;
    std::uint32_t generation = 0;
    EventKind arrives = EventKind::up_arrives;
    EventKind writable = EventKind::up_writable;
    std::uint64_t entity = 0;
};

/// What the receiving end may take now.
struct Arrival {
    std::string_view bytes;      // valid until the flow is used again
    bool end_of_stream = false;  // after these bytes
};

/// One direction of a link: the sender's queue, the bytes on the wire with their times of arrival,
/// and the receiver's window. Order is kept whatever the weather does.
class Flow {
 public:
    /// The most that one read gives.
    static constexpr std::size_t read_bytes_max = 16 * 1024;

    void open(const FlowAddress& address) { address_ = address; }
    /// Drops everything; the object can be opened again for another link.
    void reset();

    void push(Frame frame);
    /// The end of the stream, after all that was pushed. Nothing may be pushed after it.
    void push_end();
    /// Puts on the wire what the window and the weather let through, and schedules the arrivals.
    void depart(const Weather& weather, const KeyedRandom& chance, EventQueue& events);

    /// Takes what has arrived by `now`, at most `bytes_max`; frees that much of the window.
    Arrival take(MonoTime now, std::size_t bytes_max = read_bytes_max);
    /// True if `take` would give something.
    [[nodiscard]] bool has_arrived(MonoTime now);

    /// Loses what the wire has not taken.
    void drop_queue();
    /// Loses all that has not been taken but the first `keep` bytes, which arrive at once.
    void break_off(MonoTime now, std::size_t keep);
    /// Loses all that is on the wire and will be: the sender notices only that nothing is taken.
    void cut() { cut_ = true; }
    /// Throws away what nobody will read, so that the sender is not held back.
    void discard(MonoTime now);

    [[nodiscard]] bool is_cut() const { return cut_; }
    [[nodiscard]] bool ended() const { return end_pushed_; }
    /// Bytes that the sender has written and the wire has not taken.
    [[nodiscard]] std::size_t queued_bytes() const { return queued_bytes_; }
    /// Bytes between the two ends, taken by the wire and not by the receiver.
    [[nodiscard]] std::size_t wire_bytes() const { return wire_bytes_; }
    [[nodiscard]] bool drained() const { return queue_.empty() && wire_.empty(); }

 private:
    struct Piece {
        Frame frame;  // empty: the end of the stream
        std::size_t begin = 0;
        std::size_t end = 0;
        MonoTime arrives;

        [[nodiscard]] std::size_t size() const { return end - begin; }
        [[nodiscard]] std::string_view view() const {
            return frame.bytes().substr(begin, end - begin);
        }
    };

    [[nodiscard]] std::size_t share_now(const Weather& weather, const KeyedRandom& chance,
                                        EventQueue& events);
    [[nodiscard]] MonoTime arrival_of(std::size_t bytes, const Weather& weather,
                                      const KeyedRandom& chance, MonoTime now);
    [[nodiscard]] std::size_t fragment_bytes(std::size_t bytes, const Weather& weather,
                                             const KeyedRandom& chance, MonoTime now,
                                             std::uint64_t index) const;
    void put_on_wire(std::size_t bytes, MonoTime arrives);
    void schedule_arrival(MonoTime arrives, EventQueue& events);

    FlowAddress address_;
    Fifo<Piece> queue_;
    Fifo<Piece> wire_;
    std::string glued_;  // reused by reads that span pieces
    std::size_t queued_bytes_ = 0;
    std::size_t wire_bytes_ = 0;
    MonoTime line_free_;     // when the last byte has left the sender
    MonoTime last_arrives_;  // nothing overtakes
    MonoTime writable_at_;   // the end of a short write's pause
    Frame taken_;            // keeps the bytes of the last take alive
    bool end_pushed_ = false;
    bool cut_ = false;
};

}  // namespace brusio::sim
