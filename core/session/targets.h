#pragma once

#include <string_view>
#include <vector>

namespace brusio::session {

/// The names between the commas of a parameter; empty ones are passed over. Views into `list`.
[[nodiscard]] std::vector<std::string_view> split_targets(std::string_view list);

}  // namespace brusio::session
