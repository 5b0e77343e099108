// WHOIS, and who turns out to be away.

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/client/inbound.h"

namespace brusio::client {
namespace {

constexpr std::size_t whois_open_max = 16;

WhoisAnswer* find_whois(Inbound& in) {
    auto& open = in.brain.link.answers.whois;
    const auto found = open.find(in.brain.fold(in.param(1)));
    return found == open.end() ? nullptr : &found->second;
}

std::int64_t seconds_of(std::string_view text) {
    constexpr std::int64_t seconds_max = 253402300799;  // the year 9999
    std::int64_t seconds = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return parsed.ec == std::errc{} && seconds > 0 && seconds <= seconds_max ? seconds : 0;
}

// 311: "<me> <nick> <user> <host> * :<real name>".
void receive_whois_user(Inbound& in) {
    auto& open = in.brain.link.answers.whois;
    if (open.size() >= whois_open_max) open.clear();
    WhoisAnswer answer;
    answer.nick = in.text(1);
    answer.mask = in.text(2) + "@" + in.text(3);
    answer.realname = in.text(5);
    open.insert_or_assign(in.brain.fold(in.param(1)), std::move(answer));
}

// 312 comes after 311, or after 314 of WHOWAS.
void receive_whois_server(Inbound& in) {
    WhoisAnswer* answer = find_whois(in);
    if (answer == nullptr) return hand_on(in);
    answer->server = in.text(2);
}

// 317: "<me> <nick> <seconds idle> <seconds since 1970> :...".
void receive_whois_idle(Inbound& in) {
    WhoisAnswer* answer = find_whois(in);
    if (answer == nullptr) return;
    constexpr std::int64_t century = std::int64_t{100} * 366 * 24 * 3600;
    answer->idle = std::chrono::seconds{std::min(seconds_of(in.param(2)), century)};
    answer->signed_on = WallTime{seconds_of(in.param(3)) * 1000};
}

void receive_whois_rooms(Inbound& in) {
    WhoisAnswer* answer = find_whois(in);
    if (answer == nullptr) return;
    if (answer->rooms.size() >= in.brain.config.limits.gathered_text_bytes_max) return;
    if (!answer->rooms.empty()) answer->rooms += ' ';
    answer->rooms += in.text(2);
}

void receive_whois_account(Inbound& in) {
    if (WhoisAnswer* answer = find_whois(in)) answer->account = in.text(2);
}

void receive_whois_note(Inbound& in) {
    WhoisAnswer* answer = find_whois(in);
    if (answer == nullptr) return;
    if (answer->notes.size() >= in.brain.config.limits.gathered_text_bytes_max) return;
    if (!answer->notes.empty()) answer->notes += '\n';
    answer->notes += in.words();
}

void receive_whois_end(Inbound& in) {
    in.brain.link.answers.whois_asked.erase(in.brain.fold(in.param(1)));
    auto node = in.brain.link.answers.whois.extract(in.brain.fold(in.param(1)));
    if (!node.empty()) in.brain.tell(std::move(node.mapped()));
}

// 301 comes inside a WHOIS, or in answer to a private message.
void receive_away_text(Inbound& in) {
    if (WhoisAnswer* answer = find_whois(in)) {
        answer->away = in.text(2);
    } else {
        in.brain.tell(PeerAway{in.text(1), in.text(2)});
    }
}

constexpr auto query_handler_table = std::to_array<InboundHandler>({
    {"301", 3, receive_away_text},
    {"311", 6, receive_whois_user},
    {"312", 3, receive_whois_server},
    {"313", 3, receive_whois_note},
    {"317", 4, receive_whois_idle},
    {"318", 2, receive_whois_end},
    {"319", 3, receive_whois_rooms},
    {"320", 3, receive_whois_note},
    {"330", 3, receive_whois_account},
    {"335", 3, receive_whois_note},
    {"338", 3, receive_whois_note},
    {"378", 3, receive_whois_note},
    {"379", 3, receive_whois_note},
    {"671", 3, receive_whois_note},
});

}  // namespace

std::span<const InboundHandler> query_handlers() { return query_handler_table; }

}  // namespace brusio::client
