#pragma once

#include <string>
#include <string_view>

#include "core/ports/hasher.h"
#include "core/ports/records.h"
#include "core/session/pending_work.h"

namespace brusio::session {

struct Session;
struct Stage;

// A program that whoever runs the server has chosen may answer for passwords: of names that have
// none here. So nobody is whom the program knows by a name that was somebody else's before.

/// The job that tells whether a name and a password belong together: for the hasher, or for the
/// program. What can be no name, and a password that is no line of text, are not asked about.
[[nodiscard]] HashWork password_work(const Stage& stage, const Session& session,
                                     std::string_view name, std::string_view password);

/// As whom somebody tried to log in.
struct Claim {
    AccountId account;  // when it was tried; none: there was no such account
    const std::string& name;
};

/// The account that a right answer lets into. If a program gave it and there is none, it is made,
/// or the peer hears why it is not (standard-replies, 904 follows). Null: none.
[[nodiscard]] AccountRecord* account_of_answer(Stage& stage, const Session& session,
                                               const Claim& claim, const WorkResult& result);

}  // namespace brusio::session
