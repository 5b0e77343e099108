#include "core/session/user_news.h"

#include <string>
#include <vector>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

wire::CapabilitySet both(wire::Capability first, wire::Capability second) {
    wire::CapabilitySet caps;
    caps.add(first);
    caps.add(second);
    return caps;
}

/// The links that monitor the user without sharing a room with it or being its own.
std::vector<LinkId> distant_watchers(const ServerState& state, const room::User& user) {
    std::vector<LinkId> links;
    for (const LinkId link : state.monitor.watchers(user.key())) {
        const Session* session = state.sessions.find(link);
        BRUSIO_ASSERT(session != nullptr);
        const room::User* watcher = state.roster.find_user(session->user);
        BRUSIO_ASSERT(watcher != nullptr);
        if (watcher->id() == user.id() || state.roster.share_a_room(*watcher, user)) continue;
        links.push_back(link);
    }
    return links;
}

}  // namespace

void tell_user_news(Stage& stage, const room::User& user, const Draft& draft,
                    wire::Capability capability) {
    stage.fanout.to_neighbours(user, draft, Only{both(capability, capability), {}});
    const std::vector<LinkId> watchers = distant_watchers(stage.state, user);
    if (watchers.empty()) return;
    // IRCv3 extended-monitor: only together with the capability of the news itself.
    const Only readers{both(capability, wire::Capability::extended_monitor), {}};
    stage.fanout.to_links(watchers, draft, Echo::no, readers);
}

void tell_away(Stage& stage, const room::User& user) {
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "AWAY");
    if (!user.profile.away.empty()) draft.text(user.profile.away);
    tell_user_news(stage, user, draft, wire::Capability::away_notify);
}

}  // namespace brusio::session
