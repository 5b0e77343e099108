#include "core/session/away.h"

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/staying.h"
#include "core/session/user_news.h"

namespace brusio::session {

void take_away_of_sessions(const ServerState& state, room::User& user) {
    const Session* newest = nullptr;
    for (const LinkId link : user.links()) {
        const Session* session = state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        if (session->away == nobody_sits_here) continue;
        if (session->away.empty()) return user.profile.away.clear();
        if (newest == nullptr || session->away_order > newest->away_order) newest = session;
    }
    if (newest != nullptr) {
        user.profile.away = newest->away;
    } else if (user.profile.away.empty()) {
        user.profile.away = not_connected_text;
    }
}

void settle_away(Stage& stage, room::User& user) {
    const std::string before = user.profile.away;
    take_away_of_sessions(stage.state, user);
    if (user.profile.away == before) return;
    tell_away(stage, user);
    save_presence(stage, user);
}

}  // namespace brusio::session
