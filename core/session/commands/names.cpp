#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/names_reply.h"
#include "core/session/operators/room_override.h"
#include "core/session/visibility.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

/// NAMES without a room: every visible room, as far as one answer goes.
void list_all(CommandContext& context) {
    bool cut = false;
    context.state().roster.for_each_room([&](const room::Room& room) {
        cut = cut || !may_list_more(context.stage);
        if (!cut) send_name_lines(context.stage, context.session, room);
    });
    if (cut) context.replies().reply(list_was_cut("NAMES"));
    context.replies().numeric(wire::Numeric::rpl_endofnames, {"*"});
}

}  // namespace

Outcome names(CommandContext& context) {
    if (context.param(0).empty()) {
        list_all(context);
        return done;
    }
    std::size_t rooms_left = context.state().config.limits.targets_per_command_max;
    for (const std::string_view name : wire::Split{context.param(0), ','}) {
        if (rooms_left-- == 0) break;
        // Modern IRC, NAMES message: nothing but the end for a room that cannot be seen.
        const room::Room* room = find_room_to_govern(context.state(), context.user(), name);
        if (room == nullptr) continue;
        tell_look(context.stage, context.user(), *room, "NAMES");
        const Sight sight =
            may_see(context.user(), *room) ? Sight::from_where_it_stands : Sight::by_override;
        send_name_lines(context.stage, context.session, *room, sight);
    }
    context.replies().numeric(wire::Numeric::rpl_endofnames, {context.param(0)});
    return done;
}

}  // namespace brusio::session::commands
