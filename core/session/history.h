#pragma once

#include "core/ports/store.h"
#include "core/session/command.h"
#include "core/session/history_request.h"

namespace brusio::session {

/// Asks the store for a page of what the user may see of the target: rooms it is a member of, from
/// its joining on unless the server shows new members everything, and what it said in private while
/// logged in. A room that is not there, that it may not see and that it is not in are answered
/// alike.
Outcome ask_history(CommandContext& context, const HistoryRequest& request);

/// Asks which of the user's conversations had something new.
Outcome ask_targets(CommandContext& context, const HistoryRequest& request);

/// Answer the session that is being served with what the store said.
void finish_history(Stage& stage, const HistoryAsked& asked, const QueryAnswer& answer);
void finish_targets(Stage& stage, const TargetsAsked& asked, const QueryAnswer& answer);

}  // namespace brusio::session
