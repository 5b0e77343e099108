#pragma once

#include <string>

#include "core/base/result.h"

namespace brusio::server {

/// All of the file at `path`; the error is a sentence: "cannot read /a/b: No such file or
/// directory".
[[nodiscard]] Result<std::string, std::string> read_file(const std::string& path);

/// Writes a file that only its owner may read, whole or not at all; it takes the place of one that
/// is there. As root it belongs to whoever owns its directory. The error is a sentence.
[[nodiscard]] Result<Done, std::string> write_private_file(const std::string& path,
                                                           const std::string& text);

}  // namespace brusio::server
