#include "core/session/redaction.h"

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/room/admission.h"
#include "core/session/ask_store.h"
#include "core/session/history_access.h"
#include "core/session/history_reply.h"
#include "core/session/mode_letters.h"
#include "core/session/party_names.h"
#include "core/session/room_keeping.h"
#include "core/session/room_standing.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

using wire::Capability;

Reply redact_failure(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::specified_fail("REDACT", std::move(code), std::move(params), std::move(text));
}

Reply invalid_target(std::string_view target) {
    return redact_failure("INVALID_TARGET", {std::string{target}},
                          "You cannot delete messages from there");
}

Reply unknown_message(std::string_view target, std::string_view id) {
    return redact_failure("UNKNOWN_MSGID", {std::string{target}, std::string{id}},
                          "This message does not exist or is too old");
}

void ask_for(CommandContext& context, const Redaction& redaction, ConversationId conversation,
             LogWindow window, RedactionAsked asked) {
    asked.message_id = redaction.message_id;
    asked.reason = redaction.reason;
    AroundQuery query;
    query.conversation = conversation;
    query.around = AtMessage{asked.message_id};
    query.count_max = 1;
    query.window = window;
    ask_store(context, std::move(query), std::move(asked));
}

Outcome ask_in_room(CommandContext& context, const Redaction& redaction) {
    const room::User& user = context.user();
    const room::Room* room = find_visible_room(context.state(), user, redaction.target);
    const room::Member* member = room == nullptr ? nullptr : room->find_member(user.id());
    if (member == nullptr) return invalid_target(redaction.target);
    RedactionAsked asked;
    asked.target = room->name();
    asked.room = room->id();
    ask_for(context, redaction, room->conversation(), log_window(context.state(), *member),
            std::move(asked));
    return done;
}

/// Guests have nothing to show that a message was theirs: another may have had their nick.
Outcome ask_in_private(CommandContext& context, const Redaction& redaction) {
    const room::User& user = context.user();
    const std::size_t bytes_max = context.state().config.limits.nick_bytes_max;
    if (!user.profile.account_id || !wire::valid_nick(redaction.target, bytes_max)) {
        return invalid_target(redaction.target);
    }
    const Party other = party_named(context.state(), redaction.target);
    const Pair* pair = context.state().pairs.find(Party::of(user).key(), other.key());
    if (pair == nullptr) return unknown_message(redaction.target, redaction.message_id);
    RedactionAsked asked;
    asked.account = user.profile.account_id;
    asked.target = redaction.target;
    ask_for(context, redaction, pair->record.id, {}, std::move(asked));
    return done;
}

/// The message that was asked for, if it can be taken back at all. `member` is null in private.
const MessageRecord* message_of(const RedactionAsked& asked, const QueryAnswer& answer,
                                const room::Member* member) {
    if (answer.result != QueryResult::ok || answer.entries.empty()) return nullptr;
    const MessageRecord& record = answer.entries.front();
    if (record.id != asked.message_id || !is_said(record.kind) || record.redacted) return nullptr;
    const std::optional<room::Rank> rank = rank_addressed(record);
    const bool is_hidden = rank && member != nullptr && !member->ranks.at_least(*rank);
    return is_hidden ? nullptr : &record;
}

/// Why the user may not take the message back.
Outcome refusal_of(const Stage& stage, const room::User& user, const room::Room* room,
                   const RedactionAsked& asked, const MessageRecord& record) {
    const room::Standing standing =
        room == nullptr ? room::Standing{} : standing_of(stage.state, user, *room);
    if (room::may_change(standing, room::Change::redact) == room::Permission::ok) return done;
    const std::vector<std::string> params{asked.target, asked.message_id};
    const AccountId account = user.profile.account_id;
    if (!account || record.account != account) {
        return redact_failure("REDACT_FORBIDDEN", params,
                              "You are not authorised to delete this message");
    }
    const Duration window = stage.state.config.limits.redact_window;
    const std::chrono::milliseconds age{stage.now.wall.unix_ms - record.time.unix_ms};
    if (window == Duration{0} || age <= window) return done;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(window).count();
    return redact_failure("REDACT_WINDOW_EXPIRED",
                          {asked.target, asked.message_id, std::to_string(seconds)},
                          "You can no longer delete this message");
}

/// Everybody who could read the message and knows the word.
void tell(Stage& stage, const room::User& user, const room::Room* room, const RedactionAsked& asked,
          const MessageRecord& record, ConversationId conversation) {
    const std::string source = source_of(user);
    const std::optional<room::Rank> rank = rank_addressed(record);
    // The room may have been renamed while the store was looking.
    const std::string& name = room == nullptr ? asked.target : room->name();
    const std::string target = (rank ? std::string{prefix_char(*rank)} : std::string{}) + name;
    Draft draft = from_user(user, source, "REDACT");
    draft.add(target).add(asked.message_id);
    if (!asked.reason.empty()) draft.text(asked.reason);
    const Only readers{{Capability::message_redaction}, {}};
    if (room != nullptr && rank) {
        return stage.fanout.to_rank(*room, *rank, draft, Echo::yes, readers);
    }
    if (room != nullptr) return stage.fanout.to_room(*room, draft, Echo::yes, readers);
    // By the conversation: the nick may be another's by now.
    const std::string own = Party::of(user).key();
    const Pair* pair = stage.state.pairs.find(conversation, own);
    BRUSIO_ASSERT(pair != nullptr);
    const room::User* other = user_of(stage.state, Party::of_key(pair->other(own)));
    if (other != nullptr && other->id() != user.id()) {
        stage.fanout.to_user(*other, draft, Echo::yes, readers);
    }
    stage.fanout.to_user(user, draft, Echo::yes, readers);
}

}  // namespace

Outcome ask_redaction(CommandContext& context, const Redaction& redaction) {
    if (Outcome refusal = store_refusal(context.stage, "REDACT", redaction.target)) return refusal;
    if (redaction.message_id.empty()) return Reply::need_more_params("REDACT");
    return wire::is_room_name(redaction.target) ? ask_in_room(context, redaction)
                                                : ask_in_private(context, redaction);
}

void finish_redaction(Stage& stage, const RedactionAsked& asked, const QueryAnswer& answer) {
    BRUSIO_ASSERT(!asked.message_id.empty());
    const room::User* user = stage.state.roster.find_user(stage.replies.session()->user);
    BRUSIO_ASSERT(user != nullptr);
    const room::Room* room = stage.state.roster.find_room(asked.room);
    const room::Member* member = room == nullptr ? nullptr : room->find_member(user->id());
    // Left, gone or logged out while the store was looking.
    const bool is_reader =
        asked.room ? member != nullptr : user->profile.account_id == asked.account;
    if (!is_reader) return stage.replies.reply(invalid_target(asked.target));
    if (Outcome refusal = store_refusal(stage, "REDACT", asked.target)) {
        return stage.replies.reply(*refusal);
    }
    const MessageRecord* record = message_of(asked, answer, member);
    if (record == nullptr) {
        return stage.replies.reply(unknown_message(asked.target, asked.message_id));
    }
    if (const Outcome refusal = refusal_of(stage, *user, room, asked, *record)) {
        return stage.replies.reply(*refusal);
    }
    stage.effects.writes.emplace_back(RedactMessage{answer.conversation, record->id});
    tell(stage, *user, room, asked, *record, answer.conversation);
}

}  // namespace brusio::session
