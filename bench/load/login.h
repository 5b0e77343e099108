#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/load/swarm.h"

namespace brusio::bench {

/// Which capabilities every link asks for (IRCv3 capability-negotiation).
struct CapWish {
    std::vector<std::string> names;
    /// Ask for all that the server offers but those that change what the load counts or need
    /// credentials (see login.cpp).
    bool all = false;

    [[nodiscard]] bool any() const { return all || !names.empty(); }
};

/// How a set of links registers and joins.
struct LoginPlan {
    /// All links in `room`, or each in a room that is called like its nick.
    enum class Rooms : std::uint8_t { shared, own };

    std::uint32_t links = 0;
    std::string nick_prefix = "b";
    std::string room;  // every link joins it; empty: none
    Rooms rooms = Rooms::shared;
    std::uint32_t joiners = UINT32_MAX;  // only the first so many links join
    CapWish caps;
    std::uint32_t window = 64;  // logins under way at a time
    std::int64_t deadline_ns = 120'000'000'000;
};

/// The nick of link `link` under `plan`: the prefix and five digits.
std::string nick_of(const LoginPlan& plan, std::uint32_t link);

/// The room that link `link` joins under `plan`; empty: none.
std::string room_of(const LoginPlan& plan, std::uint32_t link);

/// Opens the links of a swarm, registers them and lets them join. Answers PING on the way.
class Login : public SwarmEvents {
 public:
    Login(Swarm& swarm, const LoginPlan& plan);

    /// Returns when every link is registered (end of the message of the day) and joined (end of
    /// the names). Throws std::runtime_error with the server's own line if it refuses one, or if
    /// the deadline passes.
    void run();

    /// True if the server granted the capability `name` to the links.
    [[nodiscard]] bool granted(std::string_view name) const;
    /// All that was granted, in the server's order, with a space between.
    [[nodiscard]] std::string granted_text() const;

    void line_arrived(std::uint32_t link, std::string_view line, std::int64_t at_ns) override;
    void link_ended(std::uint32_t link, std::string_view why) override;

 private:
    enum class Phase : std::uint8_t { offers, grants, welcome, names, ready };
    struct State {
        Phase phase = Phase::welcome;
        std::uint32_t requests_open = 0;
        std::vector<std::string> offered;
    };

    void start_link();
    void take_cap(std::uint32_t link, std::string_view params);
    void take_offers(std::uint32_t link, std::string_view params);
    void take_grant(std::uint32_t link, std::string_view params);
    void take_numeric(std::uint32_t link, std::string_view command, std::string_view line);
    void registered(std::uint32_t link);
    void ready(std::uint32_t link);
    [[nodiscard]] std::vector<std::string> wished(const std::vector<std::string>& offered) const;

    Swarm& swarm_;
    LoginPlan plan_;
    std::vector<State> states_;
    std::uint32_t ready_count_ = 0;
    std::vector<std::string> granted_;  // as seen by link 0
};

/// Answers a PING; true if `line` was one.
bool answer_ping(Swarm& swarm, std::uint32_t link, std::string_view line);

/// Reads and drops all lines until nothing has come for `quiet_ns`. Throws std::runtime_error if
/// a link ends or it is never quiet.
void settle(Swarm& swarm, std::int64_t quiet_ns);

}  // namespace brusio::bench
