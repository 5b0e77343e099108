#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/transport.h"
#include "sim/weather/weather.h"

namespace brusio::sim {

/// Why a client has no line, or no longer.
enum class LineEnd : std::uint8_t {
    refused,    // nobody listens there, or the filters did not come to terms
    timed_out,  // the connect was never answered
    closed,     // the server has closed; all it wrote was read
    reset,      // broken off in the middle
};

/// What a client learns of its line. Called while the event is handled; it may call back into the
/// transport.
class LinePeer {
 public:
    virtual ~LinePeer() = default;
    virtual void line_opened(LinkId link, Now now) = 0;
    /// `bytes` is not empty and lives for the call only.
    virtual void line_bytes(LinkId link, std::string_view bytes, Now now) = 0;
    /// The last call for this line. Not called for a line that the client has closed itself.
    virtual void line_ended(LinkId link, LineEnd end, Now now) = 0;
};

/// Who dials, from where and through what.
struct Dial {
    LinePeer* peer = nullptr;  // outlives the line
    std::uint64_t entity = 0;  // the key of the draws: the same person, the same weather
    LinkKind kind = LinkKind::irc;
    std::string address;
    Weather weather;
};

}  // namespace brusio::sim
