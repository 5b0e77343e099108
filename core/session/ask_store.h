#pragma once

#include "core/session/command.h"

namespace brusio::session {

/// Asks the store on behalf of the acting session. What it says next waits for the answer, and so
/// does the answer to this command; `purpose` says what is to become of it.
void ask_store(CommandContext& context, Query query, QuestionPurpose purpose);

}  // namespace brusio::session
