#include <memory>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/list_filter.h"
#include "core/session/numeric_draft.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/room_override.h"
#include "core/session/send_long.h"
#include "core/session/visibility.h"

namespace brusio::session::commands {

namespace {

using wire::Numeric;

void send_room(Stage& stage, const room::Room& room) {
    const std::string members = std::to_string(room.size());
    Draft draft = numeric_draft(stage, Numeric::rpl_list);
    draft.with({room.name(), members}).text(room.topic().text);
    stage.replies.add(draft);
}

class ListRest final : public Rest {
 public:
    explicit ListRest(ListFilter filter) : filter_(std::move(filter)) {}
    bool go_on(Stage& stage, const Session& session) override;

 private:
    /// False if a piece was sent.
    bool offer(Stage& stage, const room::User& user, const room::Room& room);

    ListFilter filter_;
    std::size_t next_ = 0;      // of the names, if rooms were named; else a place in the roster
    bool by_override_ = false;  // a room was shown that the asker may not see
};

bool ListRest::offer(Stage& stage, const room::User& user, const room::Room& room) {
    if (!may_send_more(stage)) return false;
    const bool seen = may_see(user, room);
    const bool shown = seen || may_override(stage.state, user);
    if (!shown || !filter_.admits(room, stage.now.wall)) return true;
    by_override_ = by_override_ || !seen;
    send_room(stage, room);
    return true;
}

bool ListRest::go_on(Stage& stage, const Session& session) {
    const room::Roster& roster = stage.state.roster;
    const room::User* user = roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    const auto names = filter_.exact_names();
    for (; next_ < names.size(); ++next_) {
        const room::Room* room = roster.find_room(names[next_]);
        if (room != nullptr && !offer(stage, *user, *room)) return false;
    }
    if (names.empty()) {
        next_ = roster.walk_rooms(
            next_, [&](const room::Room& room) { return offer(stage, *user, room); });
        if (next_ != room::Roster::walk_end) return false;
    }
    if (by_override_) record_deed(stage, *user, {"override", "*", "LIST"});
    stage.replies.numeric(Numeric::rpl_listend);
    return true;
}

}  // namespace

/// Modern IRC, LIST message. Secret rooms are listed for their members, and for server operators,
/// which the audit keeps: no room is looked into.
Outcome list(CommandContext& context) {
    context.replies().numeric(Numeric::rpl_liststart, {"Channel"});
    send_long(context.stage, std::make_unique<ListRest>(ListFilter(context.line.params())));
    return done;
}

}  // namespace brusio::session::commands
