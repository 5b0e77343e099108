#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace brusio::session {

/// HMAC-SHA-256 (RFC 2104) of a text under a key that nobody outside can foresee and that stays the
/// same from start to start: 32 bytes. The core has no cryptography, so the program around it
/// brings this; tests and the simulator bring one that is no secret. Must not block.
using KeyedHash = std::function<std::string(std::string_view text)>;

}  // namespace brusio::session
