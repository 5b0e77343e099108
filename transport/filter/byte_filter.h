#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/ports/transport.h"

namespace brusio::filter {

/// Where a filter is in its life. It only goes down the list, and may skip.
enum class FilterState : std::uint8_t {
    handshaking,  // talks with the peer about itself; nothing goes through yet
    open,         // carries bytes both ways
    peer_closed,  // the peer said goodbye in the filter's own way; it sends nothing more
    failed,       // the peer broke the filter's protocol; nothing goes through any more
};

/// What stands between a link's wire and its session: TLS, WebSocket, or a stack of both. Bytes
/// in, bytes out: it has no socket, clock or thread, so that it runs over any transport and in the
/// simulator alike.
///
/// All outputs are appended. `down` are bytes for the wire, to be written in the order of the
/// calls, also after the filter has ended: its last words are among them. A peer's mistake is a
/// state and a reason, never an exception. Whoever owns a filter drives it from one thread at a
/// time and bounds what waits for the wire; the filter itself bounds what it holds.
class ByteFilter {
 public:
    ByteFilter() = default;
    virtual ~ByteFilter() = default;
    ByteFilter(const ByteFilter&) = delete;
    ByteFilter& operator=(const ByteFilter&) = delete;

    /// `wire` came from the peer, cut anywhere. Gives plain bytes `up` once the filter is open, and
    /// never more than a small constant plus twice `wire`. Does nothing once it has ended.
    virtual void receive(std::string_view wire, std::string& up, std::string& down) = 0;
    /// Sends `plain` to the peer. Not before the filter is open; does nothing after `close`, and
    /// after the end unless the filter knows half-closed streams.
    virtual void send(std::string_view plain, std::string& down) = 0;
    /// Says goodbye in the filter's own way, if there is anybody to say it to. Once is enough.
    virtual void close(std::string& down) = 0;

    [[nodiscard]] virtual FilterState state() const = 0;
    /// Why it failed, for the log: a few words without the peer's own. Empty unless it did.
    [[nodiscard]] virtual std::string reason() const = 0;
    /// Once open: writes down what the filter knows of the peer.
    virtual void describe(LinkInfo& info) const = 0;
    /// True while a proxy still owes its word about who its client is.
    [[nodiscard]] virtual bool awaits_proxy() const { return false; }
};

/// Makes the filter of one new link. Any thread; never null.
using FilterMaker = std::function<std::unique_ptr<ByteFilter>()>;

}  // namespace brusio::filter
