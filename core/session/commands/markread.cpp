#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/commands/commands.h"
#include "core/session/party_names.h"
#include "core/session/read_marker_view.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session::commands {

namespace {

/// What is marked, and how the client calls it.
struct Marked {
    Folded target;
    std::string name;
    WallTime newest;  // of what is in the log
};

Reply markread_failure(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::specified_fail("MARKREAD", std::move(code), std::move(params), std::move(text));
}

/// A room that the user is in, or somebody to talk to, who need not be there.
std::optional<Marked> find_marked(CommandContext& context, std::string_view name) {
    const room::User& user = context.user();
    if (wire::is_room_name(name)) {
        const room::Room* room = find_visible_room(context.state(), user, name);
        if (room == nullptr || !room->has_member(user.id())) return std::nullopt;
        return Marked{marker_target(user, *room), room->name(), room->log().time()};
    }
    if (!wire::valid_nick(name, context.state().config.limits.nick_bytes_max)) return std::nullopt;
    const Party other = party_named(context.state(), name);
    const Pair* pair = context.state().pairs.find(Party::of(user).key(), other.key());
    return Marked{marker_target(other), std::string{name},
                  pair == nullptr ? WallTime{} : pair->log.time()};
}

/// Keeps what is an account's, and both that and a guest's within bounds.
void write_down(CommandContext& context, const MarkerOwner& owner, const Folded& target,
                WallTime read_up_to) {
    Stage& stage = context.stage;
    const std::size_t markers_max = stage.state.config.limits.read_markers_per_account_max;
    std::vector<Folded> forgotten = stage.state.read_markers.trim(owner, markers_max, target);
    if (!owner.account) return;
    stage.effects.writes.emplace_back(SaveReadMarker{{owner.account, target, read_up_to}});
    for (Folded& old : forgotten) {
        stage.effects.writes.emplace_back(RemoveReadMarker{owner.account, std::move(old)});
    }
}

void tell_other_sessions(CommandContext& context, const Marked& marked, WallTime read_up_to) {
    const std::string time = wire::timestamp_param(read_up_to);
    Draft draft = context.stage.from_server("MARKREAD");
    draft.with({marked.name, time});
    context.fanout().to_user(context.user(), draft, Echo::no,
                             Only{{wire::Capability::read_marker}, {}});
}

/// Nobody has read what is yet to be said: a time that is to come is now, or that of the newest
/// entry if the clock has stepped back since.
Outcome move_marker(CommandContext& context, const Marked& marked, WallTime wanted) {
    const MarkerOwner owner = MarkerOwner::of(context.user());
    if (owner.account && context.state().store_health != StoreHealth::accepting) {
        return markread_failure("INTERNAL_ERROR", {marked.name},
                                "The read timestamp could not be set");
    }
    const WallTime to = std::min(wanted, std::max(context.stage.now.wall, marked.newest));
    if (!context.state().read_markers.advance(owner, marked.target, to)) return done;
    write_down(context, owner, marked.target, to);
    tell_other_sessions(context, marked, to);
    return done;
}

}  // namespace

Outcome markread(CommandContext& context) {
    const std::string_view name = context.param(0);
    if (name.empty()) return markread_failure("NEED_MORE_PARAMS", {}, "Missing parameters");
    const std::optional<Marked> marked = find_marked(context, name);
    const std::size_t bytes_max = context.state().config.limits.room_name_bytes_max;
    if (!marked && context.param_count() == 1 && wire::valid_room_name(name, bytes_max)) {
        // Nothing is known of a room that the user is not in, be there one or not.
        context.replies().add(context.stage.from_server("MARKREAD").with({name, "*"}));
        return done;
    }
    if (!marked)
        return markread_failure("INVALID_PARAMS", {std::string{name}}, "Invalid parameters");
    if (context.param_count() > 1) {
        const std::optional<WallTime> wanted = wire::parse_timestamp_param(context.param(1));
        if (!wanted) {
            return markread_failure("INVALID_PARAMS", {std::string{context.param(1)}},
                                    "Invalid parameters");
        }
        if (Outcome refusal = move_marker(context, *marked, *wanted)) return refusal;
    }
    send_read_marker(context.stage, context.user(), marked->target, marked->name);
    return done;
}

}  // namespace brusio::session::commands
