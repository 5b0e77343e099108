#pragma once

#include <map>
#include <string>

namespace brusio {

/// What people note about a user, an account or a room: values by key (IRCv3 metadata).
using Metadata = std::map<std::string, std::string>;

}  // namespace brusio
