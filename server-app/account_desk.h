#pragma once

#include <string>

#include "core/base/result.h"
#include "server-app/command_line.h"

namespace brusio::server {

/// `brusiod account ...`: asks the server that uses the data directory, or without one opens the
/// store and does the same. What to say when it went well, or what is wrong.
[[nodiscard]] Result<std::string, std::string> run_account(const CommandLine& command,
                                                           const AppConfig& config);

/// `brusiod audit`: reads the store, whether a server runs or not.
[[nodiscard]] Result<std::string, std::string> run_audit(const CommandLine& command);

}  // namespace brusio::server
