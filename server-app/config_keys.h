#pragma once

#include <string>
#include <vector>

#include "server-app/config_key.h"

namespace brusio::server {

/// All of it, in the order in which the printed defaults show it.
[[nodiscard]] const std::vector<ConfigSection>& config_sections();
[[nodiscard]] const std::vector<ConfigKey>& config_keys();

/// `[[operator_class]]` and `[[operator]]`, and their keys.
[[nodiscard]] ConfigSection operator_class_section();
[[nodiscard]] ConfigSection operator_section();
[[nodiscard]] std::vector<ConfigKey> operator_keys();
/// Operators of classes that are not there.
[[nodiscard]] ConfigError check_operators(const AppConfig& config);

/// `[[gateway]]` and its keys.
[[nodiscard]] ConfigSection gateway_section();
[[nodiscard]] std::vector<ConfigKey> gateway_keys();
/// Addresses that are not held to limits of links: the exempt ones, and those of gateways.
[[nodiscard]] std::vector<std::string> unlimited_addresses(const AppConfig& config);

/// The keys of `[accounts]`.
[[nodiscard]] std::vector<ConfigKey> account_keys();
[[nodiscard]] std::vector<ConfigKey> cloak_keys();
/// The keys of `[mail]`.
[[nodiscard]] std::vector<ConfigKey> mail_keys();
/// A word of a command that is run without a shell.
[[nodiscard]] ConfigError program_word(const std::string& text);
/// Mails that nobody can send.
[[nodiscard]] ConfigError check_mail(const AppConfig& config);
/// Programs that cannot be run as things are.
[[nodiscard]] std::vector<std::string> complaints_of_programs(const AppConfig& config);
/// The keys of `[limits]`.
[[nodiscard]] std::vector<ConfigKey> limit_keys();

/// The keys of `[tls]`.
[[nodiscard]] std::vector<ConfigKey> tls_keys();

/// What no single key can see: limits that contradict each other. See also config_sense.h.
[[nodiscard]] ConfigError check_whole(const AppConfig& config);

/// What a server starts with all the same, but should be mended: a sentence each. `check-config`
/// fails on them, a server tells its log.
[[nodiscard]] std::vector<std::string> complaints_of(const AppConfig& config);

/// The keys, as "limits.rooms_max", that are other in `after` and take effect at the next start.
[[nodiscard]] std::vector<std::string> keys_for_next_start(const AppConfig& before,
                                                           const AppConfig& after);

/// The file with every key, its meaning and its default: `brusiod print-defaults`.
[[nodiscard]] std::string print_defaults();

}  // namespace brusio::server
