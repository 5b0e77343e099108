#include <optional>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/room/admission.h"
#include "core/session/accounts/absence_news.h"
#include "core/session/commands/commands.h"
#include "core/session/read_marker_view.h"
#include "core/session/room_keeping.h"
#include "core/session/room_refusal.h"
#include "core/session/room_standing.h"
#include "core/session/room_view.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session::commands {

namespace {

Reply rename_failure(const CommandContext& context, std::string code, std::string text) {
    return Reply::specified_fail("RENAME", std::move(code),
                                 {std::string{context.param(0)}, std::string{context.param(1)}},
                                 std::move(text));
}

Reply cannot_rename(const CommandContext& context, std::string text) {
    return rename_failure(context, "CANNOT_RENAME", std::move(text));
}

/// Why the room cannot get that name. A change of its case alone is always possible.
Outcome refusal_of_name(const CommandContext& context, const room::Room& room, const Folded& key) {
    const ServerState& state = context.state();
    const Limits& limits = state.config.limits;
    if (!wire::valid_room_name(context.param(1), limits.room_name_bytes_max)) {
        return cannot_rename(context, "That is not a name for a channel");
    }
    if (key == room.key()) return done;
    if (belongs_to_server(state, room.key())) {
        return cannot_rename(context, "That channel belongs to the server");
    }
    if (find_visible_room(state, context.user(), key.text) != nullptr) {
        return rename_failure(context, "CHANNEL_NAME_IN_USE", "The channel name is already taken");
    }
    if (room.size() > limits.rename_members_max) {
        return cannot_rename(context, "The channel has too many members to be renamed");
    }
    const std::optional<MonoTime> renamed = room.renamed();
    if (renamed && context.stage.now.mono < *renamed + limits.rename_pause) {
        return cannot_rename(context, "The channel has been renamed a moment ago");
    }
    // A secret room's name is refused in the words for names that the server has set aside.
    if (belongs_to_server(state, key) || state.roster.find_room(key) != nullptr) {
        return cannot_rename(context, "That name is set aside");
    }
    return done;
}

/// RENAME for those who know it, and for the others what the rename is to them.
void tell(CommandContext& context, const room::Room& room, std::string_view name_before) {
    const std::string_view reason = context.param(2);
    const std::string source = source_of(context.user());
    Draft draft = from_user(context.user(), source, "RENAME");
    draft.with({name_before, room.name()}).text(reason);
    const Only readers{{wire::Capability::room_rename}, {}};
    context.fanout().to_room(room, draft, Echo::yes, readers);
    // IRCv3 channel-rename, "Fallback": not if the case alone is another.
    if (wire::fold(name_before) == room.key()) return;
    for (const room::Member& member : room.members()) {
        const room::User& user = context.state().roster.user_of(member);
        show_renamed(context.stage, user, room, {name_before, reason});
    }
}

}  // namespace

/// IRCv3 draft/channel-rename. The old name is free at once: nobody is led from it to the new one.
Outcome rename(CommandContext& context) {
    const room::User& user = context.user();
    room::Room* room = find_visible_room(context.state(), user, context.param(0));
    if (room == nullptr) return Reply::no_such_channel(context.param(0));
    const room::Standing standing = standing_of(context.state(), user, *room);
    if (Outcome refusal = refusal_of(room::may_change(standing, room::Change::name), *room)) {
        return refusal;
    }
    if (room->founder() && !standing.is_founder) {
        return cannot_rename(context, "Only its founder may rename that channel");
    }
    Folded key = wire::fold(context.param(1));
    if (Outcome refusal = refusal_of_name(context, *room, key)) return refusal;
    if (Outcome refusal = store_refusal(context.stage, "RENAME", room->name())) return refusal;
    const std::string name_before = room->name();
    const Folded key_before = room->key();
    if (context.param(1) == name_before) return done;
    context.state().roster.rename(*room, std::string{context.param(1)}, std::move(key),
                                  context.stage.now.mono);
    BRUSIO_ASSERT(find_visible_room(context.state(), user, context.param(1)) == room);
    save_room(context.stage, *room);
    follow_rename(context.state(), *room, key_before);
    tell(context, *room, name_before);
    for (const room::Member& member : room->members()) {
        note_absence_news(context.stage, context.state().roster.user_of(member).profile.account_id,
                          AbsenceNewsKind::room_renamed, name_before, user, room->name());
    }
    return done;
}

}  // namespace brusio::session::commands
