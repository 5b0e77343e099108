#pragma once

#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

/// The user is called `nick` from here on, which is a nick and nobody else's: its sessions and
/// those who share a room with it see NICK; MONITOR and WHOWAS are told if it is another name.
void change_nick(Stage& stage, room::User& user, std::string_view nick);

}  // namespace brusio::session
