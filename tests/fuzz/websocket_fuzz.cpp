// A WebSocket from its first byte: the first byte of the input says how the rest is cut, what
// subprotocol is asked for and whether the handshake is made for the peer. However it is cut, the
// same comes up and goes down; what comes up are whole lines; what goes down are sound frames.

#include <memory>
#include <optional>
#include <string>

#include "core/base/assert.h"
#include "core/wire/utf8.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/support/websocket_client.h"
#include "transport/filter/websocket_server_filter.h"

namespace brusio::filter {
namespace {

struct Outcome {
    std::string up;
    std::string down;
    FilterState state = FilterState::handshaking;
};

Outcome run(std::string_view wire, std::size_t piece_bytes) {
    WebSocketServerFilter filter{std::make_shared<const WebSocketSettings>()};
    Outcome outcome;
    while (!wire.empty()) {
        const std::size_t up_before = outcome.up.size();
        const std::string piece{wire.substr(0, piece_bytes)};
        wire.remove_prefix(piece.size());
        const FilterState before = filter.state();
        filter.receive(piece, outcome.up, outcome.down);
        BRUSIO_ASSERT(filter.state() >= before);
        const bool silent = before > FilterState::open;
        BRUSIO_ASSERT(!silent || outcome.up.size() == up_before);
    }
    outcome.state = filter.state();
    if (outcome.state > FilterState::handshaking) {
        filter.send("caf\xE9\r\nPING :x\r\n", outcome.down);
        filter.close(outcome.down);
    }
    return outcome;
}

void check_lines(std::string_view up) {
    while (!up.empty()) {
        const std::size_t end = up.find("\r\n");
        BRUSIO_ASSERT(end != std::string_view::npos && end > 0);
        BRUSIO_ASSERT(end <= WebSocketServerFilter::message_bytes_max);
        BRUSIO_ASSERT(up.substr(0, end).find_first_of("\r\n") == std::string_view::npos);
        up.remove_prefix(end + 2);
    }
}

void check_frames(std::string down) {
    if (!down.starts_with("HTTP/1.1 101 ")) return;
    down.erase(0, down.find("\r\n\r\n") + 4);
    bool closed = false;
    while (const auto frame = test::take_frame(down)) {
        BRUSIO_ASSERT(!closed && frame->last);
        BRUSIO_ASSERT(frame->opcode != 1 || wire::valid_utf8(frame->payload));
        closed = frame->opcode == 8;
    }
    BRUSIO_ASSERT(closed && down.empty());
}

}  // namespace
}  // namespace brusio::filter

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace brusio;
    fuzz::FuzzInput input{data, size};
    const std::size_t choice = input.take_number();
    std::string wire{input.rest()};
    const char* const names[] = {"", "Sec-WebSocket-Protocol: text.ircv3.net\r\n",
                                 "Sec-WebSocket-Protocol: binary.ircv3.net\r\n"};
    if (choice % 4 < 3) wire.insert(0, test::upgrade_request(names[choice % 4]));
    const filter::Outcome whole = filter::run(wire, wire.size() + 1);
    filter::check_lines(whole.up);
    if (whole.state > filter::FilterState::handshaking) filter::check_frames(whole.down);
    const filter::Outcome pieces = filter::run(wire, 1 + choice / 4);
    BRUSIO_ASSERT(pieces.up == whole.up && pieces.down == whole.down);
    BRUSIO_ASSERT(pieces.state == whole.state);
    return 0;
}
