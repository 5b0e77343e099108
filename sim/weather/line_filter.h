#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace brusio::sim {

/// One end of what stands between a line's bytes and its protocol: TLS, WebSocket. The simulator
/// has none of its own; whoever makes a world may hand some in. All outputs are appended: `up`
/// for the protocol, `down` for the wire.
class LineFilter {
 public:
    /// It only goes down the list, and may skip.
    enum class State : std::uint8_t { handshaking, open, ended };

    virtual ~LineFilter() = default;
    /// What this end says before it has heard anything. Called once, first.
    virtual void begin(std::string& down) = 0;
    /// `wire` came from the other end, cut anywhere.
    virtual void receive(std::string_view wire, std::string& up, std::string& down) = 0;
    /// Not before it is open.
    virtual void send(std::string_view plain, std::string& down) = 0;
    /// Says goodbye. Not before it is open.
    virtual void close(std::string& down) = 0;
    [[nodiscard]] virtual State state() const = 0;
};

/// Both ends of one line; both or none.
struct LineFilters {
    std::unique_ptr<LineFilter> client;
    std::unique_ptr<LineFilter> server;
};

/// Makes the ends of a new line. All chance that they need comes from `seed`, if the run is to be
/// the same each time.
using LineFilterMaker = std::function<LineFilters(std::uint64_t seed)>;

}  // namespace brusio::sim
