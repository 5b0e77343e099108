#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/time.h"

namespace brusio::sim {

/// What an event of the simulation is about; part of the trace, so append only.
enum class EventKind : std::uint8_t {
    server_deadline = 1,  // the engine asked to be called
    dial_ends = 2,        // a client's connect succeeds, is refused or times out
    up_arrives = 3,       // bytes reach the server
    down_arrives = 4,     // bytes reach a client
    up_writable = 5,      // a client's stream takes bytes again after a short write
    down_writable = 6,    // a server's stream takes bytes again after a short write
    linger_ends = 7,      // a closed link whose peer never read the rest is given up
    unclogs = 8,          // held back directions flow again
    client_deadline = 9,  // a client brain asked to be called
    person_acts = 10,     // somebody has thought long enough
    person_reads = 11,    // a slow reader takes some bytes
    fault_strikes = 12,   // the weather does something to one line
    overflows = 13,       // a server's queue has passed its cap
    handshake_ends = 14,  // a line with filters that is not open by now is given up
    store_syncs = 15,     // what was under way to the disk is durable, or has failed
    disk_strikes = 16,    // the disk is full, or has room again
    server_dies = 17,     // the program is killed
    server_starts = 18,   // and started again
    drains = 19,          // a server's queue is as short as the server waits for
};

/// One thing that will happen. Plain data: whoever the kind names knows what `subject` and
/// `detail` mean.
struct Event {
    MonoTime at;
    std::uint64_t seq = 0;  // in order of scheduling; breaks ties
    std::uint64_t detail = 0;
    std::uint32_t subject = 0;
    EventKind kind = EventKind::server_deadline;
};

/// The future, earliest first, equal times in order of scheduling. Virtual time never goes back.
class EventQueue {
 public:
    explicit EventQueue(MonoTime start) : now_(start) {}

    /// `at` is not in the past.
    void schedule(MonoTime at, EventKind kind, std::uint32_t subject, std::uint64_t detail = 0);

    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] std::size_t size() const { return heap_.size(); }
    /// When the next event is due. The queue is not empty.
    [[nodiscard]] MonoTime next_at() const { return heap_.front().at; }
    /// Takes the next event and moves the clock to it. The queue is not empty.
    Event pop();
    /// Moves the clock forward over a stretch without events.
    void advance_to(MonoTime at);

    [[nodiscard]] MonoTime mono() const { return now_; }
    /// Virtual now; the wall clock starts on 2026-01-01 and keeps the pace of the virtual one.
    [[nodiscard]] Now now() const;
    [[nodiscard]] std::uint64_t scheduled_count() const { return next_seq_; }

 private:
    void sift_down(Event event);

    std::vector<Event> heap_;  // 4-ary
    MonoTime now_;
    std::uint64_t next_seq_ = 0;
};

}  // namespace brusio::sim
