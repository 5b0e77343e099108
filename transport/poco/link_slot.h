#pragma once

#include <sys/epoll.h>

#include <cstdint>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/transport.h"
#include "transport/poco/ip_address.h"
#include "transport/poco/out_queue.h"

namespace brusio::poco {

/// Where a link is in its life.
enum class LinkPhase : std::uint8_t {
    free,       // the slot holds no link
    open,       // carries bytes both ways
    doomed,     // the transport gave it up; that will be reported
    closing,    // nothing more is reported; what is queued is being written
    lingering,  // all was written and our side is closed; waits for the peer's end
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
    std::uint32_t discarded_bytes = 0;  // while lingering
    std::uint32_t watched = 0;          // what epoll was told to watch for
    OutQueue out;

    /// What epoll should watch for in this state.
    [[nodiscard]] std::uint32_t interest() const {
        const bool in = phase == LinkPhase::lingering || (phase == LinkPhase::open && reading);
        return (in ? std::uint32_t{EPOLLIN} : 0U) | (want_write ? std::uint32_t{EPOLLOUT} : 0U);
    }
};

/// A socket that was accepted and is on its way to its loop. Owns the descriptor.
struct AcceptedSocket {
    int descriptor = -1;
    LinkKind kind = LinkKind::irc;
    bool counted = false;  // AddressLimits wants to hear of its end
    IpAddress peer;
};

}  // namespace brusio::poco
