#include <string>

#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/list_filter.h"
#include "core/session/numeric_draft.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/room_override.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void send_room(CommandContext& context, const room::Room& room) {
    const std::string members = std::to_string(room.size());
    Draft draft = numeric_draft(context.stage, Numeric::rpl_list);
    draft.with({room.name(), members}).text(room.topic().text);
    context.replies().add(draft);
}

void send_matches(CommandContext& context, const ListFilter& filter) {
    const room::User& user = context.user();
    const bool sees_all = may_override(context.state(), user);
    bool cut = false;
    bool by_override = false;
    const auto offer = [&](const room::Room& room) {
        if (cut || !filter.admits(room, context.stage.now.wall) ||
            !(sees_all || may_see(user, room))) {
            return;
        }
        by_override = by_override || !may_see(user, room);
        cut = !may_list_more(context.stage);
        if (!cut) send_room(context, room);
    };
    const auto names = filter.exact_names();
    for (const std::string& name : names) {
        const room::Room* room = context.state().roster.find_room(name);
        if (room != nullptr) offer(*room);
    }
    if (names.empty()) context.state().roster.for_each_room(offer);
    if (cut) context.replies().reply(list_was_cut("LIST"));
    if (by_override) record_deed(context.stage, user, {"override", "*", "LIST"});
}

}  // namespace

/// Modern IRC, LIST message. Secret rooms are listed for their members, and for server operators,
/// which the audit keeps: no room is looked into.
Outcome list(CommandContext& context) {
    context.replies().numeric(Numeric::rpl_liststart, {"Channel"});
    send_matches(context, ListFilter(context.line.params()));
    context.replies().numeric(Numeric::rpl_listend);
    return done;
}

}  // namespace brusio::session::commands
