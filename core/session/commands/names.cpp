#include "core/session/commands/commands.h"
#include "core/session/line_budget.h"
#include "core/session/names_reply.h"
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
        const room::Room* room = find_visible_room(context.state(), context.user(), name);
        if (room != nullptr) send_name_lines(context.stage, context.session, *room);
    }
    context.replies().numeric(wire::Numeric::rpl_endofnames, {context.param(0)});
    return done;
}

}  // namespace brusio::session::commands
