#pragma once

#include <string>
#include <vector>

#include "core/session/server_config.h"

namespace brusio::session {

/// Every RPL_ISUPPORT token of this server, sorted (Modern IRC, "RPL_ISUPPORT Parameters"): what
/// the limits and the command table promise, so that a client can rely on it.
[[nodiscard]] std::vector<std::string> isupport_tokens(const ServerConfig& config);

}  // namespace brusio::session
