#include "core/session/operators/ban_check.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/departure.h"
#include "core/session/operators/span_text.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

std::string folded(std::string_view text) { return wire::fold(text).text; }

Person person_of(const ServerState& state, const Session& session) {
    const Introduction& said = *session.introduction;
    const AccountRecord* account = state.accounts.find(said.account);
    return {folded(said.nick + "!" + said.username), folded(session.host),
            folded(session.info.peer_address), folded(said.realname),
            account == nullptr ? std::string{} : account->key.text};
}

bool refuse(Stage& stage, Session& session, const BanRecord* ban) {
    if (ban == nullptr) return false;
    tell_banned(stage, session, ban_text(*ban));
    end_session(stage, session, CloseReason::refused, ban_text(*ban));
    return true;
}

}  // namespace

void tell_banned(Stage& stage, const Session& session, const std::string& text) {
    const room::User* user = stage.state.roster.find_user(session.user);
    const std::string nick = user == nullptr ? "*" : user->nick();
    const bool is_plain = session.info.kind == LinkKind::plain;
    if (is_plain && stage.replies.session() == &session) {
        return stage.replies.add_text(text + "\n");
    }
    if (is_plain) {
        Draft notice = stage.from_server("NOTICE");
        notice.kind = DraftKind::notice;
        return stage.fanout.to_link(session.link, notice.add(nick).text(text));
    }
    Draft draft = stage.from_server(wire::numeric_code(wire::Numeric::err_yourebannedcreep));
    stage.fanout.to_link(session.link, draft.add(nick).text(text));
}

Person person_of(const room::User& user, const Session& session) {
    const room::Profile& profile = user.profile;
    return {folded(user.nick() + "!" + profile.username), folded(profile.host),
            folded(session.info.peer_address), folded(profile.realname), folded(profile.account)};
}

bool refuse_banned_address(Stage& stage, Session& session) {
    const auto address = IpAddress::parse(session.info.peer_address);
    if (!address) return false;
    return refuse(stage, session, stage.state.bans.find_address(*address, stage.now.wall));
}

bool refuse_banned_person(Stage& stage, Session& session) {
    if (stage.state.bans.size() == 0) return false;
    BRUSIO_ASSERT(session.introduction != nullptr);
    const Person person = person_of(stage.state, session);
    return refuse(stage, session, stage.state.bans.find_person(person, stage.now.wall));
}

bool refuse_banned_account(Stage& stage, Session& session, const AccountRecord& account) {
    return refuse(stage, session,
                  stage.state.bans.find(BanKind::account, account.key.text, stage.now.wall));
}

const BanRecord* ban_of_nick(const Stage& stage, const Session& session, std::string_view nick) {
    if (stage.state.bans.size() == 0) return nullptr;
    const room::User* user = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(user != nullptr);
    Person person = person_of(*user, session);
    person.front = folded(std::string{nick} + "!" + user->profile.username);
    return stage.state.bans.find_person(person, stage.now.wall);
}

const BanRecord* ban_of_realname(const Stage& stage, std::string_view realname) {
    if (stage.state.bans.size() == 0) return nullptr;
    Person person;
    person.realname = folded(realname);
    return stage.state.bans.find_person(person, stage.now.wall);
}

bool is_banned_account(const ServerState& state, std::string_view name, WallTime now) {
    return state.bans.find(BanKind::account, folded(name), now) != nullptr;
}

std::string ban_text(const BanRecord& ban) {
    std::string text = "You are banned from this server";
    if (ban.until != WallTime{}) text += " " + until_text(ban.until);
    return text + ": " + (ban.reason.empty() ? "no reason was given" : ban.reason);
}

void schedule_ban_ends(Stage& stage) {
    const std::optional<WallTime> next = stage.state.bans.next_end();
    stage.state.bans_due.reset();
    if (!next) return;
    const std::int64_t left = std::max<std::int64_t>(1, next->unix_ms - stage.now.wall.unix_ms);
    stage.state.bans_due = stage.now.mono + std::chrono::milliseconds{left};
}

void end_bans(Stage& stage) {
    for (const BanRecord& ban : stage.state.bans.take_ended(stage.now.wall)) {
        stage.effects.writes.emplace_back(RemoveBan{ban.kind, ban.subject});
    }
    schedule_ban_ends(stage);
}

}  // namespace brusio::session
