#include "core/session/operators/privilege_names.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

constexpr std::array<PrivilegeRow, 10> privilege_table{{
    {Privilege::kill, "kill", "close somebody's connection (KILL)"},
    {Privilege::ban, "ban", "keep people out of the server (BAN, KLINE, DLINE)"},
    {Privilege::override_rooms, "override", "see, enter and govern any room"},
    {Privilege::rehash, "rehash", "have the configuration read again (REHASH)"},
    {Privilege::wallops, "wallops", "write to everybody with the mode +w (WALLOPS)"},
    {Privilege::accounts, "accounts",
     "make, see and suspend the accounts of others (ACCOUNT ADD, SUSPEND, RESUME, INFO)"},
    {Privilege::audit, "audit", "read what operators did (AUDIT)"},
    {Privilege::see_addresses, "addresses", "see where people really come from"},
    {Privilege::stats, "stats",
     "see the server's links and figures (STATS), and read what happens (MODE +s)"},
    {Privilege::force, "force",
     "bring others into rooms and out of them, change their modes and nicks (SAJOIN, SAPART, "
     "SAMODE, SANICK)"},
}};

}  // namespace

std::span<const PrivilegeRow> privilege_rows() { return privilege_table; }

std::string_view name_of(Privilege privilege) {
    const auto* const row =
        std::find_if(privilege_table.begin(), privilege_table.end(),
                     [&](const PrivilegeRow& one) { return one.privilege == privilege; });
    BRUSIO_ASSERT(row != privilege_table.end());
    return row->name;
}

std::optional<Privilege> privilege_named(std::string_view name) {
    for (const PrivilegeRow& row : privilege_table) {
        if (row.name == name) return row.privilege;
    }
    return std::nullopt;
}

}  // namespace brusio::session
