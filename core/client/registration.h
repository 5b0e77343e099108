#pragma once

#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

/// The first lines on a new link: CAP LS, PASS, NICK, USER.
void begin_registration(Brain& brain);
/// The server refused the nick asked for. While registering the next alternative is tried; when
/// none is left the user is told, and set_nick goes on.
void nick_refused(Brain& brain, ErrorKind why, std::string_view code, std::string_view text,
                  Now now);
/// Client::set_nick.
void ask_for_nick(Brain& brain, std::string_view nick, Now now);
/// Somebody gave `nick` up: if it is the one we want, take it (back).
void nick_freed(Brain& brain, std::string_view nick);

}  // namespace brusio::client
