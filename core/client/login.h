#pragma once

#include <string_view>

#include "core/client/brain.h"

namespace brusio::client {

// Getting in with an account: SASL while registering (IRCv3 sasl-3.1, sasl-3.2) by SCRAM-SHA-256
// (login_scram.h) or else PLAIN (RFC 4616), and the answers to REGISTER. A password, or the proof
// of one, goes out on a sealed link only.

/// What CAP has to ask for.
[[nodiscard]] wire::CapabilitySet capabilities_for(const AccountAccess& account);

/// The link is up. False if we may not go on over it; it is dropped then.
bool may_begin(Brain& brain, Now now);
/// After each CAP line while registering: ends the talk when all is settled, not before we are
/// logged in.
void end_capabilities_or_log_in(Brain& brain, Now now);
/// 001 came: drops the link if the account that we want was passed over.
void check_welcome(Brain& brain, Now now);
/// "AUTHENTICATE" with "+" or a piece of what the server says.
void receive_challenge(Brain& brain, std::string_view piece, Now now);
/// 903 and 907.
void login_done(Brain& brain, Now now);
/// 902, 904, 905, 906.
void login_failed(Brain& brain, std::string_view code, std::string_view text, Now now);
/// REGISTER SUCCESS.
void account_made(Brain& brain, std::string_view account);
/// FAIL REGISTER, or a code is asked for. False if we did not ask.
bool account_refused(Brain& brain, const StandardReply& reply, Now now);

}  // namespace brusio::client
