#pragma once

#include <string>

#include "core/session/keyed_hash.h"

namespace brusio::server {

/// HMAC-SHA-256 under `key`, of any length. Any thread.
[[nodiscard]] session::KeyedHash keyed_hash(std::string key);

}  // namespace brusio::server
