#pragma once

#include "core/session/stage.h"

namespace brusio::session {

/// Feeds one input to the session's registration and does what the table says, until nothing more
/// follows from it.
void register_step(Stage& stage, Session& session, RegistrationInput input);

/// Called after NICK or USER: if both are known now, registration goes on.
void identity_changed(Stage& stage, Session& session);

}  // namespace brusio::session
