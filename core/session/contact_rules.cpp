#include "core/session/contact_rules.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/session/hostmask.h"
#include "core/session/mode_letters.h"
#include "core/session/operators/privileges.h"

namespace brusio::session {

namespace {

using room::UserFlag;

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_silenced(const Contacts& contacts, const room::User& from) {
    if (contacts.silenced.empty()) return false;
    const Seen seen(from);
    return std::any_of(
        contacts.silenced.begin(), contacts.silenced.end(),
        [&](const room::MaskEntry& entry) { return room::fits(entry, seen.visitor()); });
}

bool is_accepted(const Contacts& contacts, const room::User& from) {
    const AccountId account = from.profile.account_id;
    return (account && contains(contacts.accepted, account)) ||
           contains(contacts.accepted_guests, from.id());
}

Contact judge(const ServerState& state, const room::User& from, const Contacts* contacts,
              room::FlagSet<UserFlag> flags) {
    if (contacts != nullptr && is_silenced(*contacts, from)) return Contact::silenced;
    const bool is_kept_away = flags.has(UserFlag::caller_id) ||
                              (flags.has(UserFlag::accounts_only) && !from.profile.account_id);
    if (!is_kept_away || (contacts != nullptr && is_accepted(*contacts, from))) return Contact::ok;
    if (may(state, from, Privilege::override_rooms)) return Contact::ok;
    return flags.has(UserFlag::caller_id) ? Contact::not_accepted : Contact::accounts_only;
}

/// The settings of somebody who is not there.
room::FlagSet<UserFlag> kept_flags(const ServerState& state, AccountId account) {
    room::FlagSet<UserFlag> flags;
    const PresenceRecord* kept = state.presences.find(account);
    if (kept == nullptr) return flags;
    for (const UserFlagLetter& row : user_flag_letters()) {
        const bool is_on = row.is_kept && kept->modes.find(row.mode) != std::string::npos;
        if (is_on) flags.set(row.flag, room::Turn::on);
    }
    return flags;
}

/// Appends to one of the lists of what is accepted, which share a limit.
template <class T>
room::ListChange add(const Contacts& contacts, std::vector<T>& list, T one,
                     const ServerState& state) {
    if (contains(list, one)) return room::ListChange::already_so;
    const std::size_t entries = contacts.accepted.size() + contacts.accepted_guests.size();
    if (entries >= state.config.limits.accept_entries_max) return room::ListChange::full;
    list.push_back(one);
    return room::ListChange::done;
}

}  // namespace

Contact may_contact(const ServerState& state, const room::User& from, const room::User& to) {
    if (from.id() == to.id()) return Contact::ok;
    return judge(state, from, contacts_of(state, to), to.flags());
}

Contact may_contact(const ServerState& state, const room::User& from, const AccountRecord& to) {
    if (from.profile.account_id == to.id) return Contact::ok;
    return judge(state, from, state.contacts.find(to.id), kept_flags(state, to.id));
}

Reply contact_refusal(Contact contact, std::string_view nick) {
    BRUSIO_ASSERT(contact == Contact::accounts_only || contact == Contact::not_accepted);
    return Reply::of(contact == Contact::accounts_only ? wire::Numeric::err_cantsendtouser
                                                       : wire::Numeric::err_targumodeg,
                     {std::string{nick}});
}

bool tell_of_caller(Stage& stage, const room::User& from, const room::User& to) {
    if (to.links().empty()) return false;
    std::optional<MonoTime>& told_at = change_contacts(stage.state, to).told_at;
    const Duration pause = stage.state.config.limits.caller_pause;
    if (told_at && stage.now.mono < *told_at + pause) return false;
    told_at = stage.now.mono;
    Draft draft = stage.from_server(wire::numeric_code(wire::Numeric::rpl_umodegmsg));
    const std::string address = from.profile.username + "@" + from.profile.host;
    draft.with({to.nick(), from.nick(), address})
        .text(wire::numeric_text(wire::Numeric::rpl_umodegmsg));
    stage.fanout.to_user(to, draft);
    return true;
}

const Contacts* contacts_of(const ServerState& state, const room::User& user) {
    const AccountId account = user.profile.account_id;
    return account ? state.contacts.find(account) : state.contacts.find(user.id());
}

Contacts& change_contacts(ServerState& state, const room::User& user) {
    const AccountId account = user.profile.account_id;
    return account ? state.contacts.of(account) : state.contacts.of(user.id());
}

void save_contacts(Stage& stage, const room::User& user) {
    const AccountId account = user.profile.account_id;
    if (!account || stage.state.store_health != StoreHealth::accepting) return;
    stage.effects.writes.emplace_back(SaveContacts{stage.state.contacts.record_of(account)});
}

room::ListChange add_accepted(Stage& stage, const room::User& user, AccountId other) {
    BRUSIO_ASSERT(other && other != user.profile.account_id);
    Contacts& contacts = change_contacts(stage.state, user);
    const room::ListChange change = add(contacts, contacts.accepted, other, stage.state);
    if (change == room::ListChange::done) save_contacts(stage, user);
    return change;
}

room::ListChange add_accepted(Stage& stage, const room::User& user, const room::User& other) {
    BRUSIO_ASSERT(user.id() != other.id());
    if (other.profile.account_id) return add_accepted(stage, user, other.profile.account_id);
    Contacts& contacts = change_contacts(stage.state, user);
    return add(contacts, contacts.accepted_guests, other.id(), stage.state);
}

Outcome contacts_refusal(const Stage& stage, const room::User& user, std::string_view command) {
    if (!user.profile.account_id || stage.state.store_health == StoreHealth::accepting) return done;
    return Reply::fail(std::string{command}, "STORE_UNAVAILABLE", {},
                       "Nothing can be stored at the moment; try again later");
}

void adopt_contacts(Stage& stage, const room::User& guest, AccountId account) {
    BRUSIO_ASSERT(!guest.profile.account_id);
    const Limits& limits = stage.state.config.limits;
    const std::size_t most = std::min(limits.accept_entries_max, limits.silence_entries_max);
    const bool changed = stage.state.contacts.adopt(guest.id(), account, most);
    if (!changed || stage.state.store_health != StoreHealth::accepting) return;
    stage.effects.writes.emplace_back(SaveContacts{stage.state.contacts.record_of(account)});
}

void forget_contacts(Stage& stage, AccountId account) {
    for (const AccountId changed : stage.state.contacts.forget(account)) {
        stage.effects.writes.emplace_back(SaveContacts{stage.state.contacts.record_of(changed)});
    }
}

}  // namespace brusio::session
