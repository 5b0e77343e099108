#include "core/session/history_access.h"

#include "core/session/hostmask.h"
#include "core/session/mode_letters.h"
#include "core/session/party_names.h"
#include "core/session/visibility.h"

namespace brusio::session {

const room::Room* readable_room(const ServerState& state, const room::User& user,
                                std::string_view name) {
    const room::Room* room = find_visible_room(state, user, name);
    if (room == nullptr || !room->has_member(user.id())) return nullptr;
    return is_banned(state, user, *room) ? nullptr : room;
}

LogWindow log_window(const ServerState& state, const room::Member& member) {
    LogWindow window;
    if (!state.config.history_for_new_members || member.visits) window.seq_first = member.seq_first;
    for (const RankLetter& row : rank_letters()) {
        if (!member.ranks.at_least(row.rank)) window.prefixes_hidden += row.prefix;
    }
    return window;
}

std::vector<const Pair*> readable_pairs(const ServerState& state, const room::User& user) {
    if (!user.profile.account_id) return {};
    const std::vector<Pair*>& pairs = state.pairs.of(Party::of(user).key());
    return {pairs.begin(), pairs.end()};
}

std::string pair_name(const ServerState& state, const room::User& user,
                      ConversationId conversation) {
    const std::string own = Party::of(user).key();
    const Pair* pair = state.pairs.find(conversation, own);
    return pair == nullptr ? "" : name_of(state, Party::of_key(pair->other(own)));
}

std::string conversation_name(const ServerState& state, const room::User& user,
                              ConversationId conversation) {
    const room::Room* room = own_room(state, user, conversation);
    return room == nullptr ? pair_name(state, user, conversation) : room->name();
}

}  // namespace brusio::session
