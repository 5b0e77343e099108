#pragma once

#include <string>

#include "core/base/result.h"

namespace brusio::server {

/// 32 bytes that nobody outside can foresee and that stay the same from start to start: the file
/// `secret` in the data directory, for its owner alone, made if it is not there. The error is a
/// sentence.
[[nodiscard]] Result<std::string, std::string> kept_secret(const std::string& folder);

}  // namespace brusio::server
