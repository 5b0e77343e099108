#pragma once

namespace brusio::sim {

/// CPU seconds that this process has used. The only clock of the simulator; nothing but the
/// summary reads it.
[[nodiscard]] double cpu_seconds();

}  // namespace brusio::sim
