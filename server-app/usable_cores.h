#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace brusio::server {

/// The cores that this process may use at a time: those it may run on, and no more than its control
/// groups give it time for. At least 1.
[[nodiscard]] std::size_t usable_cores();

/// The cores that the control group `group` ("/a/b") and those above it have time for, read from
/// the files `cpu.max` (Linux, "Control Group v2") below `root`; `most` if they set no bound.
[[nodiscard]] std::size_t cores_of_group(const std::filesystem::path& root, std::string_view group,
                                         std::size_t most);

/// How many passwords to check at a time on a machine with so many cores: half of them, so that the
/// chat goes on beside, from 2 to 8.
[[nodiscard]] std::size_t hash_threads_for(std::size_t cores);

}  // namespace brusio::server
