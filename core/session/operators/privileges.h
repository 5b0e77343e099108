#pragma once

#include <string_view>

#include "core/session/operators/privilege_names.h"
#include "core/session/reply.h"

namespace brusio::room {
class User;
}

namespace brusio::session {

struct ServerConfig;
struct ServerState;

/// What the operator of that name may do; nothing if the configuration has no such operator. One
/// without a class may do everything.
[[nodiscard]] PrivilegeSet privileges_of(const ServerConfig& config, std::string_view name);

/// True if the user is a server operator who may do that, by the configuration as it is now.
[[nodiscard]] bool may(const ServerState& state, const room::User& user, Privilege privilege);

/// True if `user` may all that `other` may, and more: only then it may act upon another server
/// operator.
[[nodiscard]] bool stands_above(const ServerState& state, const room::User& user,
                                const room::User& other);

/// The user is no server operator any more, and reads no notices of the server. True if that
/// changed something.
bool end_power(ServerState& state, room::User& user);

/// What somebody is told who may not: 481, or 723 if it is an operator all the same; nothing if it
/// may.
[[nodiscard]] Outcome refusal_without(const ServerState& state, const room::User& user,
                                      Privilege privilege);

}  // namespace brusio::session
