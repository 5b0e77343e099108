#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/session/reply.h"

namespace brusio::session {

struct ServerState;

/// Nobody may be called like a service, or like something that looks like one.
[[nodiscard]] bool is_reserved_nick(const ServerState& state, std::string_view nick);

/// Why no new account can have this name, as the end of a sentence; empty if one can. Somebody
/// without an account may be called so.
[[nodiscard]] std::string fault_of_account_name(const ServerState& state, std::string_view name);

/// Whether somebody may be called so.
enum class NickVerdict : std::uint8_t {
    free,
    own_user,  // the account has a user: who registers becomes one of its sessions, under its nick
    in_use,    // somebody else is
    reserved,  // it is, or looks like, the name of an account that this one is not logged in to
};

/// `user` and `account` are those of whoever asks: no user while it registers, no account for a
/// guest.
[[nodiscard]] NickVerdict judge_nick(const ServerState& state, std::string_view nick, UserId user,
                                     AccountId account);

/// True if a session that has not registered yet may register under a nick with this verdict.
[[nodiscard]] constexpr bool may_register(NickVerdict verdict) {
    return verdict == NickVerdict::free || verdict == NickVerdict::own_user;
}

/// 433 in the words that fit. Not for `free`.
[[nodiscard]] Reply nick_refusal(NickVerdict verdict, std::string_view nick);

}  // namespace brusio::session
