#include "core/client/multiline.h"

#include <limits>

#include "core/base/assert.h"

namespace brusio::client {

using wire::Capability;

std::optional<MultilineLimits> multiline_limits(const Brain& brain) {
    if (!brain.has(Capability::multiline) || !brain.has(Capability::batch)) return std::nullopt;
    const CapabilityNegotiation& offer = brain.link.capabilities;
    const std::size_t bytes_max = offer.value_number(Capability::multiline, "max-bytes", 0);
    if (bytes_max == 0) return std::nullopt;
    constexpr std::size_t any = std::numeric_limits<std::size_t>::max();
    return MultilineLimits{bytes_max, offer.value_number(Capability::multiline, "max-lines", any)};
}

bool fits(const MultilineLimits& limits, const std::vector<TextPiece>& pieces) {
    BRUSIO_ASSERT(!pieces.empty());
    std::size_t bytes = 0;
    for (const TextPiece& piece : pieces) bytes += piece.text.size() + (piece.continues ? 0 : 1);
    return bytes - 1 <= limits.bytes_max && pieces.size() <= limits.lines_max;
}

}  // namespace brusio::client
