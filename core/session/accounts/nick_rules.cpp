#include "core/session/accounts/nick_rules.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/service_names.h"
#include "core/session/accounts/staying.h"
#include "core/session/server_state.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

bool is_reserved_nick(const ServerState& state, std::string_view nick) {
    return is_service_name(nick) || state.accounts.looks_reserved(nick);
}

std::string fault_of_account_name(const ServerState& state, std::string_view name) {
    if (!wire::valid_nick(name, state.config.limits.nick_bytes_max)) {
        return "this name cannot be used: it would be no nick";
    }
    if (is_reserved_nick(state, name)) return "this name belongs to the server";
    if (const AccountRecord* taken = state.accounts.find_alike(name)) {
        return "this name, or one like it, is taken: " + taken->name;
    }
    return {};
}

NickVerdict judge_nick(const ServerState& state, std::string_view nick, UserId user,
                       AccountId account) {
    BRUSIO_ASSERT(!nick.empty());
    const room::User* own = user_of_account(state, account);
    if (own != nullptr && !user) return NickVerdict::own_user;
    const AccountRecord* owner = state.accounts.find_alike(nick);
    if (owner != nullptr && owner->id != account) return NickVerdict::reserved;
    const room::User* holder = state.roster.find_user(wire::fold(nick));
    if (holder != nullptr && holder->id() != user) return NickVerdict::in_use;
    return NickVerdict::free;
}

Reply nick_refusal(NickVerdict verdict, std::string_view nick) {
    BRUSIO_ASSERT(verdict != NickVerdict::free);
    if (verdict != NickVerdict::reserved) {
        return Reply::of(wire::Numeric::err_nicknameinuse, {std::string{nick}});
    }
    return Reply::with_text(wire::Numeric::err_nicknameinuse, {std::string{nick}},
                            "This nickname belongs to an account; log in to use it");
}

}  // namespace brusio::session
