#include "core/session/history.h"

#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/history_reply.h"
#include "core/session/hostmask.h"
#include "core/session/visibility.h"
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
    const bool banned = room::is_banned(*room, seen.visitor().hostmask);
    return banned ? nullptr : room;
}

void ask(CommandContext& context, Query query, PendingQuestion pending) {
    pending.query = QueryId{++context.state().questions_asked};
    pending.link = context.session.link;
    pending.label = context.replies().label();
    context.stage.effects.questions.push_back({pending.query, std::move(query)});
    context.state().questions.push_back(std::move(pending));
    context.session.awaiting_store = true;
    context.replies().defer();
}

const room::Room* room_of(const Stage& stage, ConversationId conversation) {
    const room::User* user = stage.state.roster.find_user(stage.replies.session()->user);
    BRUSIO_ASSERT(user != nullptr);
    for (const RoomId id : user->rooms()) {
        const room::Room* room = stage.state.roster.find_room(id);
        if (room->conversation() == conversation) return room;
    }
    return nullptr;  // left while the store was looking
}

void send_targets(Stage& stage, const QueryAnswer& answer) {
    const bool batched = stage.replies.session()->has(Capability::batch);
    if (batched) stage.replies.open_answer_batch("draft/chathistory-targets", {});
    for (const ConversationNews& news : answer.news) {
        const room::Room* room = room_of(stage, news.conversation);
        if (room == nullptr) continue;
        const wire::TimeText time = wire::time_text(news.newest);
        Draft draft = stage.from_server("CHATHISTORY");
        stage.replies.add(draft.with({"TARGETS", room->name(), time.view()}));
    }
    if (batched) stage.replies.close_batch();
}

}  // namespace

Outcome ask_history(CommandContext& context, const HistoryRequest& request) {
    const room::Room* room = readable_room(context, request.target);
    if (room == nullptr) return no_such_target(request);
    const room::Member* member = room->find_member(context.user().id());
    LogWindow window;
    if (!context.state().config.history_for_new_members) window.seq_first = member->seq_first;
    const LogContents contents = context.session.has(Capability::event_playback)
                                     ? LogContents::everything
                                     : LogContents::said;
    PendingQuestion pending;
    pending.word = request.word;
    pending.target = room->name();
    pending.room = room->id();
    ask(context, history_query(request, room->conversation(), contents, window),
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
    PendingQuestion pending;
    pending.word = request.word;
    ask(context, std::move(query), std::move(pending));
    return done;
}

void finish_history(Stage& stage, const PendingQuestion& asked, const QueryAnswer& answer) {
    BRUSIO_ASSERT(asked.query == answer.query);
    if (answer.result != QueryResult::ok) {
        return stage.replies.reply(history_failure("MESSAGE_ERROR", asked.word, asked.target,
                                                   "Messages could not be retrieved"));
    }
    if (!asked.room) return send_targets(stage, answer);
    HistoryPage page{asked.target, {}};
    const room::Room* room = stage.state.roster.find_room(asked.room);
    const room::Member* member =
        room == nullptr ? nullptr : room->find_member(stage.replies.session()->user);
    if (member != nullptr) page.ranks = member->ranks;
    send_history(stage, page, answer);
}

}  // namespace brusio::session
