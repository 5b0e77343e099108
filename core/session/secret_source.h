#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace brusio::session {

inline constexpr std::size_t secret_bytes = 32;

/// Gives `secret_bytes` bytes that nobody can foresee, others at each call. The core has no chance
/// of its own, so the program around it brings this; tests and the simulator bring one that is no
/// secret. Must not block.
using SecretSource = std::function<std::string()>;

}  // namespace brusio::session
