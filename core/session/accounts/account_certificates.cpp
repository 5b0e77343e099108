#include "core/session/accounts/account_certificates.h"

#include <string>

#include "core/base/assert.h"
#include "core/session/accounts/account_command.h"
#include "core/session/accounts/login.h"
#include "core/wire/case_mapping.h"

namespace brusio::session {

namespace {

constexpr std::size_t certificates_max = 16;  // of one account

Outcome add(CommandContext& context, AccountRecord& account) {
    const std::string& fingerprint = context.session.info.certificate_fingerprint;
    if (fingerprint.empty()) {
        return account_refused("NO_CERTIFICATE",
                               "Connect with the client certificate that you want added");
    }
    if (account.fingerprints.size() >= certificates_max) {
        return account_refused("TOO_MANY_CERTIFICATES", "Remove a certificate first");
    }
    if (!context.state().accounts.add_fingerprint(account, fingerprint)) {
        return account_refused("CERTIFICATE_IN_USE",
                               "This certificate belongs to an account already");
    }
    save_account(context.stage, account);
    context.replies().reply(Reply::note("ACCOUNT", "CERTIFICATE_ADDED", {fingerprint},
                                        fingerprint + " logs you in from now on"));
    return done;
}

Outcome remove(CommandContext& context, AccountRecord& account) {
    const Folded fingerprint = wire::fold(context.param(2));
    if (fingerprint.empty()) return Reply::need_more_params("ACCOUNT");
    if (!context.state().accounts.remove_fingerprint(account, fingerprint.text)) {
        return account_refused("NO_SUCH_CERTIFICATE", "Your account has no such certificate");
    }
    save_account(context.stage, account);
    context.replies().reply(Reply::note("ACCOUNT", "CERTIFICATE_REMOVED", {fingerprint.text},
                                        fingerprint.text + " logs nobody in any more"));
    return done;
}

Outcome list(CommandContext& context, const AccountRecord& account) {
    const std::string& shown = context.session.info.certificate_fingerprint;
    for (const std::string& fingerprint : account.fingerprints) {
        const bool own = fingerprint == shown;
        context.replies().reply(
            Reply::note("ACCOUNT", "CERTIFICATE", {fingerprint, own ? "*" : "-"},
                        "Certificate " + fingerprint + (own ? ", which this session shows" : "")));
    }
    const std::string count = std::to_string(account.fingerprints.size());
    context.replies().reply(Reply::note("ACCOUNT", "CERTIFICATES", {count},
                                        count + " certificates log into your account"));
    return done;
}

}  // namespace

Outcome account_certificates(CommandContext& context, AccountRecord& account) {
    BRUSIO_ASSERT(context.state().accounts.find(account.id) == &account);
    const std::string_view action = context.param(1);
    if (wire::names_equal(action, "LIST")) return list(context, account);
    if (!may_change_accounts(context.stage)) {
        return account_refused("TEMPORARILY_UNAVAILABLE",
                               "Accounts cannot be stored at the moment");
    }
    if (wire::names_equal(action, "ADD")) return add(context, account);
    if (wire::names_equal(action, "DEL")) return remove(context, account);
    return account_refused("UNKNOWN_SUBCOMMAND", "ACCOUNT CERT knows ADD, DEL and LIST");
}

}  // namespace brusio::session
