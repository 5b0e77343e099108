#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/ports/transport.h"
#include "transport/filter/byte_filter.h"

namespace brusio {

/// Where to listen and for which protocol.
struct ListenerSpec {
    LinkKind kind = LinkKind::irc;
    std::string host = "127.0.0.1";  // a name or a numeric address
    std::uint16_t port = 0;          // 0: the kernel chooses
    /// Not empty: a socket of the file system instead; `host` is the same path then.
    std::string path{};
    std::uint32_t path_mode = 0660;  // who may connect, as chmod(2) takes it
    /// What a peer reads that is turned away because of its address; may be empty.
    std::string refusal_text;
    /// Makes what stands between the wire and the links; empty: nothing does. Called from the
    /// threads that carry links, as long as the transport lives.
    filter::FilterMaker filters;
    /// Addresses and ranges of reverse proxies, or "unix": their links count once it is known for
    /// whom they are, which the filters say.
    std::vector<std::string> proxies{};
    bool proxies_alone = false;  // who is none of them is closed at once
};

/// What the transport's own thread drives: the pump, or a fake in a test. All calls come from the
/// thread that is in `run` or `run_once`.
class LoopDriver {
 public:
    virtual ~LoopDriver() = default;
    /// Hears of links. Must not call `release` from an event; `turn` is the place for that.
    virtual TransportEvents& events() = 0;
    /// All that was ready has been reported: decide, and release outputs.
    virtual void turn(Now now) = 0;
    /// When `turn` is due even if nothing happens.
    [[nodiscard]] virtual std::optional<MonoTime> next_deadline() const = 0;
};

/// Somebody was turned away before having a link.
struct RefusedPeer {
    enum class Why : std::uint8_t {
        too_many_links,
        too_many_new_links,
        out_of_descriptors,
        no_trusted_proxy,
    };
    Why why = Why::too_many_links;
    std::string address;      // the newest
    std::uint64_t times = 1;  // since the last report; one report a second at most for each why
};

/// A link whose filters did not open: it was never reported as a link.
struct FailedHandshake {
    std::string address;
    std::string reason;  // a few words, never the peer's own
};

/// TCP: POCO accepts, our epoll loops carry. The thread that calls `run` is itself the first loop
/// and the driver: with one loop no byte crosses a thread. More loops carry links on threads of
/// their own and exchange whole batches with the first.
///
/// Threads: one per listener and one that hands over, both of POCO and idle but for new links, and
/// one per loop after the first. Signals that the program waits for must be blocked before the
/// transport is made, since its threads inherit the mask.
class PocoTransport final : public Transport {
 public:
    struct Options {
        std::size_t loops = 1;  // 1 to 7
        std::size_t send_queue_bytes_max = Limits{}.send_queue_bytes_max;
        /// At most so much of one link is read in a turn, so that one flood does not starve others.
        std::size_t read_bytes_max = 16 * 1024;
        /// A closed link has so long to take what is queued and to close its side.
        Duration close_deadline = Limits{}.drain_deadline;
        std::size_t links_per_address_max = Limits{}.links_per_address_max;
        std::size_t new_links_per_address_max = Limits{}.new_links_per_address_max;
        Duration new_links_window = Limits{}.new_links_window;
        /// Addresses and ranges that the three limits above do not hold for.
        std::vector<std::string> exempt_addresses = {"127.0.0.0/8", "::1"};
        /// Called from the accepting threads; may be empty; must not throw.
        std::function<void(const RefusedPeer&)> on_refused;
        /// A link with filters that does not open by then is dropped, and was never reported.
        Duration handshake_deadline = Limits{}.handshake_deadline;
        /// A trusted proxy has so long for its whole PROXY header.
        Duration proxy_header_deadline = Limits{}.proxy_header_deadline;
        /// So many shake hands at the same time, all loops together; the others wait for them.
        std::size_t handshakes_at_once_max = Limits{}.handshakes_at_once_max;
        /// Called from the threads that carry links; may be empty; must not throw.
        std::function<void(const FailedHandshake&)> on_failed_handshake;
    };

    /// The error is a sentence: an exempt address that is none, a number out of its range.
    static Result<std::unique_ptr<PocoTransport>, std::string> make(Options options);
    ~PocoTransport() override;
    PocoTransport(const PocoTransport&) = delete;
    PocoTransport& operator=(const PocoTransport&) = delete;

    /// Begins to listen; gives the real port, or a sentence that names the address and the reason.
    /// Driver's thread, like the two that follow.
    Result<std::uint16_t, std::string> listen(const ListenerSpec& spec);
    /// Closes the listening socket that was opened for `host` (as it was written) and has `port`;
    /// whoever came through it stays. False if there is none.
    bool stop_listening(const std::string& host, std::uint16_t port);
    /// Closes all listening sockets. Links stay, but those that are not open yet.
    void stop_listening();

    void release(std::span<const Output> outputs) override;
    /// Driver's thread: the bytes that wait for a link's peer; nothing if the link is not open, or
    /// if another loop carries it.
    [[nodiscard]] std::optional<std::size_t> queued_bytes(LinkId link) const;

    /// Turns until `stop` is called.
    void run(LoopDriver& driver);
    /// One turn: waits at most `wait_max` for something to happen.
    void run_once(LoopDriver& driver, Duration wait_max);
    /// Driver's thread: calls `handler` there whenever `descriptor` (not owned, open as long as
    /// the transport) is readable.
    void watch(int descriptor, std::function<void()> handler);

    /// Any thread. Makes `run` return after the current turn.
    void stop();
    /// Any thread. Runs `task` on the driver's thread, before the next `turn`.
    void post(std::function<void()> task);
    /// Any thread. Makes the driver take a turn.
    void wake();
    /// Any thread. Links that hold a descriptor, those being closed included.
    [[nodiscard]] std::size_t links_open() const;
    /// Any thread. Those of them that are not yet closed on our side with all their bytes written.
    [[nodiscard]] std::size_t links_unflushed() const;

 private:
    class Impl;
    explicit PocoTransport(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace brusio
