#include <string>

#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/visibility.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

Outcome part(CommandContext& context) {
    room::User& user = context.user();
    for (const std::string_view name : wire::Split{context.param(0), ','}) {
        room::Room* room = find_visible_room(context.state(), user, name);
        if (room == nullptr) {
            context.replies().reply(Reply::no_such_channel(name));
        } else if (!room->has_member(user.id())) {
            context.replies().reply(Reply::not_on_channel(name));
        } else {
            part_room(context.stage, *room, user, context.param(1));
        }
    }
    return done;
}

}  // namespace brusio::session::commands
