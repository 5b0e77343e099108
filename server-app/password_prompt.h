#pragma once

#include <string>

namespace brusio::server {

/// Reads one line, without its end, from `descriptor`. At a terminal it asks with `prompt`, and
/// does not show what is typed.
[[nodiscard]] std::string read_password(int descriptor, const char* prompt = "Password: ");

}  // namespace brusio::server
