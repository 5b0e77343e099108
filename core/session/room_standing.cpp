#include "core/session/room_standing.h"

#include <algorithm>
#include <string>

#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

/// The configuration names the user's account among the operators of the server's rooms.
bool is_room_operator(const ServerConfig& config, const room::User& user) {
    if (!user.profile.account_id) return false;
    const Folded account = wire::fold(user.profile.account);
    return std::any_of(config.room_operators.begin(), config.room_operators.end(),
                       [&](const std::string& name) { return wire::fold(name) == account; });
}

}  // namespace

bool is_permanent(const ServerState& state, const Folded& key) {
    const auto& names = state.config.permanent_rooms;
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return wire::fold(name) == key; });
}

bool belongs_to_server(const ServerState& state, const Folded& key) {
    return is_permanent(state, key) || wire::fold(state.config.plain_room) == key;
}

bool is_founder(const room::User& user, const room::Room& room) {
    return room.founder() && room.founder() == user.profile.account_id;
}

bool is_in_charge(const ServerState& state, const room::User& user, const room::Room& room) {
    if (is_founder(user, room)) return true;
    return is_room_operator(state.config, user) && belongs_to_server(state, room.key());
}

room::Standing standing_of(const ServerState& state, const room::User& user,
                           const room::Room& room) {
    return {room.find_member(user.id()), is_in_charge(state, user, room)};
}

room::RankSet ranks_in_server_room(const ServerState& state, const room::User& user,
                                   const room::Room& room) {
    room::RankSet ranks = room.grant_of(user.profile.account_id);
    if (is_in_charge(state, user, room)) ranks.set(room::Rank::room_operator, room::Turn::on);
    return ranks;
}

void settle_ranks(const ServerState& state, const room::User& user, room::Room& room) {
    if (!belongs_to_server(state, room.key())) return;
    const room::RankSet ranks = ranks_in_server_room(state, user, room);
    for (const room::Rank rank : room::ranks_highest_first) {
        room.set_rank(user.id(), rank, ranks.has(rank) ? room::Turn::on : room::Turn::off);
    }
}

}  // namespace brusio::session
