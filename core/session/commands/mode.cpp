#include <string>

#include "core/session/commands/commands.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/force.h"
#include "core/session/operators/privileges.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_mode_changes.h"
#include "core/session/room_mode_view.h"
#include "core/session/user_modes.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/mode_text.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

/// An unknown letter is told back as a parameter: only what can stand there.
char shown_letter(char letter) {
    return letter > ' ' && letter < 0x7F && letter != ':' ? letter : '?';
}

/// Lists that are asked for and letters that no mode has are answered once each.
void answer_once(CommandContext& context, const room::Room& room, const wire::ModeChange& request,
                 std::string& answered) {
    const bool query = request.request == wire::ModeRequest::list_query;
    const char letter = query ? request.letter : shown_letter(request.letter);
    if (answered.find(letter) != std::string::npos) return;
    answered += letter;
    if (!query) return context.replies().numeric(Numeric::err_unknownmode, {{&letter, 1}});
    for (const MaskListLetter& row : mask_list_letters()) {
        if (row.mode == letter) send_mask_list(context, room, row.list);
    }
}

using Power = RoomModeChanges::Power;

void change_room_modes(CommandContext& context, room::Room& room, Power power) {
    const auto params = context.line.params().subspan(1);
    std::size_t arguments_left = context.state().config.limits.mode_changes_per_command_max;
    RoomModeChanges changes(context, room, power);
    std::string answered;
    for (const wire::ModeChange& request : wire::parse_mode_changes(room_mode_syntax(), params)) {
        if (request.request == wire::ModeRequest::list_query ||
            request.request == wire::ModeRequest::unknown_letter) {
            answer_once(context, room, request, answered);
            if (power == Power::server_operator &&
                request.request == wire::ModeRequest::list_query) {
                tell_override(context.stage, context.user(), room, "SAMODE", {&request.letter, 1});
            }
            continue;
        }
        const bool has_argument = request.argument.data() != nullptr;
        if (has_argument && arguments_left == 0) continue;  // MODES parameter
        arguments_left -= has_argument ? 1 : 0;
        changes.apply(request);
    }
    changes.announce(power == Power::rank ? "MODE" : "SAMODE");
}

Outcome room_mode(CommandContext& context, std::string_view name) {
    room::Room* room = find_room_to_govern(context.state(), context.user(), name);
    if (room == nullptr) return Reply::no_such_channel(name);
    if (context.param_count() < 2) {
        tell_look(context.stage, context.user(), *room, "MODE");
        send_room_modes(context, *room);
    } else {
        change_room_modes(context, *room, Power::rank);
    }
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

Outcome force_room_modes(CommandContext& context, std::string_view name) {
    room::Room* room = context.state().roster.find_room(wire::fold(name));
    if (room == nullptr) return Reply::no_such_channel(name);
    change_room_modes(context, *room, Power::server_operator);
    return done;
}

Outcome force_modes_of_user(CommandContext& context, std::string_view nick) {
    room::User* target = find_user(context.state(), nick);
    if (target == nullptr) return Reply::no_such_nick(nick);
    if (Outcome refusal = refusal_to_force(context, *target)) return refusal;
    const std::string letters = force_user_modes(context, *target, context.param(1));
    if (letters.empty()) return done;
    record_force(context, "samode", target->nick(), letters);
    tell_forced(context, *target, "has changed your modes: " + letters);
    return done;
}

}  // namespace

/// Any mode of a room without a rank there, or of somebody else (InspIRCd and others).
Outcome samode(CommandContext& context) {
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::force)) {
        return refusal;
    }
    const std::string_view target = context.param(0);
    return wire::is_room_name(target) ? force_room_modes(context, target)
                                      : force_modes_of_user(context, target);
}

/// Modern IRC, MODE message.
Outcome mode(CommandContext& context) {
    const std::string_view target = context.param(0);
    return wire::is_room_name(target) ? room_mode(context, target) : user_mode(context, target);
}

}  // namespace brusio::session::commands
