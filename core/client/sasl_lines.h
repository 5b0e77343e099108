#pragma once

#include <cstddef>
#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

/// A longer text goes in pieces of this many bytes; a shorter piece, or "+", is the last (IRCv3
/// sasl-3.1).
inline constexpr std::size_t sasl_piece_bytes = 400;

/// Sends bytes as the client's side of the talk. On a sealed link only.
void send_authenticate(Brain& brain, std::string_view response);

}  // namespace brusio::client
