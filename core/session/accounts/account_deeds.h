#pragma once

#include <string>
#include <string_view>

#include "core/ports/hasher.h"
#include "core/ports/records.h"

namespace brusio::session {

struct Session;
struct Stage;

// What may be done to an account, by its owner (ACCOUNT), by an operator, or at the host's own desk
// (desk.h). Whether somebody may is the caller's business, and so is `may_change_accounts`. Each
// deed is kept, with its entry in the audit, by one batch of writes, and told to the host's log.

/// Who does it.
struct Doer {
    std::string_view name;             // for the audit ("root", "ann", "root@control")
    const Session* session = nullptr;  // null at the host's desk
};

/// A new account of that name, which must be free; `email` is empty, or an address that somebody
/// answers for.
AccountRecord& make_account(Stage& stage, std::string_view name, std::string_view email,
                            const Credentials& credentials, const Doer& doer);
/// The same for somebody who is logged in to it at once: that writes it down (log_in in login.h).
AccountRecord& make_own_account(Stage& stage, std::string_view name, std::string_view email,
                                const Credentials& credentials, const Session& session);

void change_password(Stage& stage, AccountRecord& account, const Credentials& credentials,
                     const Doer& doer);

/// The same by somebody who reads its mail: its sessions end, no address is one of its owner's any
/// more, and what else went out by mail is of no use. The mailbox is told.
void reset_password(Stage& stage, AccountRecord& account, const Credentials& credentials,
                    const Doer& doer);

/// The account has a verified address, or with an empty one none. The old mailbox is told.
void change_email(Stage& stage, AccountRecord& account, std::string_view email, const Doer& doer);

/// Until when, 0 for good, and why, which may be empty.
struct Suspension {
    std::string_view reason;
    WallTime until{};
};
/// Nobody logs in to it any more, and its sessions end with the reason. It stays a member of its
/// rooms.
void suspend_account(Stage& stage, AccountRecord& account, const Suspension& suspension,
                     const Doer& doer);
void resume_account(Stage& stage, AccountRecord& account, const Doer& doer);

/// Removes it with all that is its own. Its sessions stay as guests, or if `doer` is not its owner
/// end with the reason, which may be empty. `account` is gone afterwards.
void remove_account(Stage& stage, const AccountRecord& account, std::string_view reason,
                    const Doer& doer);

}  // namespace brusio::session
