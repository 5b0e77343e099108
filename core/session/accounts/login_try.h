#pragma once

#include <cstdint>
#include <string>

#include "core/base/text.h"

namespace brusio::session {

/// What a password was tried for.
enum class TryKind : std::uint8_t { account, server_operator, server, gateway };

/// One try of a password: from where, and as whom, whether there is such an account or not.
struct LoginTry {
    TryKind kind = TryKind::account;
    std::string address;  // an address_group
    Folded name{};        // of the account, operator or gateway; none: the server's own password
    /// Right passwords for this name came from this address before.
    bool known = false;
    /// Nobody gets in by this one, whatever the password: it is checked for show.
    bool hopeless = false;
    std::string peer{};  // the address itself, for the log
};

/// How a try ended: `untold` if nobody looked at it.
enum class TryEnd : std::uint8_t { right, wrong, untold };

}  // namespace brusio::session
