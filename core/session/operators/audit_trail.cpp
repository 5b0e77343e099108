#include "core/session/operators/audit_trail.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/session/operators/server_notices.h"
#include "core/session/stage.h"

namespace brusio::session {

const std::string& actor_name(const room::User& actor) {
    if (!actor.profile.operator_name.empty()) return actor.profile.operator_name;
    return actor.profile.account.empty() ? actor.nick() : actor.profile.account;
}

void trim_audit(Stage& stage) {
    const Limits& limits = stage.state.config.limits;
    const auto age =
        std::chrono::duration_cast<std::chrono::milliseconds>(limits.audit_age_max).count();
    const WallTime first{std::max<std::int64_t>(0, stage.now.wall.unix_ms - age)};
    stage.effects.writes.emplace_back(TrimAudit{limits.audit_entries_max, first});
    stage.state.audit_trim_due.reset();
}

void record_deed(Stage& stage, const room::User& actor, const Deed& deed) {
    record_deed(stage, actor_name(actor), deed);
}

void record_deed(Stage& stage, std::string_view actor, const Deed& deed) {
    BRUSIO_ASSERT(!actor.empty() && !deed.action.empty());
    stage.effects.writes.emplace_back(
        AppendAudit{{stage.now.wall, std::string{actor}, std::string{deed.action},
                     std::string{deed.subject}, std::string{deed.detail}}});
    constexpr std::uint64_t deeds_between_trims = 100;
    std::optional<MonoTime>& due = stage.state.audit_trim_due;
    due = due.value_or(stage.now.mono + std::chrono::hours{1});
    if (++stage.state.deeds_recorded % deeds_between_trims == 0) trim_audit(stage);
}

void tell_host(Stage& stage, HostEvent event) {
    note_event(stage, event);
    stage.effects.events.push_back(std::move(event));
}

void tell_host(Stage& stage, const Session& session, HostEvent event) {
    event.address = session.info.peer_address;
    if (const room::User* user = stage.state.roster.find_user(session.user)) {
        event.nick = user->nick();
        if (event.account.empty()) event.account = user->profile.account;
    }
    tell_host(stage, std::move(event));
}

}  // namespace brusio::session
