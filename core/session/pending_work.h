#pragma once

#include <string>
#include <variant>

#include "core/base/ids.h"
#include "core/ports/hasher.h"
#include "core/session/accounts/login_guard.h"

namespace brusio::session {

// What the hasher was asked for, one struct each.

/// The server's own password, at registration.
struct ServerPassword {};
/// OPER.
struct OperPassword {
    std::string operator_name;  // empty: there is no such operator, the check is for show
    std::string given_name;     // as the peer wrote it
};
/// PASS account:password, at registration.
struct PassLogin {
    LoginTry login;
    AccountId account;  // none: unknown
};
struct SaslPassword {
    LoginTry login;
    AccountId account;  // none: unknown
};
/// The state of a SCRAM exchange is in the session.
struct SaslScramBegin {};
struct SaslScramProof {};
/// REGISTER.
struct NewAccount {
    std::string name;
    std::string email;
};
/// ACCOUNT PASSWORD, first the old one, then the new one.
struct PasswordChange {
    LoginTry login;
    std::string new_password;
};
struct NewPassword {};
/// ACCOUNT DELETE.
struct AccountRemoval {
    LoginTry login;
};

using WorkPurpose =
    std::variant<ServerPassword, OperPassword, PassLogin, SaslPassword, SaslScramBegin,
                 SaslScramProof, NewAccount, PasswordChange, NewPassword, AccountRemoval>;

/// A job that the hasher has, and what for.
struct PendingWork {
    HashJobId job;
    LinkId link;
    std::string label;  // of the command that the answer belongs to
    WorkPurpose purpose;
};

/// Tells a password that was right from all else.
[[nodiscard]] inline bool is_right(const HashResult& result) {
    const auto* verdict = std::get_if<PasswordVerdict>(&result);
    return verdict != nullptr && verdict->matches;
}

/// True if the hasher had no time.
[[nodiscard]] inline bool is_busy(const HashResult& result) {
    return std::holds_alternative<HasherBusy>(result);
}

}  // namespace brusio::session
