#include "core/session/search.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/ask_store.h"
#include "core/session/history_access.h"
#include "core/session/history_reply.h"
#include "core/session/hostmask.h"
#include "core/session/party_names.h"
#include "core/session/visibility.h"
#include "core/wire/case_mapping.h"
#include "core/wire/split.h"
#include "core/wire/tags.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

Reply search_failure(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::specified_fail("SEARCH", std::move(code), std::move(params), std::move(text));
}

Reply invalid(std::string_view attribute, std::string text) {
    return search_failure("INVALID_PARAMS", {std::string{attribute}}, std::move(text));
}

/// The attributes of one search, as they were given.
struct Request {
    std::string in;  // empty: everywhere
    SearchQuery query;
};

Outcome read_time(std::string_view key, std::string_view value, WallTime& time) {
    const auto read = wire::parse_time(value);
    if (!read.ok()) return invalid(key, "A time is meant, such as 2024-05-01T12:00:00.000Z");
    time = read.value();
    return done;
}

Outcome read_limit(std::string_view value, std::uint32_t& count_max) {
    std::uint32_t count = 0;
    const char* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, count);
    if (error != std::errc{} || stopped != end || count == 0) {
        return invalid("limit", "A number above 0 is meant");
    }
    count_max = std::min(count_max, count);
    return done;
}

Outcome read_attribute(std::string_view key, std::string value, Request& request) {
    SearchQuery& query = request.query;
    if (key == "after") {
        query.begin = BeginAt::oldest;
        return read_time(key, value, query.from);
    }
    if (key == "before") return read_time(key, value, query.to);
    if (key == "limit") return read_limit(value, query.count_max);
    std::string* text = nullptr;
    if (key == "in") text = &request.in;
    if (key == "from") text = &query.nick;
    if (key == "text") text = &query.text;
    if (text == nullptr) {
        return invalid(key, "The attributes are in, from, after, before, text and limit");
    }
    if (value.empty()) return invalid(key, "This attribute needs a value");
    *text = std::move(value);
    return done;
}

Outcome read_request(std::string_view attributes, Request& request) {
    for (const std::string_view part : wire::Split{attributes, ';'}) {
        if (part.empty()) continue;
        const wire::Tag one = wire::split_tag(part);
        if (Outcome refusal =
                read_attribute(one.key, wire::unescape_tag_value(one.value), request)) {
            return refusal;
        }
    }
    return done;
}

SearchScope scope_of(const ServerState& state, const room::User& user, const room::Room& room) {
    const room::Member* member = room.find_member(user.id());
    BRUSIO_ASSERT(member != nullptr);
    return {room.conversation(), log_window(state, *member)};
}

/// Everything that the user may read.
std::vector<SearchScope> all_scopes(const ServerState& state, const room::User& user) {
    std::vector<SearchScope> scopes;
    for (const Pair* pair : readable_pairs(state, user)) scopes.push_back({pair->record.id, {}});
    for (const RoomId id : user.rooms()) {
        const room::Room* room = state.roster.find_room(id);
        if (!is_banned(state, user, *room)) scopes.push_back(scope_of(state, user, *room));
    }
    return scopes;
}

std::vector<SearchScope> scopes_of(ServerState& state, const room::User& user,
                                   const std::string& in) {
    if (in.empty()) return all_scopes(state, user);
    if (wire::is_room_name(in)) {
        const room::Room* room = readable_room(state, user, in);
        if (room == nullptr) return {};
        return {scope_of(state, user, *room)};
    }
    if (!user.profile.account_id) return {};
    const Pair* pair = state.pairs.find(Party::of(user).key(), party_named(state, in).key());
    if (pair == nullptr) return {};
    return {{pair->record.id, {}}};
}

/// How the reader sees the conversation that holds an entry; the name is empty if it no longer
/// does.
HistoryPage page_of(const ServerState& state, const room::User& user, ConversationId place) {
    const room::Room* room = own_room(state, user, place);
    if (room == nullptr) return {pair_name(state, user, place), HistoryOf::pair, place, {}};
    return {room->name(), HistoryOf::room, place, room->find_member(user.id())->ranks};
}

}  // namespace

Outcome ask_search(CommandContext& context, std::string_view attributes) {
    Request request;
    request.query.count_max = context.state().config.limits.history_messages_max;
    if (Outcome refusal = read_request(attributes, request)) return refusal;
    request.query.scopes = scopes_of(context.state(), context.user(), request.in);
    ask_store(context, std::move(request.query), SearchAsked{});
    return done;
}

void finish_search(Stage& stage, const QueryAnswer& answer) {
    if (answer.result != QueryResult::ok) {
        return stage.replies.reply(
            search_failure("INTERNAL_ERROR", {}, "The search could not be run"));
    }
    BRUSIO_ASSERT(answer.places.size() == answer.entries.size());
    const room::User* user = stage.state.roster.find_user(stage.replies.session()->user);
    BRUSIO_ASSERT(user != nullptr);
    const std::size_t bytes_before = stage.replies.bytes().size();
    stage.replies.open_answer_batch("soju.im/search", {});
    for (std::size_t i = 0; i < answer.entries.size(); ++i) {
        const HistoryPage page = page_of(stage.state, *user, answer.places[i]);
        if (!page.target.empty()) send_entry(stage, page, answer.entries[i]);
    }
    stage.replies.close_batch();
    if (stage.replies.bytes().size() == bytes_before) say_nothing_was_found(stage, "SEARCH", {});
}

}  // namespace brusio::session
