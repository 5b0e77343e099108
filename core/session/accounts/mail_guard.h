#pragma once

#include <cstdint>
#include <string>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/session/accounts/try_window.h"

namespace brusio::session {

/// Bounds what people can make the server send, and how often they can guess what it has sent. All
/// counts are of the last `Limits::mails_window`.
class MailGuard {
 public:
    /// May an address (address_group) have another mail sent for an account, whether there is such
    /// an account or not? Counts it if so.
    [[nodiscard]] bool may_ask(const std::string& address, const Folded& account,
                               const Limits& limits, MonoTime now);

    /// Who chose the mailbox. Counted apart, so that a stranger who names a mailbox learns nothing
    /// of the accounts that are behind it.
    enum class Chosen : std::uint8_t { by_stranger, by_owner };
    /// May a mailbox (wire::mailbox_key) get another mail? Counts it if so.
    [[nodiscard]] bool may_get(const std::string& mailbox, Chosen chosen, const Limits& limits,
                               MonoTime now);

    /// May an address try another token?
    [[nodiscard]] bool may_try(const std::string& address, const Limits& limits, MonoTime now);
    void note_wrong_token(const std::string& address, MonoTime now);

    void check_invariants() const;

 private:
    TryWindow by_address_;
    TryWindow by_account_;
    TryWindow by_mailbox_;
    TryWindow wrong_tokens_;
};

}  // namespace brusio::session
