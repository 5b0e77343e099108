// How far the user has read on other devices (IRCv3 read-marker).

#include <array>

#include "core/client/inbound.h"
#include "core/client/read_markers.h"
#include "core/wire/time_text.h"

namespace brusio::client {
namespace {

// MARKREAD target timestamp=..., or * where nothing is known.
void receive_marker(Inbound& in) {
    const auto time = wire::parse_timestamp_param(in.param(1));
    if (time) take_read_marker(in.brain, in.param(0), *time);
}

constexpr auto marker_handler_table =
    std::to_array<InboundHandler>({{"MARKREAD", 2, receive_marker}});

}  // namespace

std::span<const InboundHandler> marker_handlers() { return marker_handler_table; }

}  // namespace brusio::client
