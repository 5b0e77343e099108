#include "core/session/registration.h"

#include "core/base/assert.h"

namespace brusio::session {

namespace {

using P = Phase;
using A = RegistrationAction;
using Row = std::array<Transition, registration_input_count>;

constexpr Transition stay(Phase phase) { return Transition{phase, A::none}; }

/// One row a phase; the columns are the inputs in the order of the enum: cap_opened,
/// cap_ended_incomplete, cap_ended_complete, identity_complete, nick_taken, password_asked,
/// password_right, password_wrong, deadline, link_closed.
constexpr std::array<Row, phase_count> table = {{
    // waiting
    {{{P::negotiating, A::none},
      stay(P::waiting),
      {P::waiting, A::try_welcome},
      {P::waiting, A::try_welcome},
      {P::waiting, A::ask_other_nick},
      {P::checking, A::none},
      {P::registered, A::welcome},
      {P::closed, A::refuse_password},
      {P::closed, A::refuse_timeout},
      {P::closed, A::forget}}},
    // negotiating: nothing completes before CAP END
    {{stay(P::negotiating),
      stay(P::waiting),
      {P::waiting, A::try_welcome},
      stay(P::negotiating),
      {P::negotiating, A::ask_other_nick},
      stay(P::negotiating),
      stay(P::negotiating),
      {P::closed, A::refuse_password},
      {P::closed, A::refuse_timeout},
      {P::closed, A::forget}}},
    // checking: the answer comes from the hasher; what else is said waits for it
    {{stay(P::checking),
      stay(P::checking),
      stay(P::checking),
      stay(P::checking),
      {P::waiting, A::ask_other_nick},
      stay(P::checking),
      {P::registered, A::welcome},
      {P::closed, A::refuse_password},
      {P::closed, A::refuse_timeout},
      {P::closed, A::forget}}},
    // registered: capabilities may still be asked for, nothing changes the phase but the end
    {{stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      stay(P::registered),
      {P::closed, A::forget}}},
    // closed
    {{stay(P::closed), stay(P::closed), stay(P::closed), stay(P::closed), stay(P::closed),
      stay(P::closed), stay(P::closed), stay(P::closed), stay(P::closed), stay(P::closed)}},
}};

}  // namespace

Transition transition(Phase phase, RegistrationInput input) {
    const auto row = static_cast<std::size_t>(phase);
    const auto column = static_cast<std::size_t>(input);
    BRUSIO_ASSERT(row < phase_count && column < registration_input_count);
    return table[row][column];
}

std::string_view name_of(Phase phase) {
    constexpr std::string_view names[] = {"waiting", "negotiating", "checking", "registered",
                                          "closed"};
    return names[static_cast<std::size_t>(phase)];
}

std::string_view name_of(RegistrationInput input) {
    constexpr std::string_view names[] = {
        "cap_opened", "cap_ended_incomplete", "cap_ended_complete", "identity_complete",
        "nick_taken", "password_asked",       "password_right",     "password_wrong",
        "deadline",   "link_closed"};
    return names[static_cast<std::size_t>(input)];
}

std::string_view name_of(RegistrationAction action) {
    constexpr std::string_view names[] = {
        "none",           "try_welcome",    "welcome", "refuse_password",
        "refuse_timeout", "ask_other_nick", "forget"};
    return names[static_cast<std::size_t>(action)];
}

}  // namespace brusio::session
