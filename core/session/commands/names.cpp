#include <memory>
#include <utility>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/names_reply.h"
#include "core/session/operators/room_override.h"
#include "core/session/send_long.h"
#include "core/session/visibility.h"
#include "core/wire/split.h"

namespace brusio::session::commands {

namespace {

/// NAMES without a room: every visible room.
class AllRest final : public Rest {
 public:
    bool go_on(Stage& stage, const Session& session) override {
        const room::User* asker = stage.state.roster.find_user(session.user);
        BRUSIO_ASSERT(asker != nullptr);
        if (!room_.go_on(stage, session)) return false;
        next_ = stage.state.roster.walk_rooms(next_, [&](const room::Room& room) {
            if (room.id() == room_.room() || !may_see(*asker, room)) return true;
            if (!may_send_more(stage)) return false;
            room_ = NamesRest{room};
            return room_.go_on(stage, session);
        });
        if (next_ != room::Roster::walk_end) return false;
        stage.replies.numeric(wire::Numeric::rpl_endofnames, {"*"});
        return true;
    }

 private:
    NamesRest room_;        // that is being named, or was last
    std::size_t next_ = 0;  // a place in the roster
};

}  // namespace

Outcome names(CommandContext& context) {
    if (context.param(0).empty()) {
        send_long(context.stage, std::make_unique<AllRest>());
        return done;
    }
    std::size_t rooms_left = context.state().config.limits.targets_per_command_max;
    for (const std::string_view name : wire::Split{context.param(0), ','}) {
        if (rooms_left-- == 0) break;
        // Modern IRC, NAMES message: nothing but the end for a room that cannot be seen.
        const room::Room* room = find_room_to_govern(context.state(), context.user(), name);
        if (room == nullptr) continue;
        tell_look(context.stage, context.user(), *room, "NAMES");
        const Sight sight =
            may_see(context.user(), *room) ? Sight::from_where_it_stands : Sight::by_override;
        send_long(context.stage, std::make_unique<NamesRest>(*room, sight));
    }
    auto end = std::make_unique<NamesRest>();
    end->end_with(context.param(0));
    send_long(context.stage, std::move(end));
    return done;
}

}  // namespace brusio::session::commands
