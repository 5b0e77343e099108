#pragma once

#include "core/session/pending_work.h"
#include "core/session/stage.h"

namespace brusio::session {

/// The end of OPER, when the hasher has answered: 381 and the mode, or 464. The replies have been
/// begun for `session`.
void finish_oper(Stage& stage, Session& session, const OperPassword& work,
                 const HashResult& result);

}  // namespace brusio::session
