#include "core/session/history.h"

#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/ask_store.h"
#include "core/session/history_access.h"
#include "core/session/history_reply.h"
#include "core/session/party_names.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using wire::Capability;

Reply no_such_target(const HistoryRequest& request) {
    return history_failure("INVALID_TARGET", request.word, request.target,
                           "Messages could not be retrieved");
}

void could_not_be_read(Stage& stage, std::string_view word, std::string_view target) {
    stage.replies.reply(
        history_failure("MESSAGE_ERROR", word, target, "Messages could not be retrieved"));
}

/// An answer is short only if there is no more of what was asked for.
HistoryEnd end_of(std::size_t found, std::uint32_t full_page) {
    return found < full_page ? HistoryEnd::reached : HistoryEnd::unknown;
}

/// Around a place a page has two ends, and of neither is it known whether it is the last.
std::uint32_t full_page_of(const HistoryRequest& request) {
    return request.command == HistoryCommand::around ? 0 : request.count_max;
}

void send_targets(Stage& stage, const TargetsAsked& asked, const QueryAnswer& answer) {
    const room::User* user = stage.state.roster.find_user(stage.replies.session()->user);
    BRUSIO_ASSERT(user != nullptr);
    const std::size_t bytes_before = stage.replies.bytes().size();
    stage.replies.open_answer_batch("draft/chathistory-targets", {},
                                    end_of(answer.news.size(), asked.full_page));
    for (const ConversationNews& news : answer.news) {
        const std::string target = conversation_name(stage.state, *user, news.conversation);
        if (target.empty()) continue;
        const wire::TimeText time = wire::time_text(news.newest);
        Draft draft = stage.from_server("CHATHISTORY");
        stage.replies.add(draft.with({"TARGETS", target, time.view()}));
    }
    stage.replies.close_batch();
    if (stage.replies.bytes().size() > bytes_before) return;
    say_nothing_was_found(stage, "CHATHISTORY", {"*"});
}

LogContents contents_for(const Session& session) {
    return session.has(Capability::event_playback) ? LogContents::everything : LogContents::spoken;
}

/// What the user and somebody else said to each other. Whoever asks learns nothing of who exists:
/// with nobody there is just as little to read as with one who never wrote.
Outcome ask_private_history(CommandContext& context, const HistoryRequest& request) {
    const room::User& user = context.user();
    if (!user.profile.account_id) return no_such_target(request);
    const Party other = party_named(context.state(), request.target);
    const Pair* pair = context.state().pairs.find(Party::of(user).key(), other.key());
    const std::string target{request.target};
    if (pair == nullptr) {
        send_history(context.stage,
                     {target, HistoryOf::pair, {}, {}, end_of(0, full_page_of(request))}, {});
        return done;
    }
    ask_store(context, history_query(request, pair->record.id, contents_for(context.session), {}),
              HistoryAsked{std::string{request.word}, target, {}, full_page_of(request)});
    return done;
}

}  // namespace

Outcome ask_history(CommandContext& context, const HistoryRequest& request) {
    if (!wire::is_room_name(request.target)) return ask_private_history(context, request);
    const room::Room* room = readable_room(context.state(), context.user(), request.target);
    if (room == nullptr) return no_such_target(request);
    const room::Member* member = room->find_member(context.user().id());
    ask_store(
        context,
        history_query(request, room->conversation(), contents_for(context.session),
                      log_window(context.state(), *member)),
        HistoryAsked{std::string{request.word}, room->name(), room->id(), full_page_of(request)});
    return done;
}

Outcome ask_targets(CommandContext& context, const HistoryRequest& request) {
    TargetsQuery query;
    query.from = std::get<AtTime>(request.first).time;
    query.to = std::get<AtTime>(request.second).time;
    query.count_max = request.count_max;
    query.same_time_max = Limits::same_time_entries_max;
    for (const RoomId id : context.user().rooms()) {
        const room::Room* room = context.state().roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        query.conversations.push_back(room->conversation());
    }
    for (const Pair* pair : readable_pairs(context.state(), context.user())) {
        query.conversations.push_back(pair->record.id);
    }
    ask_store(context, std::move(query),
              TargetsAsked{std::string{request.word}, request.count_max});
    return done;
}

void finish_targets(Stage& stage, const TargetsAsked& asked, const QueryAnswer& answer) {
    if (answer.result != QueryResult::ok) return could_not_be_read(stage, asked.word, {});
    send_targets(stage, asked, answer);
}

void finish_history(Stage& stage, const HistoryAsked& asked, const QueryAnswer& answer) {
    if (answer.result != QueryResult::ok) {
        return could_not_be_read(stage, asked.word, asked.target);
    }
    HistoryPage page{
        asked.target, asked.room ? HistoryOf::room : HistoryOf::pair, answer.conversation, {}};
    page.end = end_of(answer.entries.size(), asked.full_page);
    if (const room::Room* room = stage.state.roster.find_room(asked.room)) {
        page.target = room->name();  // renamed while the store was looking
        const room::Member* member = room->find_member(stage.replies.session()->user);
        if (member != nullptr) page.ranks = member->ranks;
    }
    send_history(stage, page, answer);
}

}  // namespace brusio::session
