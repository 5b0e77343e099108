#pragma once

#include <cstdint>

namespace brusio::room {
class User;
}

namespace brusio::session {

struct ServerState;

/// What a server operator may be allowed to do.
enum class Privilege : std::uint8_t {
    kill,
    ban,
    override_rooms,  // see, enter, MODE, KICK, TOPIC, INVITE in any room
    force,           // SAJOIN and its like: make somebody do something
    rehash,
    wallops,
    accounts,       // the accounts of others
    audit,          // read what operators did
    see_addresses,  // where people really come from
    stats,
};

/// True if the user is a server operator who may do that.
[[nodiscard]] bool may(const ServerState& state, const room::User& user, Privilege privilege);

}  // namespace brusio::session
