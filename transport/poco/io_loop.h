#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/transport.h"
#include "transport/poco/address_limits.h"
#include "transport/poco/descriptor.h"
#include "transport/poco/link_slot.h"
#include "transport/poco/mailbox.h"

namespace brusio::poco {

/// What is known of a link before it has carried anything.
[[nodiscard]] LinkInfo info_of(const Arrival& arrival, const IpAddress& peer);

/// Reads both clocks of the machine.
[[nodiscard]] Now read_clocks();

/// One epoll loop and the links it carries. All of it belongs to one thread but for the members
/// that say otherwise. The thread calls `poll`, then hands in outputs, then `flush`, and again.
class IoLoop {
 public:
    struct Options {
        std::uint32_t index = 0;        // this loop's number among
        std::uint32_t stride_bits = 0;  // at most 2^stride_bits loops: slot = local << bits | index
        std::size_t send_queue_bytes_max = 1024 * 1024;
        std::size_t read_bytes_max = 16 * 1024;
        Duration close_deadline = std::chrono::seconds{5};
        Duration handshake_deadline = std::chrono::seconds{10};
        std::size_t handshakes_max = 512;
        /// A trusted proxy has so long for its whole header.
        Duration proxy_header_deadline = std::chrono::seconds{5};
        /// A link's filters did not open. On the loop's thread; may be empty; must not throw.
        std::function<void(const IpAddress& peer, const std::string& reason)> on_failed_handshake;
    };

    IoLoop(Options options, AddressLimits& limits);
    ~IoLoop();
    IoLoop(const IoLoop&) = delete;
    IoLoop& operator=(const IoLoop&) = delete;

    // Any thread.
    void adopt(AcceptedSocket socket) { adopted_.put(socket); }
    void post(std::function<void()> task) { tasks_.put(std::move(task)); }
    void wake() { wakeup_.wake(); }
    /// Links that hold a descriptor, those being closed included.
    [[nodiscard]] std::size_t links_open() const {
        return links_open_.load(std::memory_order_relaxed);
    }
    /// Those of them that still have something to send or to hear from the engine.
    [[nodiscard]] std::size_t links_unflushed() const {
        return links_open() - links_lingering_.load(std::memory_order_relaxed);
    }

    // The loop's thread.
    /// Calls `handler` from `poll` whenever `descriptor` (not owned) is readable.
    void watch(int descriptor, std::function<void()> handler);
    /// Waits at most `wait_max` for something to happen, tells `events` of it, runs what was
    /// posted. Returns the time at which it woke.
    Now poll(TransportEvents& events, Duration wait_max);
    /// Takes one output; what it says of links of other loops is passed over.
    void apply(const Output& output);
    /// Writes what the turn has queued: one system call a link.
    void flush();
    /// What waits for the socket of a link that is open; nothing if another loop has it.
    [[nodiscard]] std::optional<std::size_t> queued_bytes(LinkId link);
    /// Drops every link without a word; those that were closed in order end in order.
    void abort_all();
    /// Drops the links that nobody has heard of yet, and all that come like them from now on.
    void stop_handshakes();

 private:
    static constexpr std::size_t ready_max = 512;
    static constexpr std::size_t vectors_max = 256;
    static constexpr std::uint32_t discard_bytes_max = 256 * 1024;
    static constexpr std::size_t encode_bytes_max = 16 * 1024;  // one TLS record
    // Each costs a fraction of a millisecond; the links that talk must not wait for a crowd.
    static constexpr std::size_t handshake_steps_per_turn_max = 32;

    struct Report {
        LinkId link;
        CloseReason reason;
    };
    struct Deadline {
        MonoTime at;
        LinkId link;
    };

    [[nodiscard]] LinkId id_of(const LinkSlot& slot) const;
    [[nodiscard]] LinkSlot* find(LinkId link);
    [[nodiscard]] LinkSlot* find_open(LinkId link);

    [[nodiscard]] int wait_ms(Duration wait_max) const;
    void handle_ready(const epoll_event& ready, TransportEvents& events);
    void handle_open(LinkSlot& slot, std::uint32_t mask, TransportEvents& events);
    void handle_closing(LinkSlot& slot, std::uint32_t mask);
    void read(LinkSlot& slot, std::uint32_t mask, TransportEvents& events);
    void end_of_stream(LinkSlot& slot, TransportEvents& events);
    void lose(LinkSlot& slot, TransportEvents& events);
    void discard(LinkSlot& slot);
    void report_dooms(TransportEvents& events);
    void report_drained(TransportEvents& events);
    void open_adopted(TransportEvents& events);
    void open_link(const AcceptedSocket& socket, TransportEvents& events);
    void run_tasks();
    void expire_closing();

    // Links with filters: io_loop_filter.cpp.
    [[nodiscard]] FilteredLink& filtered(const LinkSlot& slot);
    void prepare_filter(LinkSlot& slot, const AcceptedSocket& socket);
    void await_handshake(LinkSlot& slot);
    void begin_handshakes();
    void leave_handshake(LinkSlot& slot);
    void expire_handshakes();
    void expire_proxy_headers();
    [[nodiscard]] bool admit(LinkSlot& slot, FilteredLink& link, const LinkInfo& info);
    void turn_away(LinkSlot& slot, FilteredLink& link);
    void end_filtered(LinkSlot& slot, FilteredLink& link, TransportEvents& events);
    void tell_failed_handshake(const LinkSlot& slot, const std::string& reason);
    void receive(LinkSlot& slot, std::string_view wire, TransportEvents& events);
    void forget_filter(LinkSlot& slot);
    [[nodiscard]] bool fill_wire(LinkSlot& slot, FilteredLink& link);
    void encode_some(LinkSlot& slot, FilteredLink& link);
    [[nodiscard]] bool write_filtered(LinkSlot& slot);

    void deliver(const Deliver& delivery);
    void queue_shared(LinkId to, const Piece& piece);
    void queue_own(LinkSlot& slot, std::string_view bytes);
    void queued(LinkSlot& slot);
    void mark_dirty(LinkSlot& slot);
    void set_reading(LinkSlot& slot, bool reading);
    void await_drained(LinkSlot& slot, std::size_t queue_bytes);
    void note_if_drained(LinkSlot& slot);

    void flush_slot(LinkSlot& slot);
    [[nodiscard]] bool write_out(LinkSlot& slot);
    void write_failed(LinkSlot& slot, int error);
    void doom(LinkSlot& slot, CloseReason reason);
    void begin_closing(LinkSlot& slot);
    void begin_lingering(LinkSlot& slot);
    void watch_changed(LinkSlot& slot);
    enum class Ending : std::uint8_t { orderly, abrupt };
    void destroy(LinkSlot& slot, Ending ending);

    Options options_;
    AddressLimits& limits_;
    Descriptor epoll_;
    Wakeup wakeup_;
    Mailbox<AcceptedSocket> adopted_{wakeup_};
    Mailbox<std::function<void()>> tasks_{wakeup_};
    std::atomic<std::size_t> links_open_{0};
    std::atomic<std::size_t> links_lingering_{0};

    Now now_{};
    std::vector<epoll_event> ready_;
    std::vector<char> read_buffer_;
    std::vector<AcceptedSocket> opening_;          // memory reused
    std::vector<std::function<void()>> running_;   // memory reused
    std::vector<std::function<void()>> watchers_;  // by number
    ChunkPool pool_;
    TurnChunks turn_{pool_};
    std::vector<LinkSlot> slots_;
    std::vector<IpAddress> counted_as_;  // by local slot; none: not counted
    std::vector<std::uint32_t> free_;    // local slots
    std::vector<std::uint32_t> dirty_;   // local slots
    std::vector<Report> dooms_;
    std::vector<LinkId> drained_;   // to be reported
    std::deque<Deadline> closing_;  // one duration for all: in order of time

    std::vector<std::unique_ptr<FilteredLink>> filtered_;  // by local slot; as long as needed
    std::deque<LinkId> waiting_;                           // to begin their handshake
    std::deque<Deadline> handshakes_;                      // in order of time
    std::deque<Deadline> proxy_headers_;                   // likewise
    std::size_t handshakes_begun_ = 0;
    std::size_t handshake_steps_left_ = 0;  // in this turn
    bool handshakes_stopped_ = false;
    std::string plain_;   // memory reused
    std::string gather_;  // memory reused
    std::string spare_;   // memory of a `wire` that was sent whole
};

}  // namespace brusio::poco
