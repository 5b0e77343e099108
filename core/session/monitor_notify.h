#pragma once

#include <cstdint>

#include "core/session/stage.h"

namespace brusio::session {

enum class Presence : std::uint8_t { online, offline };

/// 730 or 731 to everybody who monitors the user's nick (IRCv3 monitor), and of one who has come
/// its metadata.
void tell_monitors(Stage& stage, const room::User& user, Presence presence);

}  // namespace brusio::session
