#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server-app/app_config.h"

namespace brusio::server {

/// What is wrong with a file as a whole, and which key of which section, or of which of the
/// sections of that name, it is about.
struct ConfigFault {
    std::string sentence;
    std::string_view section;
    std::string_view key;
    std::size_t item = 0;
};

/// The first thing that could not work, or would be cut or passed over in silence: what no single
/// key can see.
[[nodiscard]] std::optional<ConfigFault> find_fault(const AppConfig& config);

/// What can work, but hardly as it was meant, for `complaints_of`: a sentence each.
[[nodiscard]] std::vector<std::string> doubts_about(const AppConfig& config);

}  // namespace brusio::server
