// What the server says about accounts: IRCv3 sasl-3.1 and draft/account-registration.

#include <array>

#include "core/client/inbound.h"
#include "core/client/login.h"

namespace brusio::client {
namespace {

void receive_authenticate(Inbound& in) { receive_challenge(in.brain, in.param(0), in.now); }

// 900 nick mask account :text
void receive_logged_in(Inbound& in) { in.brain.set_account(in.text(2)); }

void receive_logged_out(Inbound& in) { in.brain.set_account({}); }

void receive_login_done(Inbound& in) { login_done(in.brain, in.now); }

void receive_login_failed(Inbound& in) {
    login_failed(in.brain, in.line.command, in.words(), in.now);
}

// 908 nick PLAIN,OTHER :text; what was refused comes next.
void receive_mechanisms(Inbound& in) { in.brain.link.login.mechanism_refused = true; }

// REGISTER SUCCESS|VERIFICATION_REQUIRED account :text
void receive_register(Inbound& in) {
    if (in.param(0) == "SUCCESS") {
        account_made(in.brain, in.text(1));
    } else {
        account_refused(in.brain,
                        StandardReply{ReplySeverity::note, "REGISTER", in.text(0), {}, in.words()},
                        in.now);
    }
}

constexpr auto login_handler_table = std::to_array<InboundHandler>({
    {"AUTHENTICATE", 1, receive_authenticate},
    {"900", 3, receive_logged_in},
    {"901", 1, receive_logged_out},
    {"902", 1, receive_login_failed},
    {"903", 1, receive_login_done},
    {"904", 1, receive_login_failed},
    {"905", 1, receive_login_failed},
    {"906", 1, receive_login_failed},
    {"907", 1, receive_login_done},
    {"908", 2, receive_mechanisms},
    {"REGISTER", 2, receive_register},
});

}  // namespace

std::span<const InboundHandler> login_handlers() { return login_handler_table; }

}  // namespace brusio::client
