#pragma once

#include <sys/epoll.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/ip_address.h"
#include "core/ports/transport.h"
#include "transport/filter/byte_filter.h"
#include "transport/poco/out_queue.h"

namespace brusio::poco {

/// Where a link is in its life.
enum class LinkPhase : std::uint8_t {
    free,         // the slot holds no link
    handshaking,  // its filters are not open yet; nobody has heard of it
    open,         // carries bytes both ways
    doomed,       // the transport gave it up; that will be reported
    closing,      // nothing more is reported; what is queued is being written
    lingering,    // all was written and our side is closed; waits for the peer's end
};

/// One link of a loop: kept small, since ten thousand of them mostly wait.
struct LinkSlot {
    int descriptor = -1;
    std::uint32_t generation = 0;
    LinkPhase phase = LinkPhase::free;
    bool reading = true;                // as the engine wants it
    bool want_write = false;            // the socket was full; epoll tells when it is not
    bool dirty = false;                 // has something to flush at the end of the turn
    bool peer_ended = false;            // its end of stream was read
    bool write_broken = false;          // a write failed; the reason will be read
    bool filtered = false;              // has a FilteredLink besides
    bool tells_drained = false;         // its queue is waited for, see TellDrained
    std::uint32_t discarded_bytes = 0;  // while lingering
    std::uint32_t watched = 0;          // what epoll was told to watch for
    std::uint32_t wire_bytes = 0;       // filtered: beyond `out`, in the form of the wire
    std::uint32_t drained_at_most = 0;  // bytes, while it tells
    OutQueue out;

    /// What still waits for the socket.
    [[nodiscard]] std::size_t queued_bytes() const { return out.bytes() + wire_bytes; }
    /// What epoll should watch for in this state.
    [[nodiscard]] std::uint32_t interest() const {
        const bool carries = phase == LinkPhase::open || phase == LinkPhase::handshaking;
        const bool in = phase == LinkPhase::lingering || (carries && reading);
        return (in ? std::uint32_t{EPOLLIN} : 0U) | (want_write ? std::uint32_t{EPOLLOUT} : 0U);
    }
};

/// What the links of one listener have in common.
struct Arrival {
    LinkKind kind = LinkKind::irc;
    std::shared_ptr<const filter::FilterMaker> filters = nullptr;  // none: bare bytes
};

/// A socket that was accepted and is on its way to its loop. Owns the descriptor.
struct AcceptedSocket {
    int descriptor = -1;
    Arrival arrival;
    bool counted = false;   // AddressLimits wants to hear of its end
    bool is_proxy = false;  // counts nowhere until it is known who its client is
    IpAddress peer;
};

/// What a link with filters has besides its slot. The link's queue holds plain bytes, shared with
/// everybody who gets them; a little of it at a time becomes bytes of the wire, as the socket
/// takes them.
struct FilteredLink {
    Arrival arrival;
    IpAddress peer;                              // who it is as far as that is known
    bool is_proxy = false;                       // see AcceptedSocket
    std::unique_ptr<filter::ByteFilter> filter;  // none yet: it waits for its turn
    std::string wire;                            // filtered; may be partly sent
    std::size_t wire_sent = 0;

    [[nodiscard]] std::uint32_t wire_bytes() const {
        return static_cast<std::uint32_t>(wire.size() - wire_sent);
    }
    void forget_wire() {
        wire.clear();
        wire_sent = 0;
    }
};

}  // namespace brusio::poco
