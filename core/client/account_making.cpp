#include "core/client/account_making.h"

#include <utility>

#include "core/base/assert.h"
#include "core/base/limits.h"
#include "core/wire/scan.h"

namespace brusio::client {
namespace {

using wire::Capability;

bool can_be_sent(const std::string& password) {
    return !password.empty() && wire::find_forbidden(password) == std::string_view::npos;
}

std::string register_line(const AccountAccess& account) {
    const std::string_view email = account.email.empty() ? "*" : std::string_view{account.email};
    std::string line = "REGISTER " + account.name + " " + std::string(email) + " ";
    if (!is_middle_param(account.password.reveal())) line += ':';
    return line + account.password.reveal();
}

// A name or password that makes no REGISTER line.
std::optional<ClientError> fault_of_register(const AccountAccess& account) {
    constexpr std::size_t crlf_bytes = 2;
    const bool email_fits = account.email.empty() || is_middle_param(account.email);
    if (!is_middle_param(account.name) || !email_fits) {
        return ClientError{ErrorKind::account_not_made, one_line(account.name), {}, {}};
    }
    if (!can_be_sent(account.password.reveal()) ||
        register_line(account).size() > Limits::line_bytes_max - crlf_bytes) {
        return ClientError{ErrorKind::account_password_poor, account.name, {}, {}};
    }
    return std::nullopt;
}

}  // namespace

bool wants_account(const Brain& brain) { return !brain.config.account.name.empty(); }
bool wants_new_account(const Brain& brain) {
    return wants_account(brain) && brain.config.account.entry == AccountEntry::make_first;
}

std::optional<ClientError> fault_of(const AccountAccess& account) {
    if (account.name.empty()) return std::nullopt;
    if (account.entry == AccountEntry::make_first) return fault_of_register(account);
    if (is_middle_param(account.name) && can_be_sent(account.password.reveal())) {
        return std::nullopt;
    }
    return ClientError{ErrorKind::login_refused, one_line(account.name), {}, {}};
}

void send_register(Brain& brain, const AccountAccess& account) {
    BRUSIO_ASSERT(brain.link.privacy == LinkPrivacy::sealed && !brain.link.login.making);
    brain.link.login.making = account;
    brain.send(register_line(account));
}

void make_account_when_online(Brain& brain) {
    BRUSIO_ASSERT(brain.phase == Phase::online);
    // A server may welcome us while it still thinks about it.
    if (!wants_new_account(brain) || brain.link.login.making) return;
    send_register(brain, brain.config.account);
}

void break_off_making(Brain& brain) {
    const auto making = std::exchange(brain.link.login.making, std::nullopt);
    if (making && !wants_new_account(brain)) {
        brain.tell(AccountNotMade{ClientError{ErrorKind::connection_lost, making->name, {}, {}}});
    }
}

void ask_for_account(Brain& brain, std::string_view account, std::string_view email,
                     const Secret& password) {
    AccountAccess wish{std::string(account), password, AccountEntry::make_first,
                       std::string(email)};
    if (wish.name == "*") wish.name = brain.me.nick;
    if (wish.email == "*") wish.email.clear();
    if (auto fault = fault_of_register(wish)) {
        brain.tell(AccountNotMade{std::move(*fault)});
    } else if (brain.phase != Phase::online || brain.link.login.making ||
               !brain.link.capabilities.offers(Capability::account_registration)) {
        brain.tell(AccountNotMade{ClientError{ErrorKind::login_not_offered, wish.name, {}, {}}});
    } else if (brain.link.privacy != LinkPrivacy::sealed) {
        brain.tell(AccountNotMade{ClientError{ErrorKind::login_needs_privacy, wish.name, {}, {}}});
    } else {
        send_register(brain, wish);
    }
}

bool can_make_account(const Brain& brain) {
    return brain.phase == Phase::online && brain.me.account.empty() && !brain.link.login.making &&
           brain.link.privacy == LinkPrivacy::sealed &&
           brain.link.capabilities.offers(Capability::account_registration);
}

}  // namespace brusio::client
