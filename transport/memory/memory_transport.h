#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/transport.h"
#include "transport/memory/memory_link.h"

namespace brusio {

/// The far end of a link of a MemoryTransport, in the hands of a test: a client's socket.
/// It may outlive its transport; the stream is then broken.
class MemoryPeer {
 public:
    explicit MemoryPeer(std::shared_ptr<MemoryLink> link) : link_(std::move(link)) {}

    /// Sends as much as the stream takes now and says how many bytes those were.
    std::size_t write(std::string_view bytes) { return link_->to_server.write(bytes); }
    /// Takes what has arrived, at most `bytes_max` bytes. A peer that does not call it does not
    /// read: the server's bytes pile up as they would in a socket.
    std::string read(std::size_t bytes_max = std::string::npos) {
        return link_->to_peer.read(bytes_max);
    }
    /// Says that it will send nothing more; it can still read.
    void half_close() { link_->to_server.finish(); }
    /// Breaks the stream in both directions; bytes on their way are lost.
    void reset() { link_->break_off(); }

    /// True once the server has closed the link and everything was read.
    [[nodiscard]] bool ended() const { return link_->to_peer.ended(); }
    [[nodiscard]] bool broken() const { return link_->broken(); }

 private:
    std::shared_ptr<MemoryLink> link_;
};

/// Byte streams within one program, without threads: nothing moves but inside `pump_events`.
/// Links are served in the order of their slots, so that the same calls give the same events.
class MemoryTransport final : public Transport {
 public:
    struct Options {
        std::size_t send_queue_bytes_max = 1024 * 1024;
        /// What one direction holds on top of the queue, like the kernel's socket buffer.
        std::size_t pipe_bytes_max = 64 * 1024;
        /// A link that the engine has closed has so long for its peer to read what is queued.
        Duration flush_deadline = std::chrono::seconds{5};
    };

    explicit MemoryTransport(Options options) : options_(options) {}
    ~MemoryTransport() override;
    MemoryTransport(const MemoryTransport&) = delete;
    MemoryTransport& operator=(const MemoryTransport&) = delete;

    /// Opens a link; the driver hears of it in the next `pump_events`.
    MemoryPeer connect(LinkInfo info);

    void release(std::span<const Output> outputs) override;

    /// Moves bytes both ways and tells `events` what happened. Not to be called from an event.
    void pump_events(TransportEvents& events, Now now);

    /// Links that still hold a slot, those that are being flushed included.
    [[nodiscard]] std::size_t links_open() const { return links_open_; }

 private:
    enum class Phase : std::uint8_t { free, connecting, open, overfull, flushing };
    struct Slot {
        Phase phase = Phase::free;
        bool reading = true;
        bool tells_drained = false;       // its queue is waited for
        std::size_t drained_at_most = 0;  // bytes; see TellDrained
        std::uint32_t generation = 0;
        std::shared_ptr<MemoryLink> link;
        LinkInfo info;             // until it was reported
        std::vector<Frame> queue;  // oldest first
        std::size_t sent_of_first = 0;
        std::size_t queue_bytes = 0;
        MonoTime flush_until;  // while flushing; the origin: not yet known
    };

    Slot* find_open(LinkId link);
    void deliver(const Deliver& deliver);
    void queue_frame(LinkId to, const Frame& frame);
    static void flush(Slot& slot);
    void begin_flushing(Slot& slot);
    void read_link(LinkId link, TransportEvents& events, Now now);
    void report_closed(LinkId link, CloseReason reason, TransportEvents& events, Now now);
    void serve_flushing(std::uint32_t index, Now now);
    void free_slot(std::uint32_t index);

    Options options_;
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
    std::size_t links_open_ = 0;
};

}  // namespace brusio
