#include "core/session/room_founder.h"

#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/absence_news.h"
#include "core/session/accounts/staying.h"
#include "core/session/operators/audit_trail.h"
#include "core/session/operators/room_override.h"
#include "core/session/room_entry.h"
#include "core/session/room_keeping.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

Reply founder_refused(std::string code, const room::Room& room, std::string text) {
    return Reply::fail("CHANNEL", std::move(code), {room.name()}, std::move(text));
}

Reply note(std::string code, const room::Room& room, std::string_view account, std::string text) {
    return Reply::note("CHANNEL", std::move(code), {room.name(), std::string{account}},
                       std::move(text));
}

/// The name of the founder's account, or `*`.
std::string founder_name(const ServerState& state, const room::Room& room) {
    const AccountRecord* account = state.accounts.find(room.founder());
    return account == nullptr ? "*" : account->name;
}

/// Why the user has no say in whose room it is.
Outcome refusal_of_change(const CommandContext& context, const room::Room& room) {
    const room::User& user = context.user();
    if (belongs_to_server(context.state(), room.key()) && !room.founder()) {
        return founder_refused("BELONGS_TO_SERVER", room, "That channel belongs to the server");
    }
    if (!is_founder(user, room) && !may_override(context.state(), user)) {
        return founder_refused("NOT_FOUNDER", room, "You are not the founder of " + room.name());
    }
    return store_refusal(context.stage, "CHANNEL", room.name());
}

/// Nobody is made responsible for a room that it has not come into by itself.
Outcome refusal_of_heir(const CommandContext& context, const room::Room& room,
                        const AccountRecord& heir) {
    const room::User* user = user_of_account(context.state(), heir.id);
    const bool is_member = user != nullptr && room.has_member(user->id());
    if (!is_member && !may_override(context.state(), context.user())) {
        return founder_refused("NOT_A_MEMBER", room, heir.name + " is not in " + room.name());
    }
    if (!may_found(context.state(), heir.id)) {
        return founder_refused("TOO_MANY_CHANNELS", room,
                               heir.name + " is the founder of too many channels");
    }
    return done;
}

/// Who gives a room up by itself goes on as one of its operators.
void keep_as_operator(const CommandContext& context, room::Room& room) {
    if (!is_founder(context.user(), room)) return;
    room::RankSet ranks = room.grant_of(room.founder());
    ranks.set(room::Rank::room_operator, room::Turn::on);
    room.set_grant(room.founder(), ranks);
}

void write_audit(const CommandContext& context, const room::Room& room, const std::string& detail) {
    const room::User& user = context.user();
    if (is_founder(user, room)) return;
    record_deed(context.stage, user, {"founder", room.name(), detail});
}

/// The new founder is an operator at once, and hears of it.
void welcome_founder(CommandContext& context, room::Room& room) {
    Stage& stage = context.stage;
    const room::User* founder = user_of_account(stage.state, room.founder());
    if (founder == nullptr) return;
    const room::Member* member = room.find_member(founder->id());
    if (member != nullptr &&
        room.set_rank(founder->id(), room::Rank::room_operator, room::Turn::on)) {
        save_membership(stage, *founder, room);
        const Echo echo = room.has_member(context.user().id()) ? Echo::yes : Echo::no;
        tell_ranks(stage, *founder, room, {room::Rank::room_operator}, echo);
    }
    const std::string text = "You are the founder of " + room.name() + " now; see HELP CHANNEL";
    Draft notice = stage.from_server("NOTICE");
    notice.kind = DraftKind::notice;
    notice.add(founder->nick()).text(text);
    stage.fanout.to_user(*founder, notice, Echo::no);
}

}  // namespace

void show_founder(CommandContext& context, const room::Room& room) {
    const std::string name = founder_name(context.state(), room);
    const bool stays = room.when_empty() == room::WhenEmpty::stays;
    std::string text = name + " is the founder of " + room.name();
    if (!room.founder())
        text = room.name() + (stays ? " belongs to the server" : " has no founder");
    text += stays ? "; it stays when nobody is in it" : "; it ends with its last member";
    context.replies().reply(note("FOUNDER", room, name, std::move(text)));
}

Outcome hand_over_room(CommandContext& context, room::Room& room, std::string_view account) {
    if (account.empty()) return Reply::need_more_params("CHANNEL");
    if (Outcome refusal = refusal_of_change(context, room)) return refusal;
    const AccountRecord* heir = context.state().accounts.find(wire::fold(account));
    if (heir == nullptr || heir->suspended) {
        return founder_refused("NO_SUCH_ACCOUNT", room, "There is no account of that name");
    }
    if (heir->id != room.founder()) {
        if (Outcome refusal = refusal_of_heir(context, room, *heir)) return refusal;
        write_audit(context, room, founder_name(context.state(), room) + " to " + heir->name);
        keep_as_operator(context, room);
        note_absence_news(context.stage, room.founder(), AbsenceNewsKind::founder_lost, room.name(),
                          context.user(), heir->name);
        room.set_founder(heir->id);
        save_room(context.stage, room);
        welcome_founder(context, room);
    }
    BRUSIO_ASSERT(room.when_empty() == room::WhenEmpty::stays);
    context.replies().reply(note("FOUNDER_CHANGED", room, heir->name,
                                 heir->name + " is the founder of " + room.name() + " now"));
    return done;
}

Outcome give_up_room(CommandContext& context, room::Room& room) {
    if (Outcome refusal = refusal_of_change(context, room)) return refusal;
    if (!room.founder())
        return founder_refused("NO_FOUNDER", room, room.name() + " has no founder");
    const std::string name = founder_name(context.state(), room);
    write_audit(context, room, name + " to nobody");
    keep_as_operator(context, room);
    note_absence_news(context.stage, room.founder(), AbsenceNewsKind::founder_lost, room.name(),
                      context.user(), "nobody");
    room.set_founder({});
    context.replies().reply(note(
        "DROPPED", room, name, room.name() + " has no founder now; it ends with its last member"));
    if (room.size() == 0) {
        end_room(context.stage, room);
    } else {
        save_room(context.stage, room);
    }
    return done;
}

}  // namespace brusio::session
