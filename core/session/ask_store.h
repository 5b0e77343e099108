#pragma once

#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

/// Asks the store on behalf of the acting session. What it says next waits for the answer, and so
/// does the answer to this command; `purpose` says what is to become of it.
void ask_store(CommandContext& context, Query query, QuestionPurpose purpose);

/// The same outside of a command: the answer has that label, or none.
void ask_store(Stage& stage, Session& session, std::string_view label, Query query,
               QuestionPurpose purpose);

}  // namespace brusio::session
