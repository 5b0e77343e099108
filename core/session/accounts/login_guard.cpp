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

bool LoginGuard::is_known(const LoginTry& login) const {
    const auto found = known_.find(login.name);
    if (found == known_.end()) return false;
    const std::vector<std::string>& all = found->second;
    return std::find(all.begin(), all.end(), login.address) != all.end();
}

LoginGuard::Verdict LoginGuard::begin(const LoginTry& login, const Limits& limits, MonoTime now) {
    BRUSIO_ASSERT(!login.address.empty());
    const bool too_many_here =
        by_address_.count(login.address, now, limits.login_tries_per_address_window) >=
        limits.login_tries_per_address_max;
    const bool too_many_tries =
        by_name_.count(login.name.text, now, limits.login_tries_per_account_window) >=
        limits.login_tries_per_account_max;
    if (too_many_here || (too_many_tries && !is_known(login))) return Verdict::too_many;
    by_address_.note(login.address, now);
    if (!is_known(login)) by_name_.note(login.name.text, now);
    return Verdict::go_on;
}

void LoginGuard::succeeded(const LoginTry& login) {
    not_tried(login);
    if (is_known(login)) return;
    std::vector<std::string>& all = known_[login.name];
    if (all.size() >= known_addresses_max) all.erase(all.begin());
    all.push_back(login.address);
}

void LoginGuard::not_tried(const LoginTry& login) {
    by_address_.forgive(login.address);
    if (!is_known(login)) by_name_.forgive(login.name.text);
}

LoginGuard::Verdict LoginGuard::begin_registration(const std::string& address, const Limits& limits,
                                                   MonoTime now) {
    const Duration window = limits.registrations_per_address_window;
    if (registrations_.count(address, now, window) >= limits.registrations_per_address_max) {
        return Verdict::too_many;
    }
    registrations_.note(address, now);
    return Verdict::go_on;
}

void LoginGuard::check_invariants() const {
    by_address_.check_invariants();
    by_name_.check_invariants();
    registrations_.check_invariants();
    for (const auto& [name, addresses] : known_) {
        BRUSIO_ASSERT(!addresses.empty() && addresses.size() <= known_addresses_max);
    }
}

}  // namespace brusio::session
