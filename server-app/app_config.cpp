#include "server-app/app_config.h"

#include <charconv>

namespace brusio::server {

namespace {

constexpr std::uint16_t irc_port = 6667;
constexpr std::uint16_t plain_port = 53000;

Err<std::string> not_a_url(std::string_view text, std::string_view why) {
    return Err{"'" + std::string{text} + "' is no place to listen: " + std::string{why}};
}

}  // namespace

Result<ListenUrl, std::string> ListenUrl::parse(std::string_view text) {
    constexpr std::string_view irc = "irc://";
    constexpr std::string_view plain = "plain://";
    ListenUrl url;
    std::string_view rest = text;
    if (rest.starts_with(irc)) {
        rest.remove_prefix(irc.size());
        url.port = irc_port;
    } else if (rest.starts_with(plain)) {
        rest.remove_prefix(plain.size());
        url.kind = LinkKind::plain;
        url.port = plain_port;
    } else {
        return not_a_url(text, "it begins with irc:// or plain://");
    }
    const bool bracketed = rest.starts_with('[');
    const std::size_t host_end = bracketed ? rest.find(']') : rest.rfind(':');
    if (bracketed && host_end == rest.npos) return not_a_url(text, "the ] is missing");
    url.host = rest.substr(bracketed ? 1 : 0, host_end - (bracketed ? 1 : 0));
    rest.remove_prefix(std::min(rest.size(), bracketed ? host_end + 1 : host_end));
    if (url.host.empty()) return not_a_url(text, "the host is missing");
    if (!bracketed && url.host.find(':') != std::string::npos) {
        return not_a_url(text, "an IPv6 address stands in brackets, as in irc://[::1]:6667");
    }
    if (rest.empty()) return url;
    const char* const end = rest.data() + rest.size();
    const auto [stop, error] = std::from_chars(rest.data() + 1, end, url.port);
    if (rest.front() != ':' || rest.size() == 1 || error != std::errc{} || stop != end) {
        return not_a_url(text, "after the host comes a colon and a port from 0 to 65535");
    }
    return url;
}

std::string ListenUrl::text() const {
    const bool is_ipv6 = host.find(':') != std::string::npos;
    return std::string{kind == LinkKind::irc ? "irc://" : "plain://"} +
           (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace brusio::server
