#include "core/client/login.h"

#include <utility>

#include "core/base/assert.h"
#include "core/client/account_making.h"
#include "core/client/connection.h"
#include "core/client/login_scram.h"
#include "core/client/sasl_lines.h"
#include "core/wire/base64.h"

namespace brusio::client {
namespace {

using wire::Capability;

// We do not get in with this account; only the user can change that.
void give_up(Brain& brain, ErrorKind kind, Now now) {
    ClientError error{kind, brain.config.account.name, {}, {}};
    brain.link.fatal = error;
    drop_link(brain, std::move(error), now);
}

void end_talk(Brain& brain) {
    if (brain.link.capabilities.may_end()) brain.send(brain.link.capabilities.end());
}

// False if it cannot be asked for here.
bool begin_making(Brain& brain) {
    const CapabilityNegotiation& capabilities = brain.link.capabilities;
    if (!capabilities.offers(Capability::account_registration)) return false;
    if (capabilities.value_has(Capability::account_registration, "before-connect")) {
        send_register(brain, brain.config.account);
    } else {
        end_talk(brain);
    }
    return true;
}

bool begin_login(Brain& brain) {
    const CapabilityNegotiation& capabilities = brain.link.capabilities;
    if (!capabilities.has(Capability::sasl)) return false;
    const bool scram = can_scram(brain);
    if (!scram && !capabilities.value_has(Capability::sasl, "PLAIN")) return false;
    BRUSIO_ASSERT(brain.link.privacy == LinkPrivacy::sealed);
    brain.link.login.step = LoginStep::mechanism_asked;
    brain.link.login.mechanism = scram ? LoginMechanism::scram : LoginMechanism::plain;
    brain.send(scram ? "AUTHENTICATE SCRAM-SHA-256" : "AUTHENTICATE PLAIN");
    return true;
}

// The server waits for us, or we for it.
bool is_under_way(LoginStep step) { return step != LoginStep::none && step != LoginStep::done; }

std::string plain_response(const AccountAccess& account) {
    std::string response(1, '\0');  // RFC 4616 section 2: authzid NUL authcid NUL password
    return response + account.name + '\0' + account.password.reveal();
}

// A server that lets us in without having shown that it knows the account is not the one we want.
void refuse_unproved(Brain& brain, Now now) {
    ClientError error{ErrorKind::login_refused,
                      brain.config.account.name,
                      {},
                      "The server did not prove that it knows this account"};
    brain.link.fatal = error;
    drop_link(brain, std::move(error), now);
}

void send_response(Brain& brain) {
    LoginTalk& login = brain.link.login;
    BRUSIO_ASSERT(login.step == LoginStep::mechanism_asked);
    login.step = LoginStep::response_sent;
    send_authenticate(brain, login.mechanism == LoginMechanism::scram
                                 ? begin_scram(brain)
                                 : plain_response(brain.config.account));
}

ErrorKind kind_of_refusal(std::string_view code) {
    if (code == "ACCOUNT_EXISTS") return ErrorKind::account_exists;
    if (code == "WEAK_PASSWORD" || code == "UNACCEPTABLE_PASSWORD") {
        return ErrorKind::account_password_poor;
    }
    if (code == "VERIFICATION_REQUIRED") return ErrorKind::account_needs_code;
    return ErrorKind::account_not_made;
}

}  // namespace

wire::CapabilitySet capabilities_for(const AccountAccess& account) {
    if (account.name.empty()) return {};
    const Capability way =
        account.entry == AccountEntry::log_in ? Capability::sasl : Capability::account_registration;
    return {way, Capability::exactly_once, Capability::message_redaction, Capability::read_marker};
}

bool may_begin(Brain& brain, Now now) {
    BRUSIO_ASSERT(brain.phase == Phase::registering);
    if (!wants_account(brain) || brain.link.privacy == LinkPrivacy::sealed) return true;
    give_up(brain, ErrorKind::login_needs_privacy, now);
    return false;
}

void end_capabilities_or_log_in(Brain& brain, Now now) {
    LoginTalk& login = brain.link.login;
    if (!brain.link.capabilities.may_end()) return;
    if (login.making || is_under_way(login.step)) return;
    if (!wants_account(brain) || login.step == LoginStep::done) {
        end_talk(brain);
    } else if (wants_new_account(brain) && brain.link.fatal) {
        drop_link(brain, *brain.link.fatal, now);  // the nick is not to be had: nor its account
    } else if (!(wants_new_account(brain) ? begin_making(brain) : begin_login(brain))) {
        give_up(brain, ErrorKind::login_not_offered, now);
    }
}

void check_welcome(Brain& brain, Now now) {
    BRUSIO_ASSERT(brain.link.welcomed);
    if (!wants_account(brain)) return;
    const bool possible = wants_new_account(brain)
                              ? brain.link.capabilities.offers(Capability::account_registration)
                              : brain.link.login.step == LoginStep::done;
    if (!possible) give_up(brain, ErrorKind::login_not_offered, now);
}

void receive_challenge(Brain& brain, std::string_view piece, Now now) {
    LoginTalk& login = brain.link.login;
    if (!is_under_way(login.step)) return;
    if (login.step == LoginStep::mechanism_asked) {
        if (piece == "+") send_response(brain);
        return;
    }
    if (login.mechanism != LoginMechanism::scram) return;
    constexpr std::size_t challenge_bytes_max = 4'000;
    if (piece != "+") login.gathered += piece;
    const bool is_last = piece.size() < sasl_piece_bytes;
    if (!is_last && login.gathered.size() <= challenge_bytes_max) return;
    const auto challenge = wire::decode_base64(std::exchange(login.gathered, {}));
    if (!challenge || !go_on_with_scram(brain, *challenge)) refuse_unproved(brain, now);
}

void login_done(Brain& brain, Now now) {
    LoginTalk& login = brain.link.login;
    if (!is_under_way(login.step)) return;
    const bool is_proved =
        login.step == LoginStep::mechanism_asked || login.step == LoginStep::server_proved;
    if (login.mechanism == LoginMechanism::scram && !is_proved) return refuse_unproved(brain, now);
    login.step = LoginStep::done;
    brain.login_worked = true;
    end_talk(brain);
}

void login_failed(Brain& brain, std::string_view code, std::string_view text, Now now) {
    const LoginTalk& login = brain.link.login;
    const bool ours = is_under_way(login.step);
    const ErrorKind kind =
        login.mechanism_refused ? ErrorKind::login_not_offered : ErrorKind::login_refused;
    ClientError error{kind, brain.config.account.name, std::string(code), std::string(text)};
    if (!ours) {
        brain.raise(std::move(error));
        return;
    }
    // A password that worked a while ago is most likely right: the server is busy with everybody
    // who comes back. Not for ever, as it may have been changed elsewhere.
    const bool may_pass =
        brain.login_worked && brain.login_refusals < brain.config.limits.login_refusals_max;
    ++brain.login_refusals;
    if (!may_pass) brain.link.fatal = error;
    drop_link(brain, std::move(error), now);
}

void account_made(Brain& brain, std::string_view account) {
    LoginTalk& login = brain.link.login;
    if (!login.making) return;
    AccountAccess made = std::move(*login.making);
    login.making.reset();
    login.step = LoginStep::done;
    if (!account.empty()) made.name = account;
    made.entry = AccountEntry::log_in;
    made.email.clear();
    brain.config.account = std::move(made);
    brain.login_worked = true;
    brain.set_account(brain.config.account.name);
    brain.tell(AccountMade{brain.config.account.name});
    end_talk(brain);
}

bool account_refused(Brain& brain, const StandardReply& reply, Now now) {
    LoginTalk& login = brain.link.login;
    if (!login.making) return false;
    ClientError error{kind_of_refusal(reply.code), login.making->name, reply.code, reply.text};
    login.making.reset();
    if (reply.code == "COMPLETE_CONNECTION_REQUIRED" && !brain.link.welcomed) {
        end_talk(brain);
        return true;
    }
    brain.tell(AccountNotMade{error});
    if (!wants_new_account(brain)) return true;
    brain.link.fatal = error;
    drop_link(brain, std::move(error), now);
    return true;
}

}  // namespace brusio::client
