#pragma once

#include <cstdint>

#include "core/ports/hasher.h"
#include "core/session/pending_work.h"
#include "core/session/stage.h"

namespace brusio::session {

/// Feeds one input to the session's registration and does what the table says, until nothing more
/// follows from it.
void register_step(Stage& stage, Session& session, RegistrationInput input);

enum class Password : std::uint8_t { right, wrong };

/// The hasher has checked the server's own password.
void finish_server_password(Stage& stage, Session& session, const WorkResult& result);
/// The same for PASS account:password: welcome, or 464 and the end.
void finish_pass(Stage& stage, Session& session, const PassLogin& work, const WorkResult& result);
/// Registration goes on after the check of a password, whichever it was.
void finish_password(Stage& stage, Session& session, const WorkResult& result, Password password);

/// Called after NICK or USER: if both are known now, registration goes on.
void identity_changed(Stage& stage, Session& session);

}  // namespace brusio::session
