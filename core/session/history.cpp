#include "core/session/history.h"

#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/ask_store.h"
#include "core/session/history_reply.h"
#include "core/session/hostmask.h"
#include "core/session/party_names.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using wire::Capability;

Reply no_such_target(const HistoryRequest& request) {
    return history_failure("INVALID_TARGET", request.word, request.target,
                           "Messages could not be retrieved");
}

/// Null unless the user is in a room of that name and not banned from it.
const room::Room* readable_room(CommandContext& context, std::string_view name) {
    const room::User& user = context.user();
    const room::Room* room = find_visible_room(context.state(), user, name);
    if (room == nullptr || !room->has_member(user.id())) return nullptr;
    const Seen seen(user);
    const bool banned = room::is_banned(*room, seen.visitor());
    return banned ? nullptr : room;
}

/// The name of what has that conversation, if it is still the user's; else empty.
std::string target_of(const Stage& stage, ConversationId conversation) {
    const room::User& user = *stage.state.roster.find_user(stage.replies.session()->user);
    if (const room::Room* room = own_room(stage.state, user, conversation)) return room->name();
    const std::string own = Party::of(user).key();
    const Pair* pair = stage.state.pairs.find(conversation, own);
    return pair == nullptr ? "" : name_of(stage.state, Party::of_key(pair->other(own)));
}

void send_targets(Stage& stage, const QueryAnswer& answer) {
    const bool batched = stage.replies.session()->has(Capability::batch);
    if (batched) stage.replies.open_answer_batch("draft/chathistory-targets", {});
    for (const ConversationNews& news : answer.news) {
        const std::string target = target_of(stage, news.conversation);
        if (target.empty()) continue;
        const wire::TimeText time = wire::time_text(news.newest);
        Draft draft = stage.from_server("CHATHISTORY");
        stage.replies.add(draft.with({"TARGETS", target, time.view()}));
    }
    if (batched) stage.replies.close_batch();
}

LogContents contents_for(const Session& session) {
    return session.has(Capability::event_playback) ? LogContents::everything : LogContents::said;
}

/// What the user and somebody else said to each other. Whoever asks learns nothing of who exists:
/// with nobody there is just as little to read as with one who never wrote.
Outcome ask_private_history(CommandContext& context, const HistoryRequest& request) {
    const room::User& user = context.user();
    if (!user.profile.account_id) return no_such_target(request);
    const Party other = party_named(context.state(), request.target);
    const Pair* pair = context.state().pairs.find(Party::of(user).key(), other.key());
    PendingQuestion pending;
    pending.word = request.word;
    pending.target = request.target;
    if (pair == nullptr) {
        send_history(context.stage, {pending.target, HistoryOf::pair, {}}, {});
        return done;
    }
    ask_store(context, history_query(request, pair->record.id, contents_for(context.session), {}),
              std::move(pending));
    return done;
}

}  // namespace

Outcome ask_history(CommandContext& context, const HistoryRequest& request) {
    if (!wire::is_room_name(request.target)) return ask_private_history(context, request);
    const room::Room* room = readable_room(context, request.target);
    if (room == nullptr) return no_such_target(request);
    const room::Member* member = room->find_member(context.user().id());
    LogWindow window;
    if (!context.state().config.history_for_new_members) window.seq_first = member->seq_first;
    PendingQuestion pending;
    pending.word = request.word;
    pending.target = room->name();
    pending.room = room->id();
    ask_store(context,
              history_query(request, room->conversation(), contents_for(context.session), window),
              std::move(pending));
    return done;
}

Outcome ask_targets(CommandContext& context, const HistoryRequest& request) {
    TargetsQuery query;
    query.from = std::get<AtTime>(request.first).time;
    query.to = std::get<AtTime>(request.second).time;
    query.count_max = request.count_max;
    for (const RoomId id : context.user().rooms()) {
        const room::Room* room = context.state().roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        query.conversations.push_back(room->conversation());
    }
    for (const Pair* pair : context.state().pairs.of(Party::of(context.user()).key())) {
        if (context.user().profile.account_id) query.conversations.push_back(pair->record.id);
    }
    PendingQuestion pending;
    pending.word = request.word;
    ask_store(context, std::move(query), std::move(pending));
    return done;
}

void finish_history(Stage& stage, const PendingQuestion& asked, const QueryAnswer& answer) {
    BRUSIO_ASSERT(asked.query == answer.query);
    if (answer.result != QueryResult::ok) {
        return stage.replies.reply(history_failure("MESSAGE_ERROR", asked.word, asked.target,
                                                   "Messages could not be retrieved"));
    }
    if (asked.target.empty()) return send_targets(stage, answer);
    HistoryPage page{asked.target, asked.room ? HistoryOf::room : HistoryOf::pair, {}};
    if (const room::Room* room = stage.state.roster.find_room(asked.room)) {
        page.target = room->name();  // renamed while the store was looking
        const room::Member* member = room->find_member(stage.replies.session()->user);
        if (member != nullptr) page.ranks = member->ranks;
    }
    send_history(stage, page, answer);
}

}  // namespace brusio::session
