#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/ids.h"
#include "core/session/reply.h"

namespace brusio::session {

struct ServerState;

/// Nobody may be called like a service, or like something that looks like one.
[[nodiscard]] bool is_reserved_nick(const ServerState& state, std::string_view nick);

/// Whether somebody may be called so.
enum class NickVerdict : std::uint8_t {
    free,
    own_user,  // by a user of the same account: who registers so becomes one of its sessions
    in_use,    // by somebody else
    reserved,  // it is, or looks like, the name of an account that this one is not logged in to
};

/// `user` and `account` are those of whoever asks; none for a guest who has not registered.
[[nodiscard]] NickVerdict judge_nick(const ServerState& state, std::string_view nick, UserId user,
                                     AccountId account);

/// True if a session that has not registered yet may register under a nick with this verdict.
[[nodiscard]] constexpr bool may_register(NickVerdict verdict) {
    return verdict == NickVerdict::free || verdict == NickVerdict::own_user;
}

/// 433 in the words that fit. Not for `free`.
[[nodiscard]] Reply nick_refusal(NickVerdict verdict, std::string_view nick);

}  // namespace brusio::session
