#include "core/session/accounts/login.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/own_sessions.h"
#include "core/session/accounts/presence.h"
#include "core/session/accounts/stay_status.h"
#include "core/session/accounts/staying.h"
#include "core/session/contact_rules.h"
#include "core/session/departure.h"
#include "core/session/metadata_news.h"
#include "core/session/missed.h"
#include "core/session/operators/ban_check.h"
#include "core/session/private_notes.h"
#include "core/session/read_marker_view.h"
#include "core/session/room_entry.h"
#include "core/session/room_view.h"
#include "core/session/stage.h"
#include "core/session/user_news.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

using wire::Capability;
using wire::Numeric;

/// IRCv3 account-notify: those who share a room, and the user's own sessions.
void tell_account(Stage& stage, const room::User& user) {
    const std::string source = source_of(user);
    Draft draft = from_user(user, source, "ACCOUNT");
    const std::string& account = user.profile.account;
    draft.add(account.empty() ? std::string_view{"*"} : account);
    stage.fanout.to_user(user, draft, Echo::yes, Only{{Capability::account_notify}, {}});
    tell_user_news(stage, user, draft, Capability::account_notify);
}

void send_logged_in(Stage& stage, const Session& session, const AccountRecord& account) {
    stage.replies.numeric(Numeric::rpl_loggedin, {session_mask(stage, session), account.name},
                          "You are now logged in as " + account.name);
}

void send_logged_out(Stage& stage, const Session& session) {
    const std::string mask = session_mask(stage, session);
    const room::User* user = stage.state.roster.find_user(session.user);
    Draft draft = stage.from_server(wire::numeric_code(Numeric::rpl_loggedout));
    draft.add(user == nullptr ? std::string_view{"*"} : user->nick()).add(mask);
    stage.fanout.to_link(session.link, draft.text(wire::numeric_text(Numeric::rpl_loggedout)));
}

/// `user`, who logs in when it has registered already, gets the rooms of `other`, who is logged in
/// to the same account and not there, and who is gone afterwards.
void take_over(Stage& stage, const Session& session, room::User& user, room::User& other) {
    BRUSIO_ASSERT(other.links().empty() && user.id() != other.id());
    for (const RoomId id : other.rooms()) {
        room::Room& room = *stage.state.roster.find_room(id);
        if (room.has_member(user.id())) continue;
        enter_as(stage, user, room, *room.find_member(other.id()));
        show_room(stage, session, room);
    }
    set_account(stage.state, other, nullptr);
    end_user(stage, other, CloseReason::quit, "Is here as " + user.nick());
}

/// What the account's user had set before holds for the guest who logs in, too.
void take_settings_on(Stage& stage, room::User& user) {
    take_kept_invitations(stage.state, user);
    const std::string letters = take_kept_settings(stage.state, user);
    if (letters.empty()) return;
    const std::string source = source_of(user);
    Draft mode = from_user(user, source, "MODE");
    const std::string text = "+" + letters;
    stage.fanout.to_user(user, mode.with({user.nick(), text}));
}

}  // namespace

AccountId account_of(const ServerState& state, const Session& session) {
    if (const room::User* user = state.roster.find_user(session.user)) {
        return user->profile.account_id;
    }
    return session.introduction == nullptr ? AccountId{} : session.introduction->account;
}

LoginTry login_try(const Stage& stage, const Session& session, std::string_view name) {
    // A name that is too long is nobody's; what is counted is kept short.
    const std::string_view counted = name.substr(0, stage.state.config.limits.nick_bytes_max + 1);
    LoginTry login{TryKind::account, address_group(session.info.peer_address), wire::fold(counted)};
    login.peer = session.info.peer_address;
    const AccountRecord* account = stage.state.accounts.find(login.name);
    login.known = account != nullptr &&
                  std::find(account->known_addresses.begin(), account->known_addresses.end(),
                            login.address) != account->known_addresses.end();
    return login;
}

bool may_change_accounts(const Stage& stage) {
    return stage.state.store_health == StoreHealth::accepting;
}

void save_account(Stage& stage, const AccountRecord& account) {
    BRUSIO_ASSERT(stage.state.accounts.find(account.id) == &account);
    stage.effects.writes.emplace_back(SaveAccount{account});
}

void log_in(Stage& stage, Session& session, AccountRecord& account) {
    BRUSIO_ASSERT(stage.replies.session() == &session);
    account.last_seen = stage.now.wall;
    note_address(account.known_addresses, address_group(session.info.peer_address));
    room::User* user = stage.state.roster.find_user(session.user);
    room::User* own = user_of_account(stage.state, account.id);
    // What a guest has noted goes along to an account without any.
    const bool is_first = user != nullptr && own == nullptr;
    if (is_first && account.metadata.empty()) account.metadata = user->profile.metadata;
    if (may_change_accounts(stage)) save_account(stage, account);
    send_logged_in(stage, session, account);
    if (user == nullptr) {
        session.introduction->account = account.id;
        return;
    }
    if (own == user) return;
    if (!user->profile.account_id) adopt_contacts(stage, *user, account.id);
    if (own != nullptr) {
        move_session(stage, session, *user, *own);
        show_stay_status(stage, session, *own);
        return show_private_notes(stage, session, *own);
    }
    const Metadata before = metadata_of(stage.state, *user);
    set_account(stage.state, *user, &account);
    take_settings_on(stage, *user);
    save_memberships(stage, *user);
    save_presence(stage, *user);
    tell_account(stage, *user);
    tell_metadata_changes(stage, *user, before);
    show_kept_invitations(stage, *user);
    show_stay_status(stage, session, *user);
    show_known_read_markers(stage, session, *user);
    show_private_notes(stage, session, *user);
}

Outcome log_in_by_sasl(Stage& stage, Session& session, AccountId id) {
    AccountRecord* account = stage.state.accounts.find(id);
    // It may have been suspended between the steps of an exchange.
    if (account == nullptr || account->suspended) return Reply::of(Numeric::err_saslfail);
    if (refuse_banned_account(stage, session, *account)) return done;
    const AccountId now = account_of(stage.state, session);
    if (session.registered() && now && now != id) return Reply::of(Numeric::err_saslalready);
    room::User* user = stage.state.roster.find_user(session.user);
    room::User* other = user_of_account(stage.state, id);
    if (user != nullptr && user != other && has_too_many_sessions(stage.state, id)) {
        return Reply::with_text(Numeric::err_saslfail, {},
                                "This account is connected too many times; close one of them");
    }
    const bool is_absent = other != nullptr && other->links().empty();
    if (user != nullptr && user != other) note_missed(stage.state, session, id, user);
    if (user != nullptr && is_absent) take_over(stage, session, *user, *other);
    log_in(stage, session, *account);
    stage.replies.numeric(Numeric::rpl_saslsuccess);
    return done;
}

void log_everybody_out(Stage& stage, const AccountRecord& account) {
    stage.state.sessions.for_each([&](Session& session) {
        if (session.phase == Phase::closed || account_of(stage.state, session) != account.id) {
            return;
        }
        send_logged_out(stage, session);
        if (session.introduction != nullptr) session.introduction->account = {};
    });
    room::User* user = user_of_account(stage.state, account.id);
    if (user == nullptr) return;
    const Metadata before = metadata_of(stage.state, *user);
    set_account(stage.state, *user, nullptr);
    if (user->links().empty()) {
        end_user(stage, *user, CloseReason::quit, "The account is gone");
    } else {
        tell_account(stage, *user);
        tell_metadata_changes(stage, *user, before);
    }
}

std::string session_mask(const Stage& stage, const Session& session) {
    if (const room::User* user = stage.state.roster.find_user(session.user)) {
        return source_of(*user);
    }
    const Introduction* said = session.introduction.get();
    const auto part = [](const std::string* text) {
        return text == nullptr || text->empty() ? std::string{"*"} : *text;
    };
    return part(said == nullptr ? nullptr : &said->nick) + "!" +
           part(said == nullptr ? nullptr : &said->username) + "@" + session.host;
}

}  // namespace brusio::session
