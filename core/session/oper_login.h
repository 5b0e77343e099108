#pragma once

#include <cstdint>

#include "core/session/stage.h"

namespace brusio::session {

enum class PasswordCheck : std::uint8_t { right, wrong };

/// The end of OPER, when the hasher has answered: 381 and the mode, or 464. The replies have been
/// begun for `session`.
void finish_oper(Stage& stage, Session& session, const PendingCheck& check, PasswordCheck result);

}  // namespace brusio::session
