#pragma once

#include "core/session/pending_work.h"
#include "core/session/stage.h"

namespace brusio::session {

/// The end of OPER, when the hasher has answered: 381 and the mode, or 464. The replies have been
/// begun for `session`.
void finish_oper(Stage& stage, Session& session, const OperPassword& work,
                 const WorkResult& result);

/// After a reload: whoever is an operator that the configuration no longer has is none any more,
/// and sees its mode go.
void demote_former_operators(Stage& stage);

}  // namespace brusio::session
