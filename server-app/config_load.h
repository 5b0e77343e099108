#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "server-app/app_config.h"

namespace brusio::server {

/// Reads the text of a configuration file. `path` names it in errors and is where relative paths
/// start; the file of the message of the day is read as well. The error is one sentence with the
/// place it is about: "brusio.toml:12:1: there is no key 'nmae' in [server]; is 'name' meant?".
/// `listen` takes the place of the file's listeners, unless it is empty.
[[nodiscard]] Result<AppConfig, std::string> parse_config(
    std::string_view text, const std::string& path, const std::vector<ListenUrl>& listen = {});

/// The same for the file at `path`; an empty path gives the defaults.
[[nodiscard]] Result<AppConfig, std::string> load_config(const std::string& path,
                                                         const std::vector<ListenUrl>& listen = {});

}  // namespace brusio::server
