#include "server-app/config_sense.h"

#include <algorithm>

#include "core/base/ip_address.h"
#include "core/wire/case_mapping.h"
#include "core/wire/utf8.h"

namespace brusio::server {

namespace {

using MaybeFault = std::optional<ConfigFault>;

MaybeFault fault(std::string_view section, std::string_view key, std::string sentence,
                 std::size_t item = 0) {
    return ConfigFault{std::string{section} + "." + std::string{key} + ": " + std::move(sentence),
                       section, key, item};
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// Two ways to write one address are one host.
std::string host_key(const std::string& host) {
    const auto address = IpAddress::parse(host);
    return address ? address->text() : wire::fold(host).text;
}

bool is_same_place(const ListenUrl& a, const ListenUrl& b) {
    return a.port != 0 && a.port == b.port && host_key(a.host) == host_key(b.host);
}

MaybeFault check_listeners(const AppConfig& config) {
    const std::vector<ListenUrl>& all = config.listen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto same = std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const auto& one) { return is_same_place(one, all[i]); });
        if (same == all.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        return fault("listen", "url",
                     all[i].text() + " is the place of " + same->text() +
                         ": a host and a port can be listened to once",
                     i);
    }
    return std::nullopt;
}

bool is_tls(const ListenUrl& url) { return url.carrier == Carrier::tls; }
/// Clients may come to the proxy before it over TLS.
bool is_behind_proxy(const ListenUrl& url) {
    return url.proxy && url.kind == LinkKind::irc && !url.is_websocket();
}

/// Whoever follows the policy comes with TLS alone, and trusts no certificate that it cannot check.
MaybeFault check_sts(const AppConfig& config) {
    if (config.server.sts_port == 0) return std::nullopt;
    const auto& all = config.listen;
    const bool is_proxied = std::any_of(all.begin(), all.end(), is_behind_proxy);
    if (std::none_of(all.begin(), all.end(), is_tls) && !is_proxied) {
        return fault("tls", "sts_port",
                     "there is no ircs listener to send clients to, so that they could not come in "
                     "any more");
    }
    if (config.tls.certificate.empty() && !is_proxied) {
        return fault("tls", "sts_port",
                     "it needs tls.certificate: clients that are sent there do not take a "
                     "self-signed one");
    }
    return std::nullopt;
}

MaybeFault check_rooms(const AppConfig& config) {
    const session::ServerConfig& server = config.server;
    const std::size_t bytes_max = server.limits.room_name_bytes_max;
    const auto too_long = [&](const std::string& name) {
        return quoted(name) + " is longer than limits.room_name_bytes_max, " +
               std::to_string(bytes_max) + " bytes";
    };
    if (server.plain_room.size() > bytes_max) {
        return fault("plain", "room", too_long(server.plain_room));
    }
    for (const std::string& name : server.permanent_rooms) {
        if (name.size() > bytes_max) return fault("rooms", "permanent", too_long(name));
    }
    for (const std::string& name : server.room_operators) {
        if (name.size() <= server.limits.nick_bytes_max) continue;
        return fault("rooms", "operators",
                     quoted(name) +
                         " is longer than limits.nick_bytes_max, so that there can be "
                         "no such account");
    }
    return std::nullopt;
}

/// How long a line of the message of the day may be for everybody: 372 with the longest nick.
std::size_t motd_line_bytes_max(const AppConfig& config) {
    constexpr std::size_t around = std::string_view{": 372  :- \r\n"}.size();
    return Limits::line_bytes_max - around - config.server.name.size() -
           config.server.limits.nick_bytes_max;
}

bool has_line_break(const std::string& line) {
    return line.find('\r') != std::string::npos || line.find('\0') != std::string::npos;
}

MaybeFault check_motd(const AppConfig& config) {
    const std::string_view key = config.motd_file.empty() ? "motd" : "motd_file";
    const std::size_t bytes_max = motd_line_bytes_max(config);
    for (std::size_t i = 0; i < config.server.motd.size(); ++i) {
        const std::string& line = config.server.motd[i];
        const std::string which = "its line " + std::to_string(i + 1);
        if (!wire::valid_utf8(line)) return fault("server", key, which + " is not UTF-8");
        if (has_line_break(line)) {
            return fault("server", key, which + " holds a NUL or a carriage return");
        }
        if (line.size() > bytes_max) {
            return fault("server", key,
                         which + " has " + std::to_string(line.size()) +
                             " bytes and would be cut: at most " + std::to_string(bytes_max) +
                             " reach everybody");
        }
    }
    return std::nullopt;
}

MaybeFault check_texts(const AppConfig& config) {
    constexpr std::size_t admin_lines = 3;  // Modern IRC, ADMIN message
    if (config.server.admin.size() > admin_lines) {
        return fault("server", "admin",
                     "ADMIN tells three lines, where the server is, who runs it and an address; "
                     "here are " +
                         std::to_string(config.server.admin.size()));
    }
    return check_motd(config);
}

MaybeFault check_passwords(const AppConfig& config) {
    const session::ServerConfig& server = config.server;
    if (server.accounts.password_bytes_min <= server.limits.password_bytes_max) {
        return std::nullopt;
    }
    return fault("accounts", "password_bytes_min",
                 "it is more than limits.password_bytes_max, so that no password would do");
}

/// A mask is held against nick!user@host (core/session/hostmask.h).
MaybeFault check_operator_masks(const AppConfig& config) {
    for (std::size_t i = 0; i < config.server.operators.size(); ++i) {
        const std::string& mask = config.server.operators[i].mask;
        const bool can_match =
            mask.empty() || mask.back() == '*' || mask.find('@') != std::string::npos;
        if (can_match) continue;
        return fault("operator", "mask",
                     quoted(mask) + " can be nobody: it is a mask like \"*!*@192.0.2.7\"", i);
    }
    return std::nullopt;
}

std::string sts_doubt(const AppConfig& config) {
    const std::uint16_t port = config.server.sts_port;
    if (port == 0) {
        if (config.server.sts_duration == Duration{0}) return {};
        return "tls.sts_duration says nothing to anybody while tls.sts_port is 0";
    }
    const bool is_there =
        std::any_of(config.listen.begin(), config.listen.end(), [&](const ListenUrl& url) {
            const bool fits = url.port == port || url.port == 0;
            return is_behind_proxy(url) || (is_tls(url) && fits);
        });
    if (is_there) return {};
    return "tls.sts_port is " + std::to_string(port) +
           ", but no ircs listener is there: clients could not come in any more unless something "
           "leads from that port to one";
}

/// REGISTER would be for those alone who are logged in, which makes it for nobody.
std::string registration_doubt(const session::ServerConfig& server) {
    const bool is_early = server.accounts.before_connect && server.password_hash.empty();
    const bool is_hopeless = server.accounts.required && server.accounts.registration && !is_early;
    if (!is_hopeless) return {};
    return "accounts.registration is of no use: accounts.required lets nobody in without an "
           "account, and none can be made before that (accounts.before_connect = true, without "
           "server.password_hash)";
}

/// Of what an operator of the server sets METADATA may be cut for the longest names.
std::string metadata_doubt(const Limits& limits) {
    constexpr std::size_t around = 32;
    const std::size_t others = limits.nick_bytes_max + limits.user_bytes_max +
                               limits.host_bytes_max + limits.room_name_bytes_max +
                               Limits::metadata_key_bytes_max + around;
    if (others + limits.metadata_value_bytes_max <= Limits::line_bytes_max) return {};
    return "limits.metadata_value_bytes_max is more than a line holds together with the longest "
           "names: at most " +
           std::to_string(Limits::line_bytes_max - others) + " bytes are never cut";
}

}  // namespace

std::optional<ConfigFault> find_fault(const AppConfig& config) {
    constexpr MaybeFault (*checks[])(const AppConfig&) = {
        check_listeners, check_sts, check_rooms, check_texts, check_passwords, check_operator_masks,
    };
    for (const auto check : checks) {
        if (MaybeFault found = check(config)) return found;
    }
    return std::nullopt;
}

std::vector<std::string> doubts_about(const AppConfig& config) {
    std::vector<std::string> doubts{sts_doubt(config), registration_doubt(config.server),
                                    metadata_doubt(config.server.limits)};
    std::erase(doubts, std::string{});
    return doubts;
}

}  // namespace brusio::server
