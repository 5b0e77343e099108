#include <string>
#include <vector>

#include "core/session/commands/commands.h"
#include "core/session/departure.h"
#include "core/session/room_entry.h"
#include "core/session/room_view.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

/// JOIN 0: out of every room (Modern IRC, JOIN message).
void part_all(CommandContext& context) {
    room::User& user = context.user();
    const std::vector<RoomId> rooms = user.rooms();  // a copy: it shrinks
    for (const RoomId id : rooms) {
        room::Room* room = context.state().roster.find_room(id);
        if (room != nullptr) part_room(context.stage, *room, user, {});
    }
}

void join_one(CommandContext& context, std::string_view name, std::string_view key) {
    const Limits& limits = context.state().config.limits;
    if (!wire::valid_room_name(name, limits.room_name_bytes_max)) {
        return context.replies().reply(Reply::no_such_channel(name));
    }
    room::User& user = context.user();
    const room::Room* before = context.state().roster.find_room(wire::fold(name));
    if (before != nullptr && before->has_member(user.id())) return;
    if (const Outcome refusal = enter_room(context.stage, user, name, key)) {
        return context.replies().reply(*refusal);
    }
    const room::Room* room = context.state().roster.find_room(wire::fold(name));
    show_room(context.stage, context.session, *room);
    show_room_to_others(context.stage, user, *room);
}

}  // namespace

Outcome join(CommandContext& context) {
    if (context.param(0) == "0") {
        part_all(context);
        return done;
    }
    if (context.param(0).empty()) return Reply::need_more_params("JOIN");
    const wire::Split keys{context.param(1), ','};
    auto key = keys.begin();
    for (const std::string_view name : wire::Split{context.param(0), ','}) {
        const bool has_key = !(key == wire::Split::end());
        join_one(context, name, has_key ? *key : std::string_view{});
        if (has_key) ++key;
    }
    return done;
}

}  // namespace brusio::session::commands
