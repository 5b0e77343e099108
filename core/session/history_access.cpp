#include "core/session/history_access.h"

#include "core/room/admission.h"
#include "core/session/hostmask.h"
#include "core/session/party_names.h"
#include "core/session/visibility.h"

namespace brusio::session {

const room::Room* readable_room(const ServerState& state, const room::User& user,
                                std::string_view name) {
    const room::Room* room = find_visible_room(state, user, name);
    if (room == nullptr || !room->has_member(user.id())) return nullptr;
    const Seen seen(user);
    return room::is_banned(*room, seen.visitor()) ? nullptr : room;
}

LogWindow log_window(const ServerState& state, const room::Member& member) {
    LogWindow window;
    if (!state.config.history_for_new_members) window.seq_first = member.seq_first;
    return window;
}

std::vector<const Pair*> readable_pairs(const ServerState& state, const room::User& user) {
    if (!user.profile.account_id) return {};
    const std::vector<Pair*>& pairs = state.pairs.of(Party::of(user).key());
    return {pairs.begin(), pairs.end()};
}

std::string conversation_name(const ServerState& state, const room::User& user,
                              ConversationId conversation) {
    if (const room::Room* room = own_room(state, user, conversation)) return room->name();
    const std::string own = Party::of(user).key();
    const Pair* pair = state.pairs.find(conversation, own);
    return pair == nullptr ? "" : name_of(state, Party::of_key(pair->other(own)));
}

}  // namespace brusio::session
