#include "core/session/welcome.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/departure.h"
#include "core/session/isupport.h"
#include "core/session/mode_letters.h"
#include "core/session/monitor_notify.h"
#include "core/session/server_texts.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using In = RegistrationInput;
using wire::Numeric;

/// What the server sends before registration goes on: nothing, or the next input.
using Next = std::optional<In>;

Next try_welcome(Stage& stage, Session& session) {
    BRUSIO_ASSERT(session.introduction != nullptr);
    const Introduction& said = *session.introduction;
    if (stage.state.roster.find_user(wire::fold(said.nick)) != nullptr) return In::nick_taken;
    if (stage.state.config.password_hash.empty()) return In::password_right;
    if (said.password.empty()) return In::password_wrong;
    const HashJobId job{++stage.state.hash_jobs_asked};
    PendingCheck check;
    check.job = job;
    check.link = session.link;
    stage.state.checks.push_back(std::move(check));
    stage.effects.hash_jobs.push_back({job, stage.state.config.password_hash, said.password});
    return In::password_asked;
}

std::string user_mode_letters() {
    std::string letters;
    for (const UserFlagLetter& row : user_flag_letters()) letters += row.mode;
    return letters;
}

/// All room modes, and those of them that take a parameter (Modern IRC, RPL_MYINFO).
std::pair<std::string, std::string> room_mode_letters() {
    std::string with_param;
    for (const MaskListLetter& row : mask_list_letters()) with_param += row.mode;
    with_param += "kl";
    for (const RankLetter& row : rank_letters()) with_param += row.mode;
    std::string all = with_param;
    for (const RoomFlagLetter& row : room_flag_letters()) all += row.mode;
    return {all, with_param};
}

void send_greeting(Stage& stage, const Session& session, const room::User& user) {
    const ServerConfig& config = stage.state.config;
    ReplyBuffer& replies = stage.replies;
    const std::string source = source_of(user);
    replies.numeric(Numeric::rpl_welcome, {},
                    "Welcome to the " + config.network + " network, " + source);
    replies.numeric(Numeric::rpl_yourhost, {},
                    "Your host is " + config.name + ", running " + config.version);
    replies.numeric(
        Numeric::rpl_created, {},
        "This server was started at " + std::string{wire::time_text(stage.state.started).view()});
    const auto [all, with_param] = room_mode_letters();
    replies.numeric(Numeric::rpl_myinfo,
                    {config.name, config.version, user_mode_letters(), all, with_param}, {});
    send_isupport(stage, session);
    send_lusers(stage);
    send_motd(stage);
}

room::User& make_user(Stage& stage, Session& session) {
    Introduction& said = *session.introduction;
    Folded key = wire::fold(said.nick);
    room::User& user = stage.state.roster.add_user(std::move(said.nick), std::move(key), stage.now);
    user.profile.username = std::move(said.username);
    user.profile.realname = std::move(said.realname);
    user.profile.away = std::move(said.away);
    user.profile.host = session.host;
    stage.state.roster.attach(user, session.link);
    session.user = user.id();
    session.introduction.reset();
    return user;
}

void welcome(Stage& stage, Session& session) {
    const room::User& user = make_user(stage, session);
    if (session.info.kind == LinkKind::irc) {
        stage.replies.rename(user.nick());
        send_greeting(stage, session, user);
    }
    tell_monitors(stage, user, Presence::online);
}

void ask_other_nick(Stage& stage, Session& session) {
    std::string nick = std::exchange(session.introduction->nick, {});
    stage.replies.numeric(Numeric::err_nicknameinuse, {nick});
}

Next perform(Stage& stage, Session& session, RegistrationAction action) {
    using A = RegistrationAction;
    switch (action) {
        case A::none:
        case A::forget:
            return std::nullopt;
        case A::try_welcome:
            return try_welcome(stage, session);
        case A::welcome:
            welcome(stage, session);
            return std::nullopt;
        case A::ask_other_nick:
            ask_other_nick(stage, session);
            return std::nullopt;
        case A::refuse_password:
            stage.replies.numeric(Numeric::err_passwdmismatch);
            end_session(stage, session, CloseReason::refused, "Password incorrect");
            return std::nullopt;
        case A::refuse_timeout:
            end_session(stage, session, CloseReason::registration_timeout,
                        "Registration timed out");
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

void register_step(Stage& stage, Session& session, RegistrationInput input) {
    Next next = input;
    while (next && session.phase != Phase::closed) {
        // The nick may have been taken while the password was checked.
        if (*next == In::password_right && session.phase == Phase::checking &&
            stage.state.roster.find_user(wire::fold(session.introduction->nick)) != nullptr) {
            next = In::nick_taken;
        }
        const Transition to = transition(session.phase, *next);
        // `closed` is entered by end_session, which still needs to know what the session was.
        if (to.next != Phase::closed) session.phase = to.next;
        next = perform(stage, session, to.action);
    }
}

void identity_changed(Stage& stage, Session& session) {
    const Introduction& said = *session.introduction;
    if (said.nick.empty() || said.username.empty()) return;
    register_step(stage, session, In::identity_complete);
}

}  // namespace brusio::session
