// The header of the PROXY protocol: the first byte of the input says how the rest is cut. However
// that is, the same link comes out of it, and what follows the header goes up untouched.

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "tests/fuzz/fuzz_input.h"
#include "transport/filter/proxy_filter.h"
#include "transport/filter/proxy_header.h"

namespace brusio::filter {
namespace {

/// No longer beginning of it has another verdict than the shortest one with any.
void check_reading(std::string_view bytes) {
    using State = ProxyReading::State;
    const ProxyReading whole = read_proxy_header(bytes);
    for (std::size_t length = 0; length < std::min<std::size_t>(bytes.size(), 300); ++length) {
        const ProxyReading part = read_proxy_header(bytes.substr(0, length));
        BRUSIO_ASSERT(part.state == State::unfinished || part.state == whole.state);
    }
    if (whole.state != State::whole) return;
    BRUSIO_ASSERT(whole.header.bytes > 0 && whole.header.bytes <= bytes.size());
    BRUSIO_ASSERT(whole.header.bytes <= proxy_header_bytes_max);
    BRUSIO_ASSERT(!whole.header.source || !whole.header.source->is_none());
}

struct Outcome {
    std::string up;
    LinkInfo info;
    FilterState state = FilterState::handshaking;
};

Outcome run(std::string_view wire, std::size_t piece_bytes) {
    ProxyFilter filter{ProxySpeaks::unknown};
    Outcome outcome;
    std::string down;
    while (!wire.empty() && filter.state() != FilterState::failed) {
        const std::string piece{wire.substr(0, piece_bytes)};
        wire.remove_prefix(piece.size());
        filter.receive(piece, outcome.up, down);
    }
    BRUSIO_ASSERT(down.empty());
    outcome.state = filter.state();
    outcome.info.peer_address = "192.0.2.1";
    outcome.info.loopback = true;
    if (outcome.state == FilterState::open) filter.describe(outcome.info);
    return outcome;
}

void check(std::string_view wire, std::size_t piece_bytes) {
    check_reading(wire);
    const Outcome at_once = run(wire, std::max<std::size_t>(wire.size(), 1));
    const Outcome in_pieces = run(wire, piece_bytes);
    BRUSIO_ASSERT(at_once.state == in_pieces.state);
    if (at_once.state != FilterState::open) {
        BRUSIO_ASSERT(at_once.up.empty() && in_pieces.up.empty());
        return;
    }
    BRUSIO_ASSERT(at_once.up == in_pieces.up && wire.ends_with(at_once.up));
    BRUSIO_ASSERT(at_once.info.peer_address == in_pieces.info.peer_address);
    BRUSIO_ASSERT(at_once.info.secure == in_pieces.info.secure);
    // Whoever a proxy tells of is not near.
    BRUSIO_ASSERT(!at_once.info.forwarded || !at_once.info.loopback);
}

}  // namespace
}  // namespace brusio::filter

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    brusio::fuzz::FuzzInput input{data, size};
    const std::size_t piece_bytes = 1 + input.take_number() % 64;
    brusio::filter::check(input.rest(), piece_bytes);
    return 0;
}
