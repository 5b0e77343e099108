#pragma once

#include "sim/weather/line_filter.h"

namespace brusio::sim {

/// The filters that ship at the server's end, and at the client's end what clients speak. Masks
/// and fragments come from the seed of each line. The maker of TLS has a certificate of its own.
[[nodiscard]] LineFilterMaker websocket_lines();
[[nodiscard]] LineFilterMaker tls_lines();
[[nodiscard]] LineFilterMaker websocket_over_tls_lines();

}  // namespace brusio::sim
