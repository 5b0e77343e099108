#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brusio::wire {

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string encode_base64(std::string_view bytes);

/// Nothing unless `text` is exactly what some bytes are encoded to: padding is needed, other
/// characters and bits that mean nothing are refused.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace brusio::wire
