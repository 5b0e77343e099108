#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/frame.h"
#include "core/base/ids.h"
#include "core/base/time.h"

namespace brusio {

/// Which protocol a listener speaks; chosen by the scheme of its URL.
enum class LinkKind : std::uint8_t { irc, plain };

/// What a transport knows of a link when it opens.
struct LinkInfo {
    LinkKind kind = LinkKind::irc;
    /// The peer's numeric address, without port ("127.0.0.1", "2001:db8::1"), or "unix" if it came
    /// through a socket of the file system.
    std::string peer_address;
    /// True if nobody between the peer and us can read the bytes (TLS, or this machine's kernel).
    bool secure = false;
    /// True if the peer is on this machine. Never true of what a proxy or gateway says.
    bool loopback = false;
    /// SHA-256 of the certificate that the peer proved to hold the key of (64 lower-case
    /// hexadecimal digits), for SASL EXTERNAL; empty if it showed none.
    std::string certificate_fingerprint = {};
    /// True if `peer_address` is what a proxy that we trust has said of its client.
    bool forwarded = false;
};

/// Why a link ended. The first four are seen by the transport, the others decided by the engine.
enum class CloseReason : std::uint8_t {
    peer_closed,          // end of stream
    reset,                // the stream broke
    send_queue_exceeded,  // the peer does not read; its queue passed the cap
    server_stopping,      // the transport is being drained
    quit,                 // the user asked for it
    protocol_error,       // HTTP on the port, a line that never ends, ...
    registration_timeout,
    ping_timeout,
    refused,  // password, limits, no room for the link
    killed,
};

/// The links that one frame goes to, built once and shared for as long as they stay the same.
using Audience = std::shared_ptr<const std::vector<LinkId>>;

/// Queue `frame` to `to` if `audience` is null, else to every link of `audience` but `except`.
/// Links that are gone are passed over.
struct Deliver {
    Frame frame;
    LinkId to;
    Audience audience;
    LinkId except;
};

/// Write what is queued, then close. The transport reports nothing more of this link.
struct Close {
    LinkId link;
    CloseReason reason = CloseReason::quit;
};

/// Stop or go on reading from a link, so that a peer that sends too fast is slowed by its own
/// stream and nobody else. Bytes already read are still reported.
struct SetReading {
    LinkId link;
    bool reading = true;
};

/// Report `link_drained` once, as soon as no more than `queue_bytes` of the link's send queue, all
/// that was released before this included, still wait for the peer. Asked again before it was
/// reported, the newer question takes the place of the older one. Never reported from within
/// `release`; nothing is reported of a link that is gone.
struct TellDrained {
    LinkId link;
    std::size_t queue_bytes = 0;
};

using Output = std::variant<Deliver, Close, SetReading, TellDrained>;

/// Byte streams to peers. The transport names its links, owns their queues and holds each to
/// `Limits::send_queue_bytes_max`; a link that passes it is closed and reported with
/// `send_queue_exceeded` without slowing the others. All calls come from the driver's thread;
/// an implementation may do the writing elsewhere. Never blocks, never throws.
class Transport {
 public:
    virtual ~Transport() = default;
    /// Takes effect in order, for each link and between links.
    virtual void release(std::span<const Output> outputs) = 0;
};

/// What a transport tells its driver, on the driver's thread. For each link: one `link_opened`,
/// any number of `link_bytes` in stream order and of `link_drained`, each of which was asked for,
/// at most one `link_closed`, then silence. After the engine's own Close there is no `link_closed`.
class TransportEvents {
 public:
    virtual ~TransportEvents() = default;
    virtual void link_opened(LinkId link, const LinkInfo& info, Now now) = 0;
    /// `bytes` is not empty and lives for the call only.
    virtual void link_bytes(LinkId link, std::string_view bytes, Now now) = 0;
    virtual void link_closed(LinkId link, CloseReason reason, Now now) = 0;
    /// The answer to a TellDrained.
    virtual void link_drained(LinkId link, Now now) = 0;
};

}  // namespace brusio
