#include "core/session/speech.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/service_names.h"
#include "core/session/hostmask.h"
#include "core/session/mode_letters.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"
#include "core/wire/tags.h"

namespace brusio::session {

namespace {

using wire::Capability;
using wire::Numeric;

DraftKind draft_kind(RecordKind kind) {
    switch (kind) {
        case RecordKind::message:
            return DraftKind::message;
        case RecordKind::notice:
            return DraftKind::notice;
        case RecordKind::tags_only:
            return DraftKind::tags_only;
        default:
            return DraftKind::other;
    }
}

Draft draft_of(const room::User& user, std::string_view source, const Saying& saying,
               std::string_view target, std::string_view id) {
    Draft draft = from_user(user, source, saying.command);
    draft.kind = draft_kind(saying.kind);
    draft.message_id = id;
    draft.client_tags = saying.client_tags;
    draft.add(target);
    if (saying.kind != RecordKind::tags_only) draft.text(saying.text);
    return draft;
}

/// TAGMSG is for those alone who can read tags (IRCv3 message-tags, "TAGMSG").
Only readers_of(const Saying& saying) {
    if (saying.kind == RecordKind::tags_only) return Only{{Capability::message_tags}, {}};
    return {};
}

Echo echo_for(const Stage& stage) {
    const Session* session = stage.replies.session();
    if (session == nullptr) return Echo::no;
    const bool wanted =
        session->info.kind == LinkKind::plain || session->has(Capability::echo_message);
    return wanted ? Echo::yes : Echo::no;
}

Outcome refusal_of(room::Speech speech, const room::Room& room) {
    if (speech == room::Speech::ok) return done;
    return Reply::of(Numeric::err_cannotsendtochan, {room.name()});
}

void journal(Stage& stage, const room::User& user, room::Room& room, const Saying& saying,
             std::string_view target, const std::string& id) {
    MessageRecord record;
    record.id = id;
    record.seq = room.take_message_seq();
    record.time = room.take_message_time(stage.now.wall);
    record.kind = saying.kind;
    record.sender = source_of(user);
    record.account = user.profile.account_id;
    record.account_name = user.profile.account;
    record.target = target;
    record.text = saying.text;
    record.client_tags = saying.client_tags;
    record.from_bot = user.is(room::UserFlag::bot);
    stage.effects.writes.push_back(AppendMessage{room.conversation(), std::move(record)});
}

/// Keeps in the room's log what the user says to `target`, which is the room or a rank in it. Gives
/// the message's id, or why it must not be said.
Result<std::string, Reply> keep(Stage& stage, const room::User& user, room::Room& room,
                                const Saying& saying, std::string_view target) {
    const Seen seen(user);
    Outcome refusal =
        refusal_of(may_speak(room, room.find_member(user.id()), seen.visitor()), room);
    if (refusal) return Err{*std::move(refusal)};
    std::string id = stage.state.message_ids.next();
    // What is only tags (typing, for one) passes and is not kept.
    if (saying.kind == RecordKind::tags_only) return id;
    if (stage.state.store_health != StoreHealth::accepting) {
        return Err{Reply::fail(std::string{saying.command}, "STORE_UNAVAILABLE", {room.name()},
                               "Messages cannot be stored at the moment")};
    }
    journal(stage, user, room, saying, target, id);
    return id;
}

/// Somebody who writes to itself gets the message and, if it asked for echoes, the echo too: that
/// alone answers the command and has its label.
void say_to_self(CommandContext& context, const room::User& user, const Draft& draft,
                 const Only& readers) {
    const bool reads = context.session.caps.has_all(readers.with);
    if (context.session.has(Capability::echo_message) && reads) {
        context.replies().add_unlabelled(draft);
    }
    context.fanout().to_user(user, draft, Echo::yes, readers);
}

void say_to_user(CommandContext& context, room::User& target, const Saying& saying) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    const std::string id = context.state().message_ids.next();
    const Draft draft = draft_of(user, source, saying, target.nick(), id);
    const Only readers = readers_of(saying);
    if (target.id() == user.id()) return say_to_self(context, user, draft, readers);
    context.fanout().to_user(target, draft, Echo::yes, readers);
    // The sender's other sessions see it too, and this one if it asked for echoes.
    context.fanout().to_user(user, draft, echo_for(context.stage), readers);
    if (saying.kind == RecordKind::message && !target.profile.away.empty()) {
        context.replies().numeric(Numeric::rpl_away, {target.nick()}, target.profile.away);
    }
}

Outcome say_to_rank(CommandContext& context, room::Rank rank, std::string_view target,
                    room::Room& room, const Saying& saying) {
    const room::User& user = context.user();
    const auto id = keep(context.stage, user, room, saying, target);
    if (!id.ok()) return id.error();
    const std::string source = source_of(user);
    const Draft draft = draft_of(user, source, saying, target, id.value());
    context.fanout().to_rank(room, rank, draft, echo_for(context.stage), readers_of(saying));
    return done;
}

/// There are no services here: whoever looks for them is told what to do instead.
Outcome answer_as_service(CommandContext& context, std::string_view service, const Saying& saying) {
    if (saying.kind != RecordKind::message) return done;
    const std::string source =
        std::string{service} + "!services@" + std::string{context.stage.server_name()};
    Draft notice;
    notice.source = source;
    notice.command = "NOTICE";
    notice.kind = DraftKind::notice;
    notice.add(context.replies().nick())
        .text(
            "There are no services here: accounts are a part of the server. HELP REGISTER and "
            "HELP ACCOUNT say how to make one and use it; log in with SASL in your client.");
    context.replies().add(notice);
    return done;
}

Outcome say_to(CommandContext& context, std::string_view target, const Saying& saying) {
    std::optional<room::Rank> rank;
    std::string_view name = target;
    // Modern IRC, STATUSMSG: one prefix character before the name of the room.
    if (name.size() > 1 && wire::is_room_name(name.substr(1))) {
        rank = rank_of_prefix(name.front());
        if (rank) name.remove_prefix(1);
    }
    if (wire::is_room_name(name)) {
        room::Room* room = context.state().roster.find_room(wire::fold(name));
        if (room == nullptr) return Reply::no_such_channel(name);
        if (rank) return say_to_rank(context, *rank, target, *room, saying);
        return say_to_room(context.stage, context.user(), *room, saying);
    }
    room::User* user = context.state().roster.find_user(wire::fold(name));
    if (user == nullptr && is_service_name(name)) return answer_as_service(context, name, saying);
    if (user == nullptr) return Reply::no_such_nick(name);
    say_to_user(context, *user, saying);
    return done;
}

}  // namespace

Outcome say_to_room(Stage& stage, room::User& user, room::Room& room, const Saying& saying) {
    const auto id = keep(stage, user, room, saying, room.name());
    if (!id.ok()) return id.error();
    const std::string source = source_of(user);
    const Draft draft = draft_of(user, source, saying, room.name(), id.value());
    stage.fanout.to_room(room, draft, echo_for(stage), readers_of(saying));
    user.last_active = stage.now.mono;
    ++stage.state.messages_said;
    return done;
}

Outcome say(CommandContext& context, const Saying& saying) {
    // Modern IRC, NOTICE message: nothing is ever answered to a notice automatically.
    const bool answers = saying.kind != RecordKind::notice;
    std::size_t targets_left = context.state().config.limits.targets_per_command_max;
    for (const std::string_view target : wire::Split{context.param(0), ','}) {
        Outcome refusal = targets_left > 0
                              ? say_to(context, target, saying)
                              : Reply::of(Numeric::err_toomanytargets, {std::string{target}});
        if (targets_left > 0) --targets_left;
        if (refusal && answers) context.replies().reply(*refusal);
    }
    return done;
}

std::string relayed_tags(const CommandContext& context) {
    if (!context.session.has(Capability::message_tags)) return {};
    return wire::client_only_tags(context.line.tags);
}

}  // namespace brusio::session
