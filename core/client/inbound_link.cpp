// What the server says about the connection itself.

#include <array>

#include "core/client/connection.h"
#include "core/client/inbound.h"
#include "core/client/login.h"
#include "core/client/registration.h"

namespace brusio::client {
namespace {

void receive_ping(Inbound& in) { in.brain.send(line_of("PONG", {in.param(0)})); }

void receive_pong(Inbound&) {}

void receive_error(Inbound& in) { in.brain.link.closing_text = in.text(0); }

void receive_cap(Inbound& in) {
    Brain& brain = in.brain;
    for (const std::string& line : brain.link.capabilities.handle(in.line.params().subspan(1))) {
        brain.send(line);
    }
    brain.capability_names = brain.link.capabilities.names();
    if (brain.phase == Phase::registering) end_capabilities_or_log_in(brain, in.now);
}

// 001: the nick in front is the one we got, which may be shorter than the one asked for.
void receive_welcome(Inbound& in) {
    Brain& brain = in.brain;
    if (brain.phase != Phase::registering || brain.link.welcomed) return;
    brain.link.welcomed = true;
    brain.link.fatal.reset();
    brain.link.capabilities.registered();
    brain.isupport = Isupport{};  // until now the one of the last connection was the best guess
    brain.link.deadline = in.now.mono + brain.config.limits.welcome_deadline;
    if (is_middle_param(in.param(0))) brain.me.nick = in.param(0);
    brain.tell(ServerNotice{ServerText::welcome, std::string(in.line.source), in.words()});
    check_welcome(brain, in.now);
}

void receive_welcome_text(Inbound& in) {
    in.brain.tell(ServerNotice{ServerText::welcome, std::string(in.line.source), in.words()});
}

void receive_isupport(Inbound& in) {
    Brain& brain = in.brain;
    const std::size_t last = in.line.params_count - 1;  // "are supported by this server"
    for (std::size_t i = 1; i < last; ++i) {
        if (brain.isupport.all().size() < brain.config.limits.isupport_tokens_max) {
            brain.isupport.apply(in.param(i));
        }
    }
    brain.adopt_case_mapping();
}

void receive_motd_line(Inbound& in) {
    in.brain.tell(ServerNotice{ServerText::motd, std::string(in.line.source), in.words()});
}

void receive_wallops(Inbound& in) {
    const std::string from = in.nick().empty() ? in.utf8(in.line.source) : in.utf8(in.nick());
    in.brain.tell(ServerNotice{ServerText::wallops, from, in.words()});
}

// 376 or 422: the welcome is complete.
void receive_motd_end(Inbound& in) {
    if (in.brain.phase != Phase::registering || !in.brain.link.welcomed) return;
    go_online(in.brain, in.now);
}

void receive_nothing(Inbound&) {}

constexpr auto link_handler_table = std::to_array<InboundHandler>({
    {"PING", 1, receive_ping},        {"PONG", 0, receive_pong},
    {"ERROR", 1, receive_error},      {"CAP", 3, receive_cap},
    {"ACK", 0, receive_nothing},  // its label says all
    {"001", 1, receive_welcome},      {"002", 2, receive_welcome_text},
    {"003", 2, receive_welcome_text}, {"004", 0, receive_nothing},  // 005 tells the same better
    {"005", 2, receive_isupport},     {"372", 2, receive_motd_line},
    {"375", 0, receive_nothing},      {"376", 0, receive_motd_end},
    {"422", 0, receive_motd_end},     {"221", 0, hand_on},
    {"265", 0, receive_nothing},      {"266", 0, receive_nothing},
    {"WALLOPS", 1, receive_wallops},  {"396", 0, receive_nothing},
    {"451", 0, receive_nothing},  // an old server's answer to CAP
});

}  // namespace

std::span<const InboundHandler> link_handlers() { return link_handler_table; }

}  // namespace brusio::client
