#include "core/session/welcome.h"

#include <string>
#include <utility>

#include "core/base/assert.h"
#include "core/session/accounts/auth_program.h"
#include "core/session/accounts/login.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/accounts/nick_rules.h"
#include "core/session/accounts/own_sessions.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/sasl.h"
#include "core/session/accounts/stay_status.h"
#include "core/session/accounts/staying.h"
#include "core/session/ask_hasher.h"
#include "core/session/away.h"
#include "core/session/cloak.h"
#include "core/session/departure.h"
#include "core/session/isupport.h"
#include "core/session/metadata_news.h"
#include "core/session/metadata_view.h"
#include "core/session/missed.h"
#include "core/session/mode_letters.h"
#include "core/session/monitor_notify.h"
#include "core/session/operators/ban_check.h"
#include "core/session/operators/server_notices.h"
#include "core/session/private_notes.h"
#include "core/session/server_texts.h"
#include "core/session/user_modes.h"
#include "core/wire/case_mapping.h"
#include "core/wire/time_text.h"

namespace brusio::session {

namespace {

using In = RegistrationInput;
using wire::Numeric;

/// What the server sends before registration goes on: nothing, or the next input.
using Next = std::optional<In>;

/// PASS account:password, where the server itself asks for none.
bool is_login(const Stage& stage, const Introduction& said) {
    return stage.state.config.password_hash.empty() && !said.account &&
           said.password.find(':') != std::string::npos;
}

/// Asks for the check of what PASS gave, if there is one to do; false if the answer is no already.
bool begin_password_check(Stage& stage, Session& session) {
    const Introduction& said = *session.introduction;
    if (!is_login(stage, said)) {
        if (said.password.empty()) return false;
        LoginTry entry{TryKind::server, address_group(session.info.peer_address)};
        entry.peer = session.info.peer_address;
        queue_for_hasher(stage, session,
                         CheckPassword{stage.state.config.password_hash, said.password},
                         ServerPassword{}, std::move(entry));
        return true;
    }
    if (!takes_passwords(session)) return false;
    const std::size_t colon = said.password.find(':');
    const std::string name = said.password.substr(0, colon);
    const AccountRecord* account = stage.state.accounts.find(wire::fold(name));
    queue_for_hasher(stage, session,
                     password_work(stage, session, name, said.password.substr(colon + 1)),
                     PassLogin{account == nullptr ? AccountId{} : account->id, name},
                     login_try(stage, session, name));
    return true;
}

/// Whose account was here before comes back under the nick that it had, as those do whose user has
/// stayed in rooms; others get what they ask for.
std::string nick_to_get(const ServerState& state, const Introduction& said) {
    const bool returns = stays(state, said.account);
    const PresenceRecord* kept = returns ? state.presences.find(said.account) : nullptr;
    if (kept == nullptr || kept->nick.empty()) return said.nick;
    const NickVerdict verdict = judge_nick(state, kept->nick, {}, said.account);
    return may_register(verdict) ? kept->nick : said.nick;
}

NickVerdict judge_wanted_nick(const Stage& stage, const Session& session) {
    const Introduction& said = *session.introduction;
    return judge_nick(stage.state, nick_to_get(stage.state, said), {}, said.account);
}

Next try_welcome(Stage& stage, Session& session) {
    BRUSIO_ASSERT(session.introduction != nullptr);
    Introduction& said = *session.introduction;
    // IRCv3 sasl-3.1: who registers in the middle of an exchange goes on without it.
    abort_sasl(stage, session);
    const bool asked = !stage.state.config.password_hash.empty() || is_login(stage, said);
    // Whose nick it is may depend on who somebody turns out to be: the password comes first.
    if (asked && !said.password_right) {
        return begin_password_check(stage, session) ? In::password_asked : In::password_wrong;
    }
    if (!may_register(judge_wanted_nick(stage, session))) return In::nick_taken;
    return In::password_right;
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
    with_param += room_mode_syntax().always;
    with_param += room_mode_syntax().when_set;
    for (const RankLetter& row : rank_letters()) with_param += row.mode;
    std::string all = with_param;
    for (const RoomFlagLetter& row : room_flag_letters()) all += row.mode;
    return {all, with_param};
}

/// Who has a cloak is told what it is: bans and operators name it.
void tell_visible_host(Stage& stage, const Session& session, const room::User& user) {
    if (told_address(user.profile.host) == IpAddress::parse(session.info.peer_address)) return;
    stage.replies.numeric(Numeric::rpl_visiblehost, {user.profile.host});
}

/// IRCv3 whoami, "Description": who is shown as the sender of what it says.
void tell_own_source(Stage& stage, const Session& session, const room::User& user) {
    if (!session.has(wire::Capability::whoami) || !session.has(wire::Capability::chghost)) return;
    const std::string source = source_of(user);
    stage.replies.add(from_user(user, source, "SETNAME").text(user.profile.realname));
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
    show_stay_status(stage, session, user);
    tell_own_source(stage, session, user);
    tell_visible_host(stage, session, user);
    send_lusers(stage);
    show_own_metadata(stage, session, user);
    show_private_notes(stage, session, user);
    send_motd(stage);
}

/// The session asked for another nick than the one that it gets with its account. If somebody
/// else has that, the welcome alone tells: this must not look like a change of theirs.
void tell_other_nick(Stage& stage, const Session& session, const std::string& given) {
    const std::string& wanted = session.introduction->nick;
    if (wanted.empty() || wanted == given) return;
    const room::User* holder = stage.state.roster.find_user(wire::fold(wanted));
    if (holder != nullptr && holder->key() != wire::fold(given)) return;
    const std::string source = session_mask(stage, session);
    Draft nick;
    nick.source = source;
    nick.command = "NICK";
    nick.kind = DraftKind::nick;
    stage.replies.add(nick.add(given));
}

void take_kept_nick(Stage& stage, const Session& session) {
    Introduction& said = *session.introduction;
    std::string nick = nick_to_get(stage.state, said);
    tell_other_nick(stage, session, nick);
    said.nick = std::move(nick);
}

room::User& make_user(Stage& stage, Session& session) {
    Introduction& said = *session.introduction;
    Folded key = wire::fold(said.nick);
    room::User& user = stage.state.roster.add_user(std::move(said.nick), std::move(key), stage.now);
    user.profile.username = std::move(said.username);
    user.profile.realname = std::move(said.realname);
    user.profile.host = session.host;
    if (const AccountRecord* account = stage.state.accounts.find(said.account)) {
        set_account(stage.state, user, account);
        take_kept_settings(stage.state, user);
        take_kept_invitations(stage.state, user);
    }
    keep_metadata_changes(stage, said.metadata, user);
    stage.state.roster.attach(user, session.link);
    take_away_of_sessions(stage.state, user);
    save_presence(stage, user);
    session.user = user.id();
    session.introduction.reset();
    return user;
}

/// One more session of a user who is here already: it gets what the user has.
void join_own_user(Stage& stage, Session& session, room::User& user) {
    const bool is_first = user.links().empty();
    if (is_first) come_back(stage, user, session, *session.introduction);
    const Metadata before = metadata_of(stage.state, user);
    keep_metadata_changes(stage, session.introduction->metadata, user);
    tell_metadata_changes(stage, user, before);
    tell_other_nick(stage, session, user.nick());
    session.introduction.reset();
    attach_session(stage, session, user);
    settle_away(stage, user);
    save_presence(stage, user);
    note_arrival(stage, session, user);
    send_greeting(stage, session, user);
    show_own_user(stage, session, user);
    if (is_first) show_kept_invitations(stage, user);
}

void welcome(Stage& stage, Session& session) {
    if (refuse_banned_person(stage, session)) return;
    note_missed(stage.state, session, session.introduction->account, nullptr);
    if (room::User* own = user_of_account(stage.state, session.introduction->account)) {
        return join_own_user(stage, session, *own);
    }
    take_kept_nick(stage, session);
    const room::User& user = make_user(stage, session);
    note_arrival(stage, session, user);
    if (session.info.kind == LinkKind::irc) {
        stage.replies.rename(user.nick());
        send_greeting(stage, session, user);
        if (!user.flags().empty()) {
            stage.replies.numeric(Numeric::rpl_umodeis, {user_modes_text(user)}, {});
        }
        if (user.profile.account_id) show_kept_invitations(stage, user);
    }
    tell_monitors(stage, user, Presence::online);
}

void ask_other_nick(Stage& stage, Session& session) {
    const NickVerdict verdict = judge_wanted_nick(stage, session);
    std::string& nick = session.introduction->nick_refused;
    nick = std::exchange(session.introduction->nick, {});
    stage.replies.reply(nick_refusal(verdict, nick));
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

namespace {

/// Who may not be here at all, whoever it is and whatever its nick.
Outcome refusal_of_account(const Stage& stage, const Session& session) {
    const AccountId account = session.introduction->account;
    if (stage.state.config.accounts.required && !account) {
        return Reply::specified_fail("*", "ACCOUNT_REQUIRED", {},
                                     "This server asks everybody to log in: set an account and its "
                                     "password (SASL) in your client");
    }
    if (has_too_many_sessions(stage.state, account)) {
        return Reply::specified_fail("*", "TOO_MANY_SESSIONS", {},
                                     "This account is connected too many times; close one of them");
    }
    return done;
}

/// True if the session was sent away.
bool refuse_account(Stage& stage, Session& session) {
    const Outcome refusal = refusal_of_account(stage, session);
    if (!refusal) return false;
    stage.replies.reply(*refusal);
    end_session(stage, session, CloseReason::refused, refusal->text);
    return true;
}

}  // namespace

void register_step(Stage& stage, Session& session, RegistrationInput input) {
    Next next = input;
    while (next && session.phase != Phase::closed) {
        if (*next == In::password_right && refuse_account(stage, session)) return;
        // The nick may have been taken while the password was checked.
        if (*next == In::password_right && session.phase == Phase::checking &&
            !may_register(judge_wanted_nick(stage, session))) {
            next = In::nick_taken;
        }
        const Transition to = transition(session.phase, *next);
        // `closed` is entered by end_session, which still needs to know what the session was.
        if (to.next != Phase::closed) session.phase = to.next;
        next = perform(stage, session, to.action);
    }
}

void finish_server_password(Stage& stage, Session& session, const WorkResult& result) {
    finish_password(stage, session, result, is_right(result) ? Password::right : Password::wrong);
}

void finish_pass(Stage& stage, Session& session, const PassLogin& work, const WorkResult& result) {
    AccountRecord* account = account_of_answer(stage, session, {work.account, work.name}, result);
    const bool right = is_right(result) && account != nullptr && !account->suspended;
    if (right) {
        if (refuse_banned_account(stage, session, *account)) return;
        log_in(stage, session, *account);
    }
    finish_password(stage, session, result, right ? Password::right : Password::wrong);
}

void finish_password(Stage& stage, Session& session, const WorkResult& result, Password password) {
    BRUSIO_ASSERT(session.phase == Phase::checking);
    if (is_busy(result)) {
        return end_session(stage, session, CloseReason::refused,
                           "The server is busy; try again in a moment");
    }
    if (is_too_many(result)) {
        return end_session(stage, session, CloseReason::refused,
                           "Too many wrong passwords; wait a minute and try again");
    }
    const bool right = password == Password::right;
    session.introduction->password_right = right;
    register_step(stage, session, right ? In::password_right : In::password_wrong);
}

void identity_changed(Stage& stage, Session& session) {
    const Introduction& said = *session.introduction;
    if (said.nick.empty() || said.username.empty()) return;
    register_step(stage, session, In::identity_complete);
}

}  // namespace brusio::session
