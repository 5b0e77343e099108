#include "core/session/accounts/mail_guard.h"

#include "core/base/assert.h"

namespace brusio::session {

bool MailGuard::may_ask(const std::string& address, const Folded& account, const Limits& limits,
                        MonoTime now) {
    BRUSIO_ASSERT(!address.empty() && !account.empty());
    const Duration window = limits.mails_window;
    if (by_address_.tries_of(address, now, window).count >= limits.mails_per_address_max ||
        by_account_.tries_of(account.text, now, window).count >= limits.mails_per_account_max) {
        return false;
    }
    by_address_.note(address, now);
    by_account_.note(account.text, now);
    return true;
}

bool MailGuard::may_get(const std::string& mailbox, Chosen chosen, const Limits& limits,
                        MonoTime now) {
    BRUSIO_ASSERT(!mailbox.empty());
    const std::string key = (chosen == Chosen::by_owner ? "owner " : "stranger ") + mailbox;
    if (by_mailbox_.tries_of(key, now, limits.mails_window).count >= limits.mails_per_mailbox_max) {
        return false;
    }
    by_mailbox_.note(key, now);
    return true;
}

bool MailGuard::may_try(const std::string& address, const Limits& limits, MonoTime now) {
    return wrong_tokens_.tries_of(address, now, limits.mails_window).count <
           limits.wrong_tokens_per_address_max;
}

void MailGuard::note_wrong_token(const std::string& address, MonoTime now) {
    wrong_tokens_.note(address, now);
}

void MailGuard::check_invariants() const {
    for (const TryWindow* window : {&by_address_, &by_account_, &by_mailbox_, &wrong_tokens_}) {
        window->check_invariants();
    }
}

}  // namespace brusio::session
