#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::client {

/// The lines of `text` (LF, CR LF or CR end one; empty ones and NULs are left out), each cut into
/// pieces of at most `piece_bytes_max` bytes (at least 8): after the last space that fits, else
/// between two characters, never inside one nor before a sign that combines with it. The pieces of
/// a line joined are the line. `text` is valid UTF-8.
[[nodiscard]] std::vector<std::string> split_text(std::string_view text,
                                                  std::size_t piece_bytes_max);

}  // namespace brusio::client
