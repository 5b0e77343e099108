#pragma once

#include <string>
#include <string_view>

#include "core/session/pair_book.h"
#include "core/session/server_state.h"

namespace brusio::session {

/// Who is meant by a nick: whoever has it now, else the owner of that name, else the guest who had
/// it.
[[nodiscard]] Party party_named(const ServerState& state, std::string_view nick);

/// How to address somebody now; empty if the account is gone.
[[nodiscard]] std::string name_of(const ServerState& state, const Party& party);

/// Who of those that are here, on line or not, is meant; null if nobody is.
[[nodiscard]] room::User* user_of(const ServerState& state, const Party& party);

}  // namespace brusio::session
