#include "bench/load/login.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

#include "bench/load/irc_text.h"

namespace brusio::bench {
namespace {

constexpr std::int64_t turn_ns = 50'000'000;
constexpr std::size_t request_bytes_max = 400;

// Not part of "all": these are for people who log in, leave IRC, add deliveries of their own kind,
// or take the line away that says a JOIN is complete.
constexpr std::array unwanted_caps{"sasl",
                                   "sts",
                                   "tls",
                                   "echo-message",
                                   "no-implicit-names",
                                   "draft/no-implicit-names",
                                   "draft/multiline",
                                   "draft/pre-away",
                                   "draft/account-registration",
                                   "brusio/exactly-once"};

bool unwanted(std::string_view cap) {
    if (cap.ends_with("/poison")) return true;  // refused on purpose, to catch who asks for all
    return std::find(unwanted_caps.begin(), unwanted_caps.end(), cap) != unwanted_caps.end();
}

/// Numerics that end a login: every error of registration and of joining, none of the mere hints.
bool refusal(std::string_view command) {
    constexpr std::array fatal{"432", "433", "436", "437", "451", "461",  "462",
                               "463", "464", "465", "403", "405", "471",  "473",
                               "474", "475", "476", "477", "479", "ERROR"};
    return std::find(fatal.begin(), fatal.end(), command) != fatal.end();
}

class Silence : public SwarmEvents {
 public:
    explicit Silence(Swarm& swarm) : swarm_(swarm) {}
    void line_arrived(std::uint32_t link, std::string_view line, std::int64_t) override {
        answer_ping(swarm_, link, line);
    }
    void link_ended(std::uint32_t link, std::string_view why) override {
        throw std::runtime_error("link " + std::to_string(link) + " ended: " + std::string{why});
    }

 private:
    Swarm& swarm_;
};

}  // namespace

std::string nick_of(const LoginPlan& plan, std::uint32_t link) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%05u", link);
    return plan.nick_prefix + digits.data();
}

std::string room_of(const LoginPlan& plan, std::uint32_t link) {
    return plan.rooms == LoginPlan::Rooms::own ? "#" + nick_of(plan, link) : plan.room;
}

bool answer_ping(Swarm& swarm, std::uint32_t link, std::string_view line) {
    const LineParts parts = split_line(line);
    if (parts.command != "PING") return false;
    swarm.say(link, "PONG " + std::string{parts.params} + "\r\n");
    return true;
}

Login::Login(Swarm& swarm, const LoginPlan& plan) : swarm_(swarm), plan_(plan) {}

void Login::start_link() {
    const std::uint32_t link = swarm_.open_link();
    states_.emplace_back().phase = plan_.caps.any() ? Phase::offers : Phase::welcome;
    std::string text = plan_.caps.any() ? "CAP LS 302\r\n" : "";
    text += "NICK " + nick_of(plan_, link) + "\r\nUSER bench 0 * :load\r\n";
    swarm_.say(link, text);
}

void Login::run() {
    swarm_.set_events(*this);
    const std::int64_t deadline = now_ns() + plan_.deadline_ns;
    while (ready_count_ < plan_.links) {
        while (states_.size() < plan_.links && states_.size() - ready_count_ < plan_.window) {
            start_link();
        }
        swarm_.turn(now_ns() + turn_ns);
        if (now_ns() > deadline) {
            throw std::runtime_error("only " + std::to_string(ready_count_) + " of " +
                                     std::to_string(plan_.links) + " links were ready in time");
        }
    }
}

void Login::line_arrived(std::uint32_t link, std::string_view line, std::int64_t) {
    const LineParts parts = split_line(line);
    if (parts.command == "PING") {
        answer_ping(swarm_, link, line);
    } else if (parts.command == "CAP") {
        take_cap(link, parts.params);
    } else if (states_[link].phase != Phase::ready) {
        take_numeric(link, parts.command, line);
    }
}

void Login::take_numeric(std::uint32_t link, std::string_view command, std::string_view line) {
    const Phase phase = states_[link].phase;
    if (refusal(command)) throw std::runtime_error("refused: " + std::string{line});
    if (phase == Phase::welcome && (command == "376" || command == "422")) registered(link);
    if (phase == Phase::names && command == "366") ready(link);
}

void Login::registered(std::uint32_t link) {
    const std::string room = room_of(plan_, link);
    if (room.empty() || link >= plan_.joiners) return ready(link);
    states_[link].phase = Phase::names;
    swarm_.say(link, "JOIN " + room + "\r\n");
}

void Login::ready(std::uint32_t link) {
    states_[link].phase = Phase::ready;
    ++ready_count_;
}

void Login::take_cap(std::uint32_t link, std::string_view params) {
    next_param(params);  // our nick, or *
    const std::string_view verb = next_param(params);
    if (verb == "LS") return take_offers(link, params);
    if (verb == "ACK" || verb == "NAK") take_grant(link, params);
    if (verb == "NAK") throw std::runtime_error("capabilities refused: " + std::string{params});
}

std::vector<std::string> Login::wished(const std::vector<std::string>& offered) const {
    std::vector<std::string> names;
    for (const std::string& cap : offered) {
        const auto& asked = plan_.caps.names;
        const bool named = std::find(asked.begin(), asked.end(), cap) != asked.end();
        if (named || (plan_.caps.all && !unwanted(cap))) names.push_back(cap);
    }
    return names;
}

void Login::take_offers(std::uint32_t link, std::string_view params) {
    const bool more = params.starts_with("* ");
    if (more) params.remove_prefix(2);
    if (params.starts_with(':')) params.remove_prefix(1);
    State& state = states_[link];
    while (!params.empty()) {
        const std::string_view cap = next_param(params);
        if (!cap.empty()) state.offered.emplace_back(cap.substr(0, cap.find('=')));
    }
    if (more) return;
    std::string request;
    state.phase = Phase::grants;
    const auto ask = [&] {
        swarm_.say(link, "CAP REQ :" + request + "\r\n");
        ++state.requests_open;
        request.clear();
    };
    for (const std::string& cap : wished(state.offered)) {
        if (request.size() + cap.size() > request_bytes_max) ask();
        request += request.empty() ? cap : " " + cap;
    }
    if (!request.empty()) ask();
    state.offered = {};
    if (state.requests_open > 0) return;
    state.phase = Phase::welcome;
    swarm_.say(link, "CAP END\r\n");
}

void Login::take_grant(std::uint32_t link, std::string_view params) {
    if (params.starts_with(':')) params.remove_prefix(1);
    while (link == 0 && !params.empty()) {
        const std::string_view cap = next_param(params);
        if (!cap.empty()) granted_.emplace_back(cap);
    }
    State& state = states_[link];
    if (state.phase != Phase::grants || --state.requests_open > 0) return;
    state.phase = Phase::welcome;
    swarm_.say(link, "CAP END\r\n");
}

void Login::link_ended(std::uint32_t link, std::string_view why) {
    throw std::runtime_error("link " + std::to_string(link) +
                             " ended while it registered: " + std::string{why});
}

bool Login::granted(std::string_view name) const {
    return std::find(granted_.begin(), granted_.end(), name) != granted_.end();
}

std::string Login::granted_text() const {
    std::string text;
    for (const std::string& cap : granted_) text += text.empty() ? cap : " " + cap;
    return text;
}

void settle(Swarm& swarm, std::int64_t quiet_ns) {
    constexpr std::int64_t patience_ns = 60'000'000'000;
    Silence silence{swarm};
    swarm.set_events(silence);
    const std::int64_t deadline = now_ns() + patience_ns;
    std::uint64_t seen = swarm.bytes_read();
    std::int64_t quiet_since = now_ns();
    while (now_ns() - quiet_since < quiet_ns) {
        swarm.turn(quiet_since + quiet_ns);
        if (swarm.bytes_read() != seen) quiet_since = now_ns();
        seen = swarm.bytes_read();
        if (now_ns() > deadline) throw std::runtime_error("the server never falls silent");
    }
}

}  // namespace brusio::bench
