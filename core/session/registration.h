#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace brusio::session {

/// How far a link has come (Modern IRC, "Connection Registration"; IRCv3 capability-negotiation).
enum class Phase : std::uint8_t {
    waiting,      // NICK and USER are not both known
    negotiating,  // CAP LS or CAP REQ came, CAP END did not
    checking,     // the server password is being hashed
    registered,
    closed,
};
inline constexpr std::size_t phase_count = 5;

/// What moves a link from phase to phase.
enum class RegistrationInput : std::uint8_t {
    cap_opened,            // CAP LS or CAP REQ
    cap_ended_incomplete,  // CAP END before NICK and USER
    cap_ended_complete,
    identity_complete,  // NICK and USER are both known
    nick_taken,         // somebody else got the nick in the meantime
    password_asked,     // complete, but the server wants its password checked
    password_right,
    password_wrong,
    deadline,
    link_closed,
};
inline constexpr std::size_t registration_input_count = 10;

/// What the session does on a transition.
enum class RegistrationAction : std::uint8_t {
    none,
    try_welcome,  // check nick and password, then feed the result back
    welcome,      // become a user
    refuse_password,
    refuse_timeout,
    ask_other_nick,
    forget,
};

struct Transition {
    Phase next;
    RegistrationAction action;
};

/// The one table of registration. Total: every pair has a row; a pair that cannot happen stays
/// where it is and does nothing.
[[nodiscard]] Transition transition(Phase phase, RegistrationInput input);

[[nodiscard]] std::string_view name_of(Phase phase);
[[nodiscard]] std::string_view name_of(RegistrationInput input);
[[nodiscard]] std::string_view name_of(RegistrationAction action);

}  // namespace brusio::session
