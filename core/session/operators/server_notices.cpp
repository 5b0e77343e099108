#include "core/session/operators/server_notices.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/session/operators/privileges.h"
#include "core/session/stage.h"

namespace brusio::session {

namespace {

struct NoticeRow {
    NoticeCategory category;
    char letter;  // of RPL_SNOMASK
    std::string_view name;
};

/// By letter.
constexpr std::array<NoticeRow, 7> notice_rows{{
    {NoticeCategory::accounts, 'a', "account"},
    {NoticeCategory::bans, 'b', "ban"},
    {NoticeCategory::connects, 'c', "connect"},
    {NoticeCategory::floods, 'f', "flood"},
    {NoticeCategory::kills, 'k', "kill"},
    {NoticeCategory::log_ins, 'l', "log-in"},
    {NoticeCategory::operators, 'o', "operator"},
}};

std::string_view name_of(NoticeCategory category) {
    return notice_rows.at(static_cast<std::size_t>(category)).name;
}

NoticeCategory category_of(HostEventKind kind) {
    switch (kind) {
        case HostEventKind::login_failed:
        case HostEventKind::gateway_refused:
        case HostEventKind::token_wrong:
            return NoticeCategory::log_ins;
        case HostEventKind::account_made:
        case HostEventKind::account_changed:
        case HostEventKind::account_removed:
        case HostEventKind::account_unverified:
        case HostEventKind::reset_asked:
        case HostEventKind::mail_sent:
        case HostEventKind::mail_failed:
            return NoticeCategory::accounts;
        case HostEventKind::gateway:
            return NoticeCategory::connects;
        case HostEventKind::kill:
            return NoticeCategory::kills;
        case HostEventKind::ban:
            return NoticeCategory::bans;
        case HostEventKind::oper:
        case HostEventKind::oper_failed:
        case HostEventKind::rehash:
        case HostEventKind::override_used:
        case HostEventKind::forced:
        case HostEventKind::room_shut:
            break;
    }
    return NoticeCategory::operators;
}

void gather(Stage& stage, ServerNotice notice) {
    if (!stage.state.notices.empty()) stage.effects.notices.push_back(std::move(notice));
}

std::string who(const Stage& stage, const Session& session) {
    const room::User* user = stage.state.roster.find_user(session.user);
    return user == nullptr ? "somebody at " + session.host : source_of(*user);
}

TokenRate rate_of(const Limits& limits) {
    return {limits.notices_burst, limits.notices_per_minute};
}

void tell(Stage& stage, const room::User& user, const std::string& text) {
    Draft notice = stage.from_server("NOTICE");
    notice.kind = DraftKind::notice;
    notice.add(user.nick()).text(text);
    stage.fanout.to_user(user, notice);
}

void tell(Stage& stage, const room::User& user, NoticeReader& reader, const ServerNotice& notice) {
    constexpr Duration summary_after = std::chrono::seconds{10};
    if (!reader.categories.has(notice.category)) return;
    const TokenRate rate = rate_of(stage.state.config.limits);
    if (!reader.throttle.ready(rate, stage.now.mono)) {
        ++reader.left_out;
        reader.summary_due = reader.summary_due.value_or(stage.now.mono + summary_after);
        return;
    }
    reader.throttle.charge(1, rate);
    std::string text = "*** " + std::string{name_of(notice.category)} + ": " + notice.text;
    const bool sees = !notice.address.empty() && may(stage.state, user, Privilege::see_addresses);
    if (sees) text += " [" + notice.address + "]";
    tell(stage, user, text);
}

void tell_left_out(Stage& stage, const room::User& user, NoticeReader& reader) {
    if (!reader.summary_due || *reader.summary_due > stage.now.mono) return;
    tell(
        stage, user,
        "*** " + std::to_string(reader.left_out) + " more notices were left out: too many at once");
    reader.left_out = 0;
    reader.summary_due.reset();
}

/// The user reads no more of them.
void end_reading(Stage& stage, room::User& user) {
    if (!stage.state.roster.set_flag(user, room::UserFlag::server_notices, room::Turn::off)) return;
    stage.fanout.to_user(user, stage.from_server("MODE").with({user.nick(), "-s"}));
}

}  // namespace

void note_event(Stage& stage, const HostEvent& event) {
    std::string text{host_event_name(event.kind)};
    for (const std::string* part : {&event.account, &event.subject}) {
        if (!part->empty()) text.append(" ").append(*part);
    }
    if (!event.nick.empty()) text += " by " + event.nick;
    if (!event.reason.empty()) text += ": " + event.reason;
    gather(stage, {category_of(event.kind), std::move(text), event.address});
}

void note_arrival(Stage& stage, const Session& session, const room::User& user) {
    std::string text = source_of(user) + " came";
    if (!user.profile.account.empty()) text += ", logged in as " + user.profile.account;
    gather(stage, {NoticeCategory::connects, std::move(text), session.info.peer_address});
}

void note_departure(Stage& stage, const Session& session, std::string_view reason) {
    if (!session.user) return;
    gather(stage, {NoticeCategory::connects, who(stage, session) + " went: " + std::string{reason},
                   session.info.peer_address});
}

void note_flood(Stage& stage, const Session& session, std::string_view what) {
    gather(stage, {NoticeCategory::floods, who(stage, session) + " " + std::string{what},
                   session.info.peer_address});
}

void send_notices(Stage& stage) {
    BRUSIO_ASSERT(stage.replies.session() == nullptr);
    const std::vector<ServerNotice> notices = std::exchange(stage.effects.notices, {});
    NoticeBook& book = stage.state.notices;
    for (auto at = book.begin(); at != book.end();) {
        room::User* user = stage.state.roster.find_user(at->first);
        if (user == nullptr || !may(stage.state, *user, Privilege::stats)) {
            if (user != nullptr) end_reading(stage, *user);
            at = book.erase(at);
            continue;
        }
        for (const ServerNotice& notice : notices) tell(stage, *user, at->second, notice);
        tell_left_out(stage, *user, at->second);
        ++at;
    }
}

std::optional<MonoTime> next_notices(const ServerState& state) {
    std::optional<MonoTime> next;
    for (const auto& [id, reader] : state.notices) {
        if (reader.summary_due)
            next = std::min(next.value_or(*reader.summary_due), *reader.summary_due);
    }
    return next;
}

NoticeSet choose_notices(NoticeSet before, std::string_view letters) {
    NoticeSet chosen = before;
    room::Turn turn = room::Turn::on;
    if (letters.empty()) letters = "*";
    for (const char letter : letters) {
        if (letter == '+') turn = room::Turn::on;
        if (letter == '-') turn = room::Turn::off;
        for (const NoticeRow& row : notice_rows) {
            if (letter == row.letter || letter == '*') chosen.set(row.category, turn);
        }
    }
    return chosen;
}

std::string notice_letters(NoticeSet categories) {
    std::string letters = "+";
    for (const NoticeRow& row : notice_rows) {
        if (categories.has(row.category)) letters += row.letter;
    }
    return letters;
}

}  // namespace brusio::session
