#include "transport/filter/websocket_origin.h"

#include <algorithm>

#include "transport/filter/ascii.h"

namespace brusio::filter {

namespace {

/// The host of "https://chat.example.org:8443" or "http://[::1]"; empty if there is none.
std::string_view host_of(std::string_view origin) {
    std::string_view authority = origin.substr(origin.find("://") + 3);
    if (authority.starts_with('[')) {
        const std::size_t end = authority.find(']');
        return end == std::string_view::npos ? std::string_view{} : authority.substr(1, end - 1);
    }
    return authority.substr(0, authority.find_first_of(":/"));
}

bool is_this_machine(std::string_view host) {
    const bool v4 =
        host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
    return v4 || host == "::1" || equal_ignoring_case(host, "localhost");
}

}  // namespace

bool is_origin(std::string_view origin) {
    const std::size_t scheme_end = origin.find("://");
    if (scheme_end == std::string_view::npos || scheme_end == 0) return false;
    const std::string_view rest = origin.substr(scheme_end + 3);
    return !host_of(origin).empty() && rest.find_first_of("/?#@ \t") == std::string_view::npos;
}

bool origin_allowed(const std::vector<std::string>& allowed, std::string_view origin) {
    if (allowed.empty()) return is_origin(origin) && is_this_machine(host_of(origin));
    return std::any_of(allowed.begin(), allowed.end(), [&](const std::string& one) {
        return one == "*" || equal_ignoring_case(one, origin);
    });
}

}  // namespace brusio::filter
