#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/base/ids.h"
#include "core/ports/hasher.h"
#include "core/session/accounts/login_try.h"

namespace brusio::session {

// What the hasher was asked for, one struct each.

/// The server's own password, at registration.
struct ServerPassword {};
/// OPER.
struct OperPassword {
    std::string operator_name;  // empty: there is no such operator, the check is for show
};
/// WEBIRC.
struct GatewayPassword {
    std::string gateway;  // its name
    std::string address;  // of its client
    bool secure = false;  // nobody can read what goes between client, gateway and server
    std::string proof;    // keyed hash of what was sent, see gateway_book.h
};
/// PASS account:password, at registration.
struct PassLogin {
    AccountId account;  // none: unknown
    std::string name;   // as the peer gave it
};
struct SaslPassword {
    AccountId account;  // none: unknown
    std::string name;   // as the peer gave it
};
/// The state of a SCRAM exchange is in the session.
struct SaslScramBegin {};
struct SaslScramProof {};
/// REGISTER.
struct NewAccount {
    std::string name;
    std::string email;
};
/// ACCOUNT ADD, by an operator.
struct AccountOfOperator {
    std::string name;
};
/// ACCOUNT PASSWORD, first the old one, then the new one.
struct PasswordChange {
    std::string new_password;
};
struct NewPassword {};
/// ACCOUNT DELETE.
struct AccountRemoval {};
/// ACCOUNT EMAIL.
struct EmailChange {
    std::string email;  // empty: none from now on
};
/// ACCOUNT RESET with a token that was right.
struct PasswordReset {
    AccountId account;
    std::string token_hash;
};

using WorkPurpose =
    std::variant<ServerPassword, OperPassword, GatewayPassword, PassLogin, SaslPassword,
                 SaslScramBegin, SaslScramProof, NewAccount, AccountOfOperator, PasswordChange,
                 NewPassword, AccountRemoval, EmailChange, PasswordReset>;

/// A job for the hasher, and what for.
struct PendingWork {
    HashJobId job;
    LinkId link;        // none: it has gone while the hasher worked
    std::string label;  // of the command that the answer belongs to
    WorkPurpose purpose;
    std::string address;              // an address_group
    std::optional<LoginTry> login{};  // if it tries a password
    bool is_quick = false;            // it did not wait for a turn
    bool by_program = false;          // it is no work for the hasher's own threads
};

/// Instead of an answer: too many such tries were wrong, this one was not looked at.
struct TooManyTries {};

/// What became of a job.
using WorkResult = std::variant<HasherBusy, TooManyTries, PasswordVerdict, Credentials,
                                ScramChallenge, ScramVerdict, ProgramVerdict>;

[[nodiscard]] inline WorkResult work_result(const HashResult& result) {
    return std::visit([](const auto& answer) -> WorkResult { return answer; }, result);
}

/// Tells a password that was right from all else.
[[nodiscard]] inline bool is_right(const WorkResult& result) {
    if (const auto* verdict = std::get_if<ProgramVerdict>(&result)) return verdict->matches;
    const auto* verdict = std::get_if<PasswordVerdict>(&result);
    return verdict != nullptr && verdict->matches;
}

/// True if the hasher had no time.
[[nodiscard]] inline bool is_busy(const WorkResult& result) {
    return std::holds_alternative<HasherBusy>(result);
}

[[nodiscard]] inline bool is_too_many(const WorkResult& result) {
    return std::holds_alternative<TooManyTries>(result);
}

}  // namespace brusio::session
