#pragma once

#include <string>
#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

/// "+iw": the modes a user has set.
[[nodiscard]] std::string user_modes_text(const room::User& user);

/// MODE on oneself: 221 without a mode string, else the modes are changed and told to all of the
/// user's sessions; 501 if a letter is unknown (Modern IRC, MODE message). Nobody makes himself a
/// server operator here. `s` takes the third parameter of the line: which notices of the server,
/// see operators/server_notices.h; answered with 008.
void change_user_modes(CommandContext& context, room::User& user, std::string_view modes);

/// The same done by the server to somebody, whose sessions see it come from there. Gives what did
/// change ("+i-w"); nothing if nothing did.
[[nodiscard]] std::string force_user_modes(CommandContext& context, room::User& user,
                                           std::string_view modes);

}  // namespace brusio::session
