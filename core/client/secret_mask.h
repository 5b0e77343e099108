#pragma once

#include <string>
#include <string_view>

namespace brusio::client {

/// `line` as it may be shown in a protocol log: passwords of PASS, OPER, AUTHENTICATE, REGISTER,
/// room keys of JOIN and what is said to services become "***".
[[nodiscard]] std::string mask_secrets(std::string_view line);

/// What is said to `target` as it may be shown and kept: passwords told to services ("identify
/// secret" to NickServ) become "***".
[[nodiscard]] std::string mask_said(std::string_view target, std::string_view text);

}  // namespace brusio::client
