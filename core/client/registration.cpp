#include "core/client/registration.h"

#include "core/base/assert.h"
#include "core/client/connection.h"
#include "core/client/login.h"

namespace brusio::client {
namespace {

void send_nick(Brain& brain, std::string_view nick) {
    BRUSIO_ASSERT(is_middle_param(nick));
    brain.me.nick = nick;
    brain.send(line_of("NICK", {nick}));
}

// A text of the user that must be one parameter: what does not fit is left out.
std::string as_middle(std::string_view text, std::string_view otherwise) {
    std::string word;
    for (const char c : one_line(text)) {
        if (c != ' ' && !(word.empty() && c == ':')) word += c;
    }
    return word.empty() ? std::string(otherwise) : word;
}

// No alternative is left.
void run_out_of_nicks(Brain& brain, ClientError error, Now now) {
    if (brain.was_online) {
        // Most likely our own ghost of before: it times out while we wait for the next attempt.
        drop_link(brain, std::move(error), now);
        return;
    }
    brain.link.fatal = error;
    brain.raise(std::move(error));
}

}  // namespace

void begin_registration(Brain& brain) {
    const ClientConfig& config = brain.config;
    brain.send(brain.link.capabilities.begin(capabilities_for(config.account)));
    if (!config.password.empty()) brain.send(line_of("PASS", {one_line(config.password)}));
    send_nick(brain, brain.me.wanted);
    const std::string realname = one_line(config.realname);
    brain.send(line_of("USER", {as_middle(config.username, as_middle(config.nick, "user")), "0",
                                "*", realname.empty() ? config.nick : realname}));
}

void nick_refused(Brain& brain, ErrorKind why, std::string_view code, std::string_view text,
                  Now now) {
    const bool registered = brain.link.welcomed;
    const std::string refused = registered ? brain.me.asked : brain.me.nick;
    ClientError error{why, refused, std::string(code), std::string(text)};
    if (registered) {
        if (brain.me.asked.empty()) return;  // the answer to taking our nick back: it is not free
        brain.me.asked.clear();
        brain.raise(std::move(error));
        return;
    }
    const auto& alternatives = brain.config.nick_alternatives;
    while (brain.link.nick_tries < alternatives.size()) {
        const std::string& next = alternatives[brain.link.nick_tries++];
        if (!is_middle_param(next)) continue;
        send_nick(brain, next);
        return;
    }
    run_out_of_nicks(brain, std::move(error), now);
}

void ask_for_nick(Brain& brain, std::string_view nick, Now now) {
    if (!is_middle_param(nick)) {
        brain.raise(ClientError{ErrorKind::nick_invalid, one_line(nick), {}, {}});
        return;
    }
    if (brain.link.welcomed) {
        brain.me.asked = nick;
        brain.send(line_of("NICK", {nick}));
        return;
    }
    brain.me.wanted = nick;
    if (brain.phase == Phase::registering) {
        brain.link.fatal.reset();
        brain.link.deadline = now.mono + brain.config.limits.registration_deadline;
        send_nick(brain, nick);
    } else {
        brain.me.nick = nick;
    }
}

void nick_freed(Brain& brain, std::string_view nick) {
    if (brain.phase != Phase::online || brain.is_me(brain.me.wanted)) return;
    if (brain.fold(nick) != brain.fold(brain.me.wanted)) return;
    brain.send(line_of("NICK", {brain.me.wanted}));
}

}  // namespace brusio::client
