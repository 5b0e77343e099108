#pragma once

#include "core/session/pending_question.h"
#include "core/session/session.h"
#include "core/session/stage.h"

namespace brusio::session {

// What was said to somebody with an account and in its rooms, and what was done to it, while none
// of its sessions was there. The session that is the first to come back is told, and none after it:
// of what was done in any case, of what was said if its client cannot ask for that itself
// (CHATHISTORY) and is no bot, which would act upon it. Each conversation is asked for when the
// client has taken what was shown before; what it says itself waits until then. If it goes before
// the last one was put on its way, the next session is told all of it, for nobody knows what has
// arrived.

/// Notes in `session` what there is to be told. The account is about to be the session's, which is
/// a guest's so far or nobody's (null). To be called before anything of its user changes.
void note_missed(const ServerState& state, Session& session, AccountId account,
                 const room::User* guest);

/// Tells the session that is being served, which waits for nothing, the next part of it.
void show_next_missed(Stage& stage, Session& session);

/// Shows what the store has found.
void finish_missed(Stage& stage, const Session& session, const MissedAsked& asked,
                   const QueryAnswer& answer);

}  // namespace brusio::session
