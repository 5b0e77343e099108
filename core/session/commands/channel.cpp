#include <string>

#include "core/session/commands/commands.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_founder.h"
#include "core/session/room_opening.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

/// Founders reach their rooms, be they inside or not, and server operators every room whose name
/// they know.
room::Room* find_room(const CommandContext& context, std::string_view name) {
    const room::User& user = context.user();
    room::Room* room = context.state().roster.find_room(wire::fold(name));
    if (room == nullptr || may_see(user, *room)) return room;
    return is_founder(user, *room) || may_override(context.state(), user) ? room : nullptr;
}

}  // namespace

Outcome channel(CommandContext& context) {
    const std::string_view subcommand = context.param(0);
    room::Room* room = find_room(context, context.param(1));
    const bool shows = wire::names_equal(subcommand, "INFO");
    const bool hands_over = wire::names_equal(subcommand, "FOUNDER");
    const bool drops = wire::names_equal(subcommand, "DROP");
    const bool opens = wire::names_equal(subcommand, "OPEN");
    if (!shows && !hands_over && !drops && !opens) {
        return Reply::fail("CHANNEL", "UNKNOWN_SUBCOMMAND", {std::string{subcommand}},
                           "CHANNEL knows INFO, FOUNDER, DROP and OPEN");
    }
    if (room == nullptr) return Reply::no_such_channel(context.param(1));
    if (hands_over) return hand_over_room(context, *room, context.param(2));
    if (drops) return give_up_room(context, *room);
    if (opens) return open_room(context, *room);
    show_founder(context, *room);
    return done;
}

}  // namespace brusio::session::commands
