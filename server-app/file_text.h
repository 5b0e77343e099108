#pragma once

#include <string>

#include "core/base/result.h"

namespace brusio::server {

/// All of the file at `path`; the error is a sentence: "cannot read /a/b: No such file or
/// directory".
[[nodiscard]] Result<std::string, std::string> read_file(const std::string& path);

}  // namespace brusio::server
