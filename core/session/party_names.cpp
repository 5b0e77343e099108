#include "core/session/party_names.h"

#include "core/session/accounts/staying.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

Party party_named(const ServerState& state, std::string_view nick) {
    const Folded key = wire::fold(nick);
    if (const room::User* user = state.roster.find_user(key)) return Party::of(*user);
    const AccountRecord* account = state.accounts.find(key);
    return account == nullptr ? Party{{}, key} : Party{account->id, {}};
}

std::string name_of(const ServerState& state, const Party& party) {
    if (const room::User* user = user_of_account(state, party.account)) return user->nick();
    if (!party.account) return party.guest.text;
    const AccountRecord* account = state.accounts.find(party.account);
    return account == nullptr ? std::string{} : account->name;
}

room::User* user_of(const ServerState& state, const Party& party) {
    if (party.account) return user_of_account(state, party.account);
    room::User* user = state.roster.find_user(party.guest);
    return user == nullptr || user->profile.account_id ? nullptr : user;
}

}  // namespace brusio::session
