#pragma once

#include <cstdint>
#include <string_view>

#include "core/session/command.h"

namespace brusio::session {

/// How a subject is to be read that has nothing in it to tell what it is.
enum class BanWords : std::uint8_t { as_written, realname };

/// BAN ADD and its like, from the parameter at `first` on: [FORCE] [duration] subject [duration]
/// [FORCE] [reason]. A number alone counts minutes before the subject and seconds behind it, as
/// other servers have it. Whoever fits goes at once; a ban that would hit its setter or everybody
/// wants FORCE.
Outcome add_ban(CommandContext& context, std::size_t first, BanWords words);
/// BAN DEL and its like.
Outcome remove_ban(CommandContext& context, std::size_t first, BanWords words);
/// BAN LIST [mask]: those whose subject fits, all without one.
Outcome list_bans(CommandContext& context, std::string_view pattern);

}  // namespace brusio::session
