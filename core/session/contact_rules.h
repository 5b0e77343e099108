#pragma once

#include <cstdint>

#include "core/session/contact_book.h"
#include "core/session/reply.h"
#include "core/session/stage.h"

namespace brusio::session {

// Who keeps strangers away (user modes +R and +g, ACCEPT, SILENCE): private messages, notices, tags
// and invitations. Nobody is kept from himself. Server operators who may override are kept away by
// SILENCE alone.

enum class Contact : std::uint8_t {
    ok,
    silenced,       // SILENCE: the sender must not notice
    accounts_only,  // +R, and the sender is a guest
    not_accepted,   // +g
};

[[nodiscard]] Contact may_contact(const ServerState& state, const room::User& from,
                                  const room::User& to);
/// The same where nobody is there for the account.
[[nodiscard]] Contact may_contact(const ServerState& state, const room::User& from,
                                  const AccountRecord& to);

/// What the sender reads who was kept away otherwise than by SILENCE: 531 or 716.
[[nodiscard]] Reply contact_refusal(Contact contact, std::string_view nick);

/// Tells somebody with +g, now and then, who wants to reach it (718). True if it was told.
bool tell_of_caller(Stage& stage, const room::User& from, const room::User& to);

/// The lists of a user, null if it has none; and to be changed.
[[nodiscard]] const Contacts* contacts_of(const ServerState& state, const room::User& user);
Contacts& change_contacts(ServerState& state, const room::User& user);
/// Writes them down as they are now, if the user has an account and the store takes anything.
void save_contacts(Stage& stage, const room::User& user);

/// `user`, who is another, takes what `other` says from now on: an account, or a guest for as long
/// as it is here.
room::ListChange add_accepted(Stage& stage, const room::User& user, AccountId other);
room::ListChange add_accepted(Stage& stage, const room::User& user, const room::User& other);

/// Why the user's lists cannot change now: they are to be kept and the store takes nothing.
[[nodiscard]] Outcome contacts_refusal(const Stage& stage, const room::User& user,
                                       std::string_view command);

/// The guest is about to log in.
void adopt_contacts(Stage& stage, const room::User& guest, AccountId account);
/// The account is about to go.
void forget_contacts(Stage& stage, AccountId account);

}  // namespace brusio::session
