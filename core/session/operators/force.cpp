#include "core/session/operators/force.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/privileges.h"

namespace brusio::session {

namespace {

/// The plain protocol has one room, and no words for another.
bool speaks_plain(const ServerState& state, const room::User& user) {
    return std::any_of(user.links().begin(), user.links().end(), [&](LinkId link) {
        return state.sessions.find(link)->info.kind == LinkKind::plain;
    });
}

}  // namespace

Outcome refusal_to_force(const CommandContext& context, const room::User& target) {
    const ServerState& state = context.state();
    const room::User& user = context.user();
    BRUSIO_ASSERT(may(state, user, Privilege::force));
    if (target.id() == user.id()) return done;
    if (target.is(room::UserFlag::server_operator) && !stands_above(state, user, target)) {
        return Reply::with_text(wire::Numeric::err_noprivs,
                                {std::string{name_of(Privilege::force)}},
                                target.nick() + " is a server operator who may no less than you");
    }
    if (speaks_plain(state, target)) {
        return Reply::fail(std::string{context.line.command}, "PLAIN_USER", {target.nick()},
                           target.nick() + " speaks the plain protocol; KICK and KILL work there");
    }
    return done;
}

void record_force(CommandContext& context, std::string_view action, std::string_view subject,
                  std::string_view detail) {
    record_deed(context.stage, context.user(), {action, subject, detail});
    HostEvent event{HostEventKind::forced};
    event.subject = subject;
    event.reason = std::string{action} + " " + std::string{detail};
    tell_host(context.stage, context.session, std::move(event));
}

void tell_forced(CommandContext& context, const room::User& target, const std::string& what) {
    const room::User& user = context.user();
    if (target.id() == user.id()) return;
    const std::string text = user.nick() + ", a server operator, " + what;
    Draft notice = context.stage.from_server("NOTICE");
    notice.kind = DraftKind::notice;
    notice.add(target.nick()).text(text);
    context.fanout().to_user(target, notice);
}

}  // namespace brusio::session
