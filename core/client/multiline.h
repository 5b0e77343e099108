#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/client/brain.h"
#include "core/client/text_split.h"

namespace brusio::client {

// Messages of several lines (IRCv3 draft/multiline), which travel as a batch of one line each.

/// What the server takes in one message.
struct MultilineLimits {
    std::size_t bytes_max = 0;  ///< of all texts, a line feed between two lines counted
    std::size_t lines_max = 0;  ///< of the protocol
};
/// None if the server takes no such messages on this link.
[[nodiscard]] std::optional<MultilineLimits> multiline_limits(const Brain& brain);
[[nodiscard]] bool fits(const MultilineLimits& limits, const std::vector<TextPiece>& pieces);

}  // namespace brusio::client
