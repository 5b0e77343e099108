#include "core/session/commands/commands.h"
#include "core/session/mode_letters.h"
#include "core/session/room_mode_changes.h"
#include "core/session/room_mode_request.h"
#include "core/session/room_mode_view.h"
#include "core/session/user_modes.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void show_lists(CommandContext& context, const room::Room& room, std::string_view letters) {
    for (const MaskListLetter& row : mask_list_letters()) {
        if (letters.find(row.mode) != std::string_view::npos) {
            send_mask_list(context, room, row.list);
        }
    }
}

Outcome room_mode(CommandContext& context, std::string_view name) {
    room::Room* room = find_visible_room(context.state(), context.user(), name);
    if (room == nullptr) return Reply::no_such_channel(name);
    if (context.param_count() < 2) {
        send_room_modes(context, *room);
        return done;
    }
    const std::size_t with_param_max =
        context.state().config.limits.mode_changes_per_command_max;
    const RoomModeRequests requests =
        parse_room_modes(context.line.params().subspan(1), with_param_max);
    for (const char& letter : requests.unknown) {
        context.replies().numeric(Numeric::err_unknownmode, {{&letter, 1}});
    }
    show_lists(context, *room, requests.queries);
    RoomModeChanges changes(context, *room);
    for (const RoomModeRequest& request : requests.changes) changes.apply(request);
    changes.announce();
    return done;
}

Outcome user_mode(CommandContext& context, std::string_view nick) {
    room::User* target = find_user(context.state(), nick);
    if (target == nullptr) return Reply::no_such_nick(nick);
    if (target->id() != context.session.user) return Reply::of(Numeric::err_usersdontmatch);
    if (context.param_count() < 2) {
        context.replies().numeric(Numeric::rpl_umodeis, {user_modes_text(*target)}, {});
    } else {
        change_user_modes(context, *target, context.param(1));
    }
    return done;
}

}  // namespace

/// Modern IRC, MODE message.
Outcome mode(CommandContext& context) {
    const std::string_view target = context.param(0);
    return wire::is_room_name(target) ? room_mode(context, target) : user_mode(context, target);
}

}  // namespace brusio::session::commands
