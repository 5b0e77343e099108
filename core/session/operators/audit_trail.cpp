#include "core/session/operators/audit_trail.h"

#include <utility>

#include "core/base/assert.h"
#include "core/session/stage.h"

namespace brusio::session {

namespace {

const std::string& name_of(const room::User& actor) {
    if (!actor.profile.operator_name.empty()) return actor.profile.operator_name;
    return actor.profile.account.empty() ? actor.nick() : actor.profile.account;
}

}  // namespace

void record_deed(Stage& stage, const room::User& actor, const Deed& deed) {
    record_deed(stage, name_of(actor), deed);
}

void record_deed(Stage& stage, std::string_view actor, const Deed& deed) {
    BRUSIO_ASSERT(!actor.empty() && !deed.action.empty());
    stage.effects.writes.emplace_back(
        AppendAudit{{stage.now.wall, std::string{actor}, std::string{deed.action},
                     std::string{deed.subject}, std::string{deed.detail}}});
}

void tell_host(Stage& stage, const Session& session, HostEvent event) {
    event.address = session.info.peer_address;
    if (const room::User* user = stage.state.roster.find_user(session.user)) {
        event.nick = user->nick();
        if (event.account.empty()) event.account = user->profile.account;
    }
    stage.effects.events.push_back(std::move(event));
}

}  // namespace brusio::session
