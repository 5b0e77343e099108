#pragma once

#include <string>
#include <vector>

#include "server-app/config_key.h"

namespace brusio::server {

/// All of it, in the order in which the printed defaults show it.
[[nodiscard]] const std::vector<ConfigSection>& config_sections();
[[nodiscard]] const std::vector<ConfigKey>& config_keys();

/// The keys of `[accounts]`.
[[nodiscard]] std::vector<ConfigKey> account_keys();
/// The keys of `[limits]`.
[[nodiscard]] std::vector<ConfigKey> limit_keys();

/// The keys of `[tls]`.
[[nodiscard]] std::vector<ConfigKey> tls_keys();

/// What no single key can see: limits that contradict each other.
[[nodiscard]] ConfigError check_whole(const AppConfig& config);

/// The file with every key, its meaning and its default: `brusiod print-defaults`.
[[nodiscard]] std::string print_defaults();

}  // namespace brusio::server
