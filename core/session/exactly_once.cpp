#include "core/session/exactly_once.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/ask_store.h"
#include "core/session/history_reply.h"
#include "core/session/mode_letters.h"
#include "core/session/party_names.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/tags.h"

namespace brusio::session {

namespace {

constexpr std::string_view id_tag = "brusio/cid";

/// The line as it came, to be run again.
std::string text_of(const wire::Line& line) {
    std::string text = "@" + std::string{line.tags} + " " + std::string{line.command};
    for (std::size_t i = 0; i < line.params_count; ++i) {
        text += i + 1 == line.params_count ? " :" : " ";
        text += line.param(i);
    }
    return text;
}

std::uint64_t last_count(const QueryAnswer& answer) {
    if (answer.entries.empty()) return 0;
    const auto id = ClientMessageId::parse(answer.entries.front().client_id);
    BRUSIO_ASSERT(id);
    return id->count;
}

/// A rank's prefix and the name behind it ("@" and "#room"); the prefix may be empty.
std::pair<std::string_view, std::string_view> parts_of(std::string_view target) {
    const bool is_to_rank =
        target.size() > 1 && wire::is_room_name(target.substr(1)) && rank_of_prefix(target.front());
    return {target.substr(0, is_to_rank ? 1 : 0), target.substr(is_to_rank ? 1 : 0)};
}

/// Is it the same place? Rooms and people may be called something else than they were then.
bool is_same_target(const ServerState& state, const room::User& user, const OnceAsked& asked,
                    const QueryAnswer& answer) {
    const auto [rank, name] = parts_of(asked.target);
    const auto [rank_then, name_then] = parts_of(answer.entries.front().target);
    if (rank != rank_then) return false;
    if (wire::names_equal(name, name_then)) return true;
    if (wire::is_room_name(name)) {
        const room::Room* room = state.roster.find_room(wire::fold(name));
        return room != nullptr && room->conversation() == answer.conversation;
    }
    const Pair* pair = state.pairs.find(answer.conversation, Party::of(user).key());
    return pair != nullptr && pair->other(Party::of(user).key()) == party_named(state, name).key();
}

/// What a TAGMSG says are its tags.
template <class Text>
const Text& said_by(RecordKind kind, const Text& text, const Text& client_tags) {
    return kind == RecordKind::tags_only ? client_tags : text;
}

/// Of a message that was taken back nobody knows the text any more.
bool is_same_message(const ServerState& state, const room::User& user, const OnceAsked& asked,
                     const QueryAnswer& answer) {
    const MessageRecord& kept = answer.entries.front();
    const std::string& said = said_by(kept.kind, kept.text, kept.client_tags);
    return kept.kind == asked.kind && (kept.redacted || said == asked.text) &&
           is_same_target(state, user, asked, answer);
}

Reply taken(const OnceAsked& asked) {
    const std::string id = asked.message.device + "-" + std::to_string(asked.message.count);
    return Reply::fail(asked.command, "CID_TAKEN", {id},
                       "Another message has this id; nothing was said. Use a new id");
}

}  // namespace

Result<std::optional<ClientMessageId>, Reply> client_message_id(const CommandContext& context) {
    const bool asked = context.session.has(wire::Capability::exactly_once) &&
                       context.session.registered() && context.user().profile.account_id;
    const auto text = asked ? wire::find_tag(context.line.tags, id_tag) : std::nullopt;
    if (!text) return std::optional<ClientMessageId>{};
    const auto id = ClientMessageId::parse(*text);
    const bool one_target = context.param(0).find(',') == std::string_view::npos;
    if (id && one_target) return id;
    return Err{Reply::fail(std::string{context.line.command}, "INVALID_CID", {},
                           id ? "A message with an id has one target"
                              : "An id is a device of letters and digits, '-' and a number")};
}

OnceStep begin_once(CommandContext& context, const ClientMessageId& id, const Saying& saying) {
    const AccountId account = context.user().profile.account_id;
    const DeviceBook::Verdict verdict = context.state().devices.judge(account, id);
    if (verdict == DeviceBook::Verdict::fresh) return OnceStep::go_on;
    const std::string_view again = saying.again;
    OnceAsked asked{again.empty() ? text_of(context.line) : std::string{again},
                    account,
                    id,
                    saying.kind,
                    std::string{saying.command},
                    std::string{context.param(0)},
                    std::string{said_by(saying.kind, saying.text, saying.client_tags)}};
    if (verdict == DeviceBook::Verdict::unknown) {
        ask_store(context, LastClientIdQuery{account, id.device}, std::move(asked));
    } else {
        ask_store(context, ClientIdQuery{account, id.key()}, std::move(asked));
    }
    return OnceStep::waiting;
}

bool runs_again(ServerState& state, const OnceAsked& asked, const QueryAnswer& answer) {
    BRUSIO_ASSERT(!asked.line.empty() && asked.message.count != 0);
    if (answer.result == QueryResult::failed) return false;
    const std::string key = asked.message.key();
    const bool is_found =
        answer.result == QueryResult::ok && answer.entries.front().client_id == key;
    const bool knew_device =
        state.devices.judge(asked.account, asked.message) != DeviceBook::Verdict::unknown;
    if (!knew_device) {
        state.devices.learn(asked.account, asked.message.device, last_count(answer));
        return !is_found;
    }
    if (is_found) return false;
    state.devices.clear(asked.account, asked.message);
    return true;
}

void finish_once(Stage& stage, const OnceAsked& asked, const QueryAnswer& answer) {
    if (answer.result != QueryResult::ok) {
        return stage.replies.reply(Reply::fail("*", "STORE_UNAVAILABLE", {},
                                               "Whether this was sent before cannot be told now"));
    }
    BRUSIO_ASSERT(answer.entries.front().client_id == asked.message.key());
    const room::User* user = stage.state.roster.find_user(stage.replies.session()->user);
    BRUSIO_ASSERT(user != nullptr);
    if (!is_same_message(stage.state, *user, asked, answer)) {
        return stage.replies.reply(taken(asked));
    }
    const room::Room* room = own_room(stage.state, *user, answer.conversation);
    send_echo(stage, answer.conversation, answer.entries.front(), room);
}

}  // namespace brusio::session
