#include "core/session/monitor_notify.h"

#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/session/metadata_news.h"
#include "core/wire/numerics.h"

namespace brusio::session {

void tell_monitors(Stage& stage, const room::User& user, Presence presence) {
    using wire::Numeric;
    BRUSIO_ASSERT(!user.nick().empty());
    const std::span<const LinkId> watchers = stage.state.monitor.watchers(user.key());
    if (watchers.empty()) return;
    const bool online = presence == Presence::online;
    // IRCv3 monitor, 731: nicks alone; 730 may carry the whole source. "*" stands for the reader's
    // nick, so that one frame serves all watchers.
    const std::string target = online ? source_of(user) : user.nick();
    Draft draft = stage.from_server(
        wire::numeric_code(online ? Numeric::rpl_mononline : Numeric::rpl_monoffline));
    draft.add("*").text(target);
    stage.fanout.to_links({watchers.begin(), watchers.end()}, draft, Echo::no);
    if (online) tell_watchers_metadata(stage, user);
    // A user that watches itself hears of its own new nick, too.
    const Session* acting = stage.replies.session();
    if (acting == nullptr) return;
    for (const LinkId watcher : watchers) {
        if (watcher == acting->link) stage.replies.add(draft);
    }
}

}  // namespace brusio::session
