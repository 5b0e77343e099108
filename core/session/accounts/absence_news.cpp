#include "core/session/accounts/absence_news.h"

#include <algorithm>
#include <utility>

#include "core/session/accounts/presence.h"
#include "core/session/hostmask.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

/// Null if the account is there, or has never been.
const PresenceRecord* absent_presence(const ServerState& state, AccountId account) {
    const PresenceRecord* kept = state.presences.find(account);
    return kept == nullptr || kept->absent_since == WallTime{} ? nullptr : kept;
}

std::string_view code_of(AbsenceNewsKind kind) {
    switch (kind) {
        case AbsenceNewsKind::removed:
            return "REMOVED";
        case AbsenceNewsKind::banned:
            return "BANNED";
        case AbsenceNewsKind::rank_lost:
            return "RANK_LOST";
        case AbsenceNewsKind::founder_lost:
            return "FOUNDER_LOST";
        case AbsenceNewsKind::room_renamed:
            return "CHANNEL_RENAMED";
    }
    return "NEWS";  // of a later version
}

std::string words_of(const AbsenceNewsRecord& one) {
    switch (one.kind) {
        case AbsenceNewsKind::removed:
            return one.by + " removed you from " + one.room +
                   (one.detail.empty() ? "" : ": " + one.detail);
        case AbsenceNewsKind::banned:
            return one.by + " banned you from " + one.room + " (" + one.detail + ")";
        case AbsenceNewsKind::rank_lost:
            return one.by + " took +" + one.detail + " in " + one.room + " from you";
        case AbsenceNewsKind::founder_lost:
            return one.by + " made " + one.detail + " the founder of " + one.room;
        case AbsenceNewsKind::room_renamed:
            return one.by + " renamed " + one.room + " to " + one.detail;
    }
    return one.by + " did something in " + one.room;
}

/// Of somebody who is not there: what fits was undone.
void forget_if(Stage& stage, AccountId account, const auto& is_undone) {
    const PresenceRecord* kept = absent_presence(stage.state, account);
    if (kept == nullptr || kept->news.empty()) return;
    std::vector<AbsenceNewsRecord> news = kept->news;
    if (std::erase_if(news, is_undone) > 0) save_absence_news(stage, account, std::move(news));
}

}  // namespace

void note_absence_news(Stage& stage, AccountId account, AbsenceNewsKind kind,
                       const std::string& room, const room::User& by, std::string_view detail) {
    const PresenceRecord* kept = absent_presence(stage.state, account);
    const std::size_t most = stage.state.config.limits.absence_news_per_account_max;
    if (kept == nullptr || most == 0) return;
    std::vector<AbsenceNewsRecord> news = kept->news;
    // Of ranks each letter is one.
    const bool is_rank = kind == AbsenceNewsKind::rank_lost;
    std::erase_if(news, [&](const AbsenceNewsRecord& one) {
        return one.kind == kind && one.room == room && (!is_rank || one.detail == detail);
    });
    news.push_back({kind, stage.now.wall, room, by.nick(), std::string{detail}});
    if (news.size() > most) news.erase(news.begin(), news.end() - static_cast<long>(most));
    save_absence_news(stage, account, std::move(news));
}

void forget_absence_news(Stage& stage, AccountId account, AbsenceNewsKind kind,
                         const std::string& room, std::string_view detail) {
    forget_if(stage, account, [&](const AbsenceNewsRecord& one) {
        return one.kind == kind && one.room == room && one.detail == detail;
    });
}

void note_absent_banned(Stage& stage, const room::Room& room, const room::User& by,
                        const room::MaskEntry& entry) {
    for (const room::Member& member : room.members()) {
        const room::User& user = stage.state.roster.user_of(member);
        const AccountId account = user.profile.account_id;
        if (!account || !user.links().empty()) continue;
        const Seen seen(user, stage.state, room);
        if (!room::fits(entry, seen.visitor()) || !is_banned(stage.state, user, room)) continue;
        note_absence_news(stage, account, AbsenceNewsKind::banned, room.name(), by, entry.mask);
    }
}

void forget_absent_banned(Stage& stage, const room::Room& room) {
    for (const room::Member& member : room.members()) {
        const room::User& user = stage.state.roster.user_of(member);
        forget_if(stage, user.profile.account_id, [&](const AbsenceNewsRecord& one) {
            return one.kind == AbsenceNewsKind::banned && one.room == room.name() &&
                   !is_banned(stage.state, user, room);
        });
    }
}

void tell_absence_news(Stage& stage, const std::vector<AbsenceNewsRecord>& news) {
    for (const AbsenceNewsRecord& one : news) {
        stage.replies.reply(
            Reply::note("*", std::string{code_of(one.kind)}, {one.room, one.by},
                        time_in_text(one.time) + " While you were away " + words_of(one)));
    }
}

std::string time_in_text(WallTime time) {
    constexpr std::size_t date_bytes = 10;
    constexpr std::size_t time_bytes = 8;
    const wire::TimeText text = wire::time_text(time);
    const std::string_view all = text.view();
    std::string words{"["};
    words.append(all.substr(0, date_bytes)).append(" ");
    return words.append(all.substr(date_bytes + 1, time_bytes)).append("]");
}

}  // namespace brusio::session
