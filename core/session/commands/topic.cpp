#include <string>

#include "core/room/admission.h"
#include "core/session/commands/commands.h"
#include "core/session/journal.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_keeping.h"
#include "core/session/room_refusal.h"
#include "core/session/room_standing.h"
#include "core/session/topic_reply.h"
#include "core/session/visibility.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

void change_topic(CommandContext& context, room::Room& room, std::string_view words) {
    const room::User& user = context.user();
    words = words.substr(0, wire::utf8_cut(words, context.state().config.limits.topic_bytes_max));
    const std::string source = source_of(user);
    room.set_topic({std::string{words}, source, context.stage.now.wall});
    Draft draft = from_user(user, source, "TOPIC");
    draft.kind = DraftKind::topic;
    const Noted noted = note_event(context.stage, user, room, {RecordKind::topic, {}, words, {}});
    mark_as(noted, draft);
    // Modern IRC, TOPIC message: to everybody, the author included; empty if it was cleared.
    draft.add(room.name()).text(words);
    context.fanout().to_room(room, draft, Echo::yes);
    save_room(context.stage, room);
}

}  // namespace

Outcome topic(CommandContext& context) {
    const room::User& user = context.user();
    room::Room* room = find_room_to_govern(context.state(), user, context.param(0));
    if (room == nullptr) return Reply::no_such_channel(context.param(0));
    if (context.param_count() < 2) {
        tell_look(context.stage, user, *room, "TOPIC");
        send_topic(context.stage, *room);
        return done;
    }
    const room::Standing standing = standing_of(context.state(), user, *room);
    Outcome refusal_by_rank = refusal_of(room::may_set_topic(*room, standing), *room);
    const bool by_override = refusal_by_rank && may_override(context.state(), user);
    if (refusal_by_rank && !by_override) return refusal_by_rank;
    if (Outcome refusal = store_refusal(context.stage, "TOPIC", room->name())) return refusal;
    change_topic(context, *room, context.param(1));
    if (by_override) tell_override(context.stage, user, *room, "TOPIC", room->topic().text);
    return done;
}

}  // namespace brusio::session::commands
