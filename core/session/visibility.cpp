#include "core/session/visibility.h"

#include "core/base/assert.h"
#include "core/session/operators/privileges.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

room::User* find_user(const ServerState& state, std::string_view nick) {
    return state.roster.find_user(wire::fold(nick));
}

room::User* find_online_user(const ServerState& state, std::string_view nick) {
    room::User* user = find_user(state, nick);
    return user == nullptr || user->links().empty() ? nullptr : user;
}

bool may_see(const room::User& asker, const room::Room& room) {
    return !room.is(room::RoomFlag::secret) || room.has_member(asker.id());
}

room::Room* find_visible_room(const ServerState& state, const room::User& asker,
                              std::string_view name) {
    room::Room* room = state.roster.find_room(wire::fold(name));
    return room != nullptr && may_see(asker, *room) ? room : nullptr;
}

const room::Room* own_room(const ServerState& state, const room::User& user,
                           ConversationId conversation) {
    for (const RoomId id : user.rooms()) {
        const room::Room* room = state.roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (room->conversation() == conversation) return room;
    }
    return nullptr;
}

bool may_find(const ServerState& state, const room::User& asker, const room::User& target) {
    return !target.is(room::UserFlag::invisible) || asker.id() == target.id() ||
           state.roster.share_a_room(asker, target);
}

bool may_see_membership(const room::User& asker, const room::User& target, const room::Room& room) {
    BRUSIO_ASSERT(room.has_member(target.id()));
    if (asker.id() == target.id() || room.has_member(asker.id())) return true;
    return !room.is(room::RoomFlag::secret) && !target.is(room::UserFlag::invisible);
}

bool may_see_address(const ServerState& state, const room::User& asker, const room::User& target) {
    return asker.id() == target.id() || may(state, asker, Privilege::see_addresses);
}

}  // namespace brusio::session
