#include "core/session/accounts/login_guard.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

/// The groups of one half of an IPv6 address, each without leading zeros.
std::vector<std::string> groups_of(std::string_view text) {
    std::vector<std::string> groups;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        std::string_view group = text.substr(0, colon);
        text = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
        while (group.size() > 1 && group.front() == '0') group.remove_prefix(1);
        groups.emplace_back(group);
    }
    return groups;
}

constexpr std::size_t known_addresses_max = 8;  // of one name, the newest
constexpr Duration first_pause = std::chrono::seconds{1};

/// What the counts go by. Addresses hold no space.
std::string name_key(const LoginTry& login) {
    switch (login.kind) {
        case TryKind::account:
            return "account " + login.name.text;
        case TryKind::server_operator:
            return "operator " + login.name.text;
        case TryKind::gateway:
            return "gateway " + login.name.text;
        case TryKind::server:
            break;
    }
    return "server";
}

/// All who come to the server, or through a gateway, give the same password: nobody is refused for
/// what others gave.
bool is_trusted(const LoginTry& login) {
    return login.known || login.kind == TryKind::server || login.kind == TryKind::gateway;
}

/// The names that an address fails at are counted by this beginning of their pairs.
std::string address_key(const LoginTry& login) { return "from " + login.address + ' '; }

std::string pair_key(const LoginTry& login) {
    if (is_trusted(login)) return "known " + login.address + ' ' + name_key(login);
    return address_key(login) + name_key(login);
}

/// By what the window of names counts.
std::string long_key(const LoginTry& login) {
    return is_trusted(login) ? pair_key(login) : name_key(login);
}

/// What may be wrong or under way at a time, and how long to wait for the next when it is too much.
struct Pace {
    std::size_t max = 0;
    Duration window{0};
    Duration pause_max{0};
};

Pace pace_of_address(const Limits& limits) {
    const Duration share = limits.login_tries_per_address_window /
                           static_cast<std::int64_t>(limits.login_tries_per_address_max);
    // Who waits gets a turn before it has waited too long.
    return {limits.login_tries_per_address_max, limits.login_tries_per_address_window,
            std::min(share, limits.login_wait_max / 3)};
}

Pace pace_of_name(const Limits& limits) {
    return {limits.login_tries_per_account_max, limits.login_tries_per_account_window,
            limits.login_wait_max / 3};
}

/// One more than a second, two, four...
Duration pause_after(std::size_t excess, Duration most) {
    Duration pause = first_pause;
    for (std::size_t i = 0; i < excess && pause < most; ++i) pause *= 2;
    return std::min(pause, most);
}

LoginGuard::Verdict paced(TryWindow::Count wrong, std::size_t under_way, const Pace& pace,
                          MonoTime now) {
    using Turn = LoginGuard::Turn;
    if (wrong.count + under_way < pace.max) return {Turn::now};
    if (under_way > 0) return {Turn::later};
    const MonoTime at = wrong.newest + pause_after(wrong.count - pace.max, pace.pause_max);
    if (now >= at) return {Turn::now};
    return {Turn::later, at};
}

std::size_t count_in(const std::map<std::string, std::size_t, std::less<>>& counts,
                     const std::string& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

}  // namespace

std::string address_group(std::string_view address) {
    constexpr std::size_t all_groups = 8;
    constexpr std::size_t prefix_groups = 4;
    if (address.find(':') == std::string_view::npos) return std::string{address};
    const std::size_t gap = address.find("::");
    std::vector<std::string> groups = groups_of(address.substr(0, gap));
    if (gap != std::string_view::npos) {
        const std::size_t behind = groups_of(address.substr(gap + 2)).size();
        while (groups.size() + behind < all_groups && groups.size() < prefix_groups) {
            groups.emplace_back("0");
        }
        for (std::string& group : groups_of(address.substr(gap + 2))) {
            groups.push_back(std::move(group));
        }
    }
    groups.resize(prefix_groups);
    std::string prefix;
    for (const std::string& group : groups) prefix += group + ":";
    return prefix + ":/64";
}

bool note_address(std::vector<std::string>& addresses, const std::string& address) {
    if (std::find(addresses.begin(), addresses.end(), address) != addresses.end()) return false;
    if (addresses.size() >= known_addresses_max) addresses.erase(addresses.begin());
    addresses.push_back(address);
    return true;
}

LoginGuard::Verdict LoginGuard::judge(const LoginTry& login, const Limits& limits, MonoTime now) {
    BRUSIO_ASSERT(!login.address.empty());
    return is_trusted(login) ? judge_known(login, limits, now) : judge_unknown(login, limits, now);
}

LoginGuard::Verdict LoginGuard::judge_known(const LoginTry& login, const Limits& limits,
                                            MonoTime now) {
    const std::string pair = pair_key(login);
    const std::size_t under_way = count_in(under_way_, pair);
    const Pace shortly = pace_of_address(limits);
    const Verdict verdict =
        paced(by_pair_.tries_of(pair, now, shortly.window), under_way, shortly, now);
    // A server's password has no owner who would have to be told from the others.
    if (verdict.turn != Turn::now || login.kind == TryKind::server) return verdict;
    const Pace in_the_long_run = pace_of_name(limits);
    return paced(by_name_.tries_of(pair, now, in_the_long_run.window), under_way, in_the_long_run,
                 now);
}

LoginGuard::Verdict LoginGuard::judge_unknown(const LoginTry& login, const Limits& limits,
                                              MonoTime now) {
    const std::string pair = pair_key(login);
    const Pace shortly = pace_of_address(limits);
    const Pace in_the_long_run = pace_of_name(limits);
    const std::size_t wrong = by_pair_.tries_of(pair, now, shortly.window).count;
    const std::size_t wrong_anywhere =
        by_name_.tries_of(name_key(login), now, in_the_long_run.window).count;
    if (wrong >= shortly.max || wrong_anywhere >= in_the_long_run.max) return {Turn::never};
    if (wrong + count_in(under_way_, pair) >= shortly.max ||
        wrong_anywhere + count_in(under_way_, name_key(login)) >= in_the_long_run.max) {
        return {Turn::later};
    }
    if (wrong > 0) return {Turn::now};  // it is among the names that the address fails at already
    const std::string address = address_key(login);
    return paced(by_pair_.keys_under(address, now, shortly.window), count_in(under_way_, address),
                 shortly, now);
}

void LoginGuard::begin(const LoginTry& login) {
    ++under_way_total_;
    ++under_way_[pair_key(login)];
    if (is_trusted(login)) return;
    ++under_way_[name_key(login)];
    ++under_way_[address_key(login)];
}

void LoginGuard::end(const LoginTry& login, TryEnd end, MonoTime now) {
    const auto leave = [&](const std::string& key) {
        const auto found = under_way_.find(key);
        BRUSIO_ASSERT(found != under_way_.end() && found->second > 0);
        if (--found->second == 0) under_way_.erase(found);
    };
    BRUSIO_ASSERT(under_way_total_ > 0);
    --under_way_total_;
    leave(pair_key(login));
    if (!is_trusted(login)) {
        leave(name_key(login));
        leave(address_key(login));
    }
    if (end == TryEnd::wrong) {
        by_pair_.note(pair_key(login), now);
        // Nobody's name is worn out by those who would not be let in anyway.
        const bool counts = login.kind != TryKind::server &&
                            !(login.hopeless && login.kind == TryKind::server_operator);
        if (counts) by_name_.note(long_key(login), now);
    } else if (end == TryEnd::right && login.kind == TryKind::server_operator) {
        note_address(operators_[login.name], login.address);
    }
}

bool LoginGuard::just_too_many(const LoginTry& login, const Limits& limits, MonoTime now) {
    const Pace shortly = pace_of_address(limits);
    const Pace in_the_long_run = pace_of_name(limits);
    return by_pair_.tries_of(pair_key(login), now, shortly.window).count == shortly.max ||
           by_name_.tries_of(long_key(login), now, in_the_long_run.window).count ==
               in_the_long_run.max;
}

bool LoginGuard::is_known_operator(const std::string& address, const Folded& name) const {
    const auto found = operators_.find(name);
    if (found == operators_.end()) return false;
    const std::vector<std::string>& all = found->second;
    return std::find(all.begin(), all.end(), address) != all.end();
}

bool LoginGuard::begin_registration(const std::string& address, const Limits& limits,
                                    MonoTime now) {
    const Duration window = limits.registrations_per_address_window;
    if (registrations_.tries_of(address, now, window).count >=
        limits.registrations_per_address_max) {
        return false;
    }
    registrations_.note(address, now);
    return true;
}

void LoginGuard::check_invariants() const {
    by_pair_.check_invariants();
    by_name_.check_invariants();
    registrations_.check_invariants();
    for (const auto& [key, count] : under_way_) {
        BRUSIO_ASSERT(count > 0 && count <= under_way_total_);
    }
    for (const auto& [name, addresses] : operators_) {
        BRUSIO_ASSERT(!addresses.empty() && addresses.size() <= known_addresses_max);
    }
}

}  // namespace brusio::session
