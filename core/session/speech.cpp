#include "core/session/speech.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/service_names.h"
#include "core/session/accounts/staying.h"
#include "core/session/contact_rules.h"
#include "core/session/exactly_once.h"
#include "core/session/hostmask.h"
#include "core/session/journal.h"
#include "core/session/mode_letters.h"
#include "core/session/visibility.h"
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
               std::string_view target, const Noted& noted) {
    Draft draft = from_user(user, source, saying.command);
    if (!saying.relayed_as.empty()) {
        draft.account = {};  // the bridge's is not the speaker's
        draft.from_operator = false;
    }
    draft.kind = draft_kind(saying.kind);
    mark_as(noted, draft);
    draft.client_tags = saying.client_tags;
    draft.add(target);
    if (saying.kind != RecordKind::tags_only) draft.text(saying.text);
    draft.lines = saying.lines;
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
    if (speech == room::Speech::accounts_only) {
        return Reply::with_text(Numeric::err_cannotsendtochan, {room.name()},
                                "Only those who are logged in may speak here (+M)");
    }
    return Reply::of(Numeric::err_cannotsendtochan, {room.name()});
}

/// A question from program to program, or its answer; /me is one too but for people (CTCP).
bool is_ctcp(std::string_view text) {
    return text.starts_with('\x01') && !text.starts_with(
                                           "\x01"
                                           "ACTION ");
}

bool is_ctcp(const Saying& saying) {
    if (saying.lines.empty()) return is_ctcp(saying.text);
    return std::any_of(saying.lines.begin(), saying.lines.end(),
                       [](const TextLine& line) { return is_ctcp(std::string_view{line.text}); });
}

/// What passes and is gone: that somebody types.
bool is_fleeting(const Saying& saying) {
    if (saying.kind != RecordKind::tags_only) return false;
    for (const std::string_view tag : wire::Split{saying.client_tags, ';'}) {
        const std::string_view key = tag.substr(0, tag.find('='));
        if (key != "+typing" && key != "+draft/typing") return false;
    }
    return true;
}

Reply cannot_be_stored(const Saying& saying, std::string_view target) {
    return Reply::fail(std::string{saying.command}, "STORE_UNAVAILABLE", {std::string{target}},
                       "Messages cannot be stored at the moment");
}

Entry entry_of(const Saying& saying, std::string_view target) {
    return {saying.kind,        target,           saying.text,
            saying.client_tags, saying.client_id, saying.relayed_as};
}

/// Keeps in the room's log what the user says to `target`, which is the room or a rank in it. Gives
/// its name and time, or why it must not be said.
Result<Noted, Reply> keep(Stage& stage, const room::User& user, room::Room& room,
                          const Saying& saying, std::string_view target) {
    const Seen seen(user, stage.state, room);
    Outcome refusal =
        refusal_of(may_speak(room, room.find_member(user.id()), seen.visitor()), room);
    if (refusal) return Err{*std::move(refusal)};
    if (room.is(room::RoomFlag::no_ctcp) && is_ctcp(saying)) {
        return Err{Reply::with_text(Numeric::err_cannotsendtochan, {room.name()},
                                    "No CTCP here but ACTION (+C)")};
    }
    if (is_fleeting(saying)) return Noted{stage.state.message_ids.next(), std::nullopt, {}};
    if (stage.state.store_health != StoreHealth::accepting) {
        return Err{cannot_be_stored(saying, room.name())};
    }
    return note_in_room(stage, user, room, entry_of(saying, target));
}

/// Does whoever it is said to hear it? What is silenced is kept for nobody.
enum class Heard : std::uint8_t { no, yes };

/// The same for a private message.
Result<Noted, Reply> keep(Stage& stage, const room::User& user, const Party& other,
                          const Saying& saying, std::string_view target, Heard heard) {
    if (is_fleeting(saying)) return Noted{stage.state.message_ids.next(), std::nullopt, {}};
    const bool is_kept = user.profile.account_id || other.account;
    if (is_kept && stage.state.store_health != StoreHealth::accepting) {
        return Err{cannot_be_stored(saying, target)};
    }
    if (heard == Heard::no) return Noted{stage.state.message_ids.next(), std::nullopt, {}};
    return note_in_pair(stage, user, other, entry_of(saying, target));
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

/// Whoever cannot reach somebody reads why, and the other that somebody wants to: but not at every
/// key that is typed, nor of a notice.
Outcome refuse_stranger(CommandContext& context, const room::User& target, Contact contact,
                        const Saying& saying) {
    if (is_fleeting(saying)) return done;
    const bool is_caller = contact == Contact::not_accepted && saying.kind != RecordKind::tags_only;
    const bool told = is_caller && tell_of_caller(context.stage, context.user(), target);
    if (!told || saying.kind != RecordKind::message) return contact_refusal(contact, target.nick());
    context.replies().reply(contact_refusal(contact, target.nick()));
    context.replies().numeric(Numeric::rpl_targnotify, {target.nick()});
    return done;
}

/// Whoever keeps strangers away wants to read the answer of those it writes to.
void accept_answers(CommandContext& context, const room::User& target, const Saying& saying) {
    const room::User& user = context.user();
    const bool keeps_away = user.is(room::UserFlag::caller_id);
    if (!keeps_away || saying.kind != RecordKind::message || target.id() == user.id()) return;
    add_accepted(context.stage, user, target);
}

Outcome say_to_user(CommandContext& context, room::User& target, const Saying& saying) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    const Only readers = readers_of(saying);
    const Contact contact = may_contact(context.state(), user, target);
    const Heard heard = contact == Contact::silenced ? Heard::no : Heard::yes;
    if (contact != Contact::ok && heard == Heard::yes) {
        return refuse_stranger(context, target, contact, saying);
    }
    const auto noted = keep(context.stage, user, Party::of(target), saying, target.nick(), heard);
    if (!noted.ok()) return noted.error();
    const Draft draft = draft_of(user, source, saying, target.nick(), noted.value());
    if (target.id() == user.id()) {
        say_to_self(context, user, draft, readers);
        return done;
    }
    if (heard == Heard::yes) context.fanout().to_user(target, draft, Echo::yes, readers);
    accept_answers(context, target, saying);
    // The sender's other sessions see it too, and this one if it asked for echoes.
    context.fanout().to_user(user, draft, echo_for(context.stage), readers);
    if (saying.kind == RecordKind::message && !target.profile.away.empty()) {
        context.replies().numeric(Numeric::rpl_away, {target.nick()}, target.profile.away);
    }
    return done;
}

/// To the owner of an account who is not there and in no room: it is read later.
Outcome say_to_account(CommandContext& context, const AccountRecord& account,
                       const Saying& saying) {
    if (room::User* owner = user_of_account(context.state(), account.id)) {
        return say_to_user(context, *owner, saying);
    }
    const room::User& user = context.user();
    const Contact contact = may_contact(context.state(), user, account);
    const Heard heard = contact == Contact::silenced ? Heard::no : Heard::yes;
    if (contact != Contact::ok && heard == Heard::yes) {
        if (is_fleeting(saying)) return done;
        return contact_refusal(contact, account.name);
    }
    const auto noted =
        keep(context.stage, user, Party{account.id, {}}, saying, account.name, heard);
    if (!noted.ok()) return noted.error();
    const std::string source = source_of(user);
    const Draft draft = draft_of(user, source, saying, account.name, noted.value());
    context.fanout().to_user(user, draft, echo_for(context.stage), readers_of(saying));
    if (saying.kind == RecordKind::message) {
        context.replies().numeric(Numeric::rpl_away, {account.name},
                                  absent_text(context.state(), account.id));
    }
    return done;
}

Outcome say_to_rank(CommandContext& context, room::Rank rank, std::string_view target,
                    room::Room& room, const Saying& saying) {
    const room::User& user = context.user();
    const auto noted = keep(context.stage, user, room, saying, target);
    if (!noted.ok()) return noted.error();
    const std::string source = source_of(user);
    const Draft draft = draft_of(user, source, saying, target, noted.value());
    context.fanout().to_rank(room, rank, draft, echo_for(context.stage), readers_of(saying));
    return done;
}

/// There are no services here: whoever looks for them is told what to do instead.
void notice_of_service(CommandContext& context, std::string_view service) {
    const std::string source =
        std::string{service} + "!services@" + std::string{context.stage.server_name()};
    Draft notice;
    notice.source = source;
    notice.command = "NOTICE";
    notice.kind = DraftKind::notice;
    notice.add(context.replies().nick())
        .text(
            "There are no services here: accounts and channels are a part of the server. HELP "
            "REGISTER, HELP ACCOUNT and HELP CHANNEL say how; log in with SASL in your client.");
    context.replies().add(notice);
}

/// The echo is for the session alone that said it: people tell services their passwords.
Outcome answer_as_service(CommandContext& context, std::string_view service, const Saying& saying) {
    const room::User& user = context.user();
    const std::string source = source_of(user);
    const Noted noted{context.state().message_ids.next(), std::nullopt, {}};
    const bool reads = context.session.caps.has_all(readers_of(saying).with);
    if (echo_for(context.stage) == Echo::yes && reads) {
        context.replies().add(draft_of(user, source, saying, service, noted));
    }
    if (saying.kind == RecordKind::message) notice_of_service(context, service);
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
        // A secret room takes nothing from outside, whether +n is set or not: it is not there.
        room::Room* room = find_visible_room(context.state(), context.user(), name);
        if (room == nullptr) return Reply::no_such_channel(name);
        if (rank) return say_to_rank(context, *rank, target, *room, saying);
        return say_to_room(context.stage, context.user(), *room, saying);
    }
    const Folded key = wire::fold(name);
    if (room::User* user = context.state().roster.find_user(key)) {
        return say_to_user(context, *user, saying);
    }
    if (is_service_name(name)) return answer_as_service(context, name, saying);
    const AccountRecord* account = context.state().accounts.find(key);
    if (account == nullptr) return Reply::no_such_nick(name);
    return say_to_account(context, *account, saying);
}

}  // namespace

Outcome say_to_room(Stage& stage, room::User& user, room::Room& room, const Saying& saying) {
    const auto noted = keep(stage, user, room, saying, room.name());
    if (!noted.ok()) return noted.error();
    const std::string source =
        saying.relayed_as.empty() ? source_of(user) : std::string{saying.relayed_as};
    const Draft draft = draft_of(user, source, saying, room.name(), noted.value());
    stage.fanout.to_room(room, draft, echo_for(stage), readers_of(saying));
    if (!is_fleeting(saying)) user.last_active = stage.now.mono;
    ++stage.state.messages_said;
    return done;
}

Outcome say(CommandContext& context, Saying saying) {
    const auto client_id = client_message_id(context);
    if (!client_id.ok()) return client_id.error();
    if (client_id.value()) {
        if (begin_once(context, *client_id.value(), saying) == OnceStep::waiting) return done;
        saying.client_id = &*client_id.value();
    }
    // Modern IRC, NOTICE message: nothing is ever answered to a notice automatically.
    const bool answers = saying.kind != RecordKind::notice;
    const std::size_t targets_max = context.state().config.limits.targets_per_command_max;
    std::set<std::string> named;
    for (const std::string_view target : wire::Split{context.param(0), ','}) {
        if (!named.insert(wire::fold(target).text).second) continue;
        Outcome refusal = named.size() <= targets_max
                              ? say_to(context, target, saying)
                              : Reply::of(Numeric::err_toomanytargets, {std::string{target}});
        if (!refusal && !is_fleeting(saying)) {
            context.user().last_active = context.stage.now.mono;
        } else if (refusal && answers) {
            context.replies().reply(*refusal);
        }
    }
    return done;
}

std::string relayed_tags(const CommandContext& context) {
    if (!context.session.has(Capability::message_tags)) return {};
    return wire::client_only_tags(context.line.tags);
}

}  // namespace brusio::session
