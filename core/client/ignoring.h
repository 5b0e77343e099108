#pragma once

#include "core/client/inbound.h"

namespace brusio::client {

/// Whether what a line says is not wanted (Client::set_ignored): neither shown, kept nor counted.
[[nodiscard]] bool is_ignored(const Inbound& in);

}  // namespace brusio::client
