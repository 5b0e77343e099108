#include "server-app/app_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/base/assert.h"

namespace brusio::server {

namespace {

struct Scheme {
    std::string_view name;
    LinkKind kind;
    Carrier carrier;
    std::uint16_t port;
    bool is_file = false;
};
constexpr std::array schemes{
    Scheme{"irc", LinkKind::irc, Carrier::tcp, 6667},
    Scheme{"ircs", LinkKind::irc, Carrier::tls, 6697},
    Scheme{"ws", LinkKind::irc, Carrier::websocket, 8067},
    Scheme{"wss", LinkKind::irc, Carrier::websocket_over_tls, 8097},
    Scheme{"plain", LinkKind::plain, Carrier::tcp, 53000},
    Scheme{"unix", LinkKind::irc, Carrier::tcp, 0, true},
    Scheme{"ws+unix", LinkKind::irc, Carrier::websocket, 0, true},
    Scheme{"plain+unix", LinkKind::plain, Carrier::tcp, 0, true},
};

const Scheme* scheme_named(std::string_view name) {
    const auto* const found = std::find_if(schemes.begin(), schemes.end(),
                                           [&](const Scheme& s) { return s.name == name; });
    return found == schemes.end() ? nullptr : found;
}

/// Of a name or of an address with its zone, as in fe80::1%eth0.
bool may_be_in_host(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"-._:%"}.find(c) != std::string_view::npos;
}

Err<std::string> not_a_url(std::string_view text, std::string_view why) {
    return Err{"'" + std::string{text} + "' is no place to listen: " + std::string{why}};
}

/// `path` is what follows the scheme of `text`.
Result<ListenUrl, std::string> file_place(std::string_view text, std::string_view path,
                                          ListenUrl url) {
    constexpr std::size_t path_bytes_max = 107;  // unix(7)
    const bool is_whole = path.size() > 1 && path.front() == '/' && path.back() != '/';
    const bool is_plain =
        std::all_of(path.begin(), path.end(), [](unsigned char c) { return c > ' ' && c != 127; });
    if (!is_whole || !is_plain || path.size() > path_bytes_max) {
        return not_a_url(text,
                         "the path of a socket begins with a slash, has no blank, and at "
                         "most 107 bytes, as in unix:///run/brusio/irc");
    }
    url.is_file = true;
    url.host = path;
    return url;
}

}  // namespace

session::ServerConfig default_server() {
    session::ServerConfig server;
    server.permanent_rooms = {server.plain_room};
    server.cloaks.enabled = true;
    return server;
}

Result<ListenUrl, std::string> ListenUrl::parse(std::string_view text) {
    const std::size_t scheme_end = std::min(text.find("://"), text.size());
    const Scheme* const scheme = scheme_named(text.substr(0, scheme_end));
    if (scheme == nullptr || scheme_end == text.size()) {
        return not_a_url(text,
                         "it begins with irc://, ircs://, ws://, wss://, plain://, unix://, "
                         "ws+unix:// or plain+unix://");
    }
    ListenUrl url;
    url.kind = scheme->kind;
    url.port = scheme->port;
    url.carrier = scheme->carrier;
    std::string_view rest = text.substr(scheme_end + 3);
    if (scheme->is_file) return file_place(text, rest, std::move(url));
    const bool bracketed = rest.starts_with('[');
    const std::size_t host_end = bracketed ? rest.find(']') : rest.rfind(':');
    if (bracketed && host_end == rest.npos) return not_a_url(text, "the ] is missing");
    url.host = rest.substr(bracketed ? 1 : 0, host_end - (bracketed ? 1 : 0));
    rest.remove_prefix(std::min(rest.size(), bracketed ? host_end + 1 : host_end));
    if (url.host.empty()) return not_a_url(text, "the host is missing");
    if (!std::all_of(url.host.begin(), url.host.end(), may_be_in_host)) {
        return not_a_url(text, "the host has a sign that no name or address of a host has");
    }
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
    const auto scheme = std::find_if(schemes.begin(), schemes.end(), [this](const Scheme& s) {
        return s.kind == kind && s.carrier == carrier && s.is_file == is_file;
    });
    BRUSIO_ASSERT(scheme != schemes.end());
    if (is_file) return std::string{scheme->name} + "://" + host;
    return std::string{scheme->name} + "://" + (is_ipv6 ? "[" + host + "]" : host) + ":" +
           std::to_string(port);
}

bool needs_certificate(const AppConfig& config) {
    return std::any_of(config.listen.begin(), config.listen.end(), [](const ListenUrl& url) {
        return url.carrier == Carrier::tls || url.carrier == Carrier::websocket_over_tls;
    });
}

}  // namespace brusio::server
