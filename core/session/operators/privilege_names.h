#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/room/flags.h"

namespace brusio::session {

/// What a server operator may be allowed to do.
enum class Privilege : std::uint8_t {
    kill,
    ban,
    override_rooms,  // see, enter, MODE, KICK, TOPIC, INVITE in any room
    rehash,
    wallops,
    accounts,       // the accounts of others
    audit,          // read what operators did
    see_addresses,  // where people really come from
    stats,          // figures of the server and its links, and its notices
    force,          // others into rooms and out of them, their modes and their nicks
};
using PrivilegeSet = room::FlagSet<Privilege>;

struct PrivilegeRow {
    Privilege privilege;
    std::string_view name;  // as the configuration and numeric 723 have it
    std::string_view doc;   // what it allows, for the person who writes the configuration
};
/// Every privilege once.
[[nodiscard]] std::span<const PrivilegeRow> privilege_rows();
[[nodiscard]] std::string_view name_of(Privilege privilege);
[[nodiscard]] std::optional<Privilege> privilege_named(std::string_view name);

}  // namespace brusio::session
