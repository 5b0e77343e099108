#include "core/session/nick_change.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/departure.h"
#include "core/session/journal.h"
#include "core/session/monitor_notify.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

void change_nick(Stage& stage, room::User& user, std::string_view nick) {
    BRUSIO_ASSERT(!nick.empty());
    Folded key = wire::fold(nick);
    const std::string source = source_of(user);
    const bool another_name = key != user.key();
    Draft draft = from_user(user, source, "NICK");
    draft.kind = DraftKind::nick;
    draft.add(nick);
    stage.fanout.to_user(user, draft);
    stage.fanout.to_neighbours(user, draft);
    note_event_everywhere(stage, user, {RecordKind::nick, nick, {}, {}});
    if (another_name) {
        tell_monitors(stage, user, Presence::offline);
        remember_user(stage, user);
    }
    stage.state.roster.rename(user, std::string{nick}, std::move(key));
    save_presence(stage, user);
    const Session* acting = stage.replies.session();
    if (acting != nullptr && acting->user == user.id()) stage.replies.rename(nick);
    if (another_name) tell_monitors(stage, user, Presence::online);
}

}  // namespace brusio::session
