#pragma once

#include <string>
#include <string_view>

#include "core/ports/records.h"
#include "core/session/reply.h"

namespace brusio::session {

struct Session;
struct Stage;

// Tokens that go out by mail: 256 bits of chance. What is kept of one is a keyed hash, so that
// neither the store nor a copy of it has a token.

/// True if accounts of this server may have an e-mail address.
[[nodiscard]] bool uses_email(const Stage& stage);

/// A new one: 64 hexadecimal digits in small letters.
[[nodiscard]] std::string make_mail_token(Stage& stage);
/// What is kept of it. Of any text: 32 bytes.
[[nodiscard]] std::string mail_token_hash(const Stage& stage, std::string_view token);
/// When a token that is made now ends.
[[nodiscard]] WallTime mail_token_end(const Stage& stage);

/// Null, or the account's token of that kind, if it is `token` and has not ended.
[[nodiscard]] const MailTokenRecord* find_mail_token(const Stage& stage, AccountId account,
                                                     MailTokenKind kind, std::string_view token);

/// Keeps a new token of an account, in the place of one of its kind; an account that is none has
/// one too. `email` is for a new address alone. Gives the token.
[[nodiscard]] std::string keep_mail_token(Stage& stage, AccountId account, MailTokenKind kind,
                                          std::string email);
/// It is used up, or of no use any more.
void drop_mail_token(Stage& stage, AccountId account, MailTokenKind kind);

/// A peer has given a token that is none: counted, and told to the host's log.
void note_wrong_token(Stage& stage, const Session& session, std::string_view account);
/// True if the peer may give another one.
[[nodiscard]] bool may_try_token(Stage& stage, const Session& session);

/// Sets `mail_due` for the next unverified account or token that ends; call it whenever such come
/// or go.
void schedule_mail_ends(Stage& stage);
/// Takes out and forgets what has ended.
void end_mail_waits(Stage& stage);

}  // namespace brusio::session
