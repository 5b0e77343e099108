#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ports/transport.h"
#include "core/session/server_config.h"
#include "server-app/logger.h"
#include "server-app/mail_config.h"
#include "server-app/tls_config.h"

namespace brusio::server {

/// What stands between the wire and the protocol.
enum class Carrier : std::uint8_t { tcp, tls, websocket, websocket_over_tls };

/// A place to listen, as it is written: irc://127.0.0.1:6667, plain://[::1]:53000 or
/// unix:///run/brusio/irc.
struct ListenUrl {
    LinkKind kind = LinkKind::irc;
    std::string host;        // of a socket of the file system: its path
    std::uint16_t port = 0;  // 0: the kernel chooses
    Carrier carrier = Carrier::tcp;
    bool proxy = false;              // the PROXY protocol comes first, from trusted proxies alone
    bool proxy_tls = false;          // clients come to the trusted proxies over TLS
    bool is_file = false;            // a socket of the file system
    std::uint32_t file_mode = 0660;  // who may connect to that

    /// The error is a sentence that quotes `text`. Without a port: the scheme's own, 6667 for irc,
    /// 6697 for ircs, 8067 for ws, 8097 for wss, 53000 for plain.
    static Result<ListenUrl, std::string> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_websocket() const {
        return carrier == Carrier::websocket || carrier == Carrier::websocket_over_tls;
    }

    bool operator==(const ListenUrl&) const = default;
};

/// The core's defaults, a lobby that stays, and cloaks.
[[nodiscard]] session::ServerConfig default_server();

/// Everything that the person who runs the server can set.
struct AppConfig {
    session::ServerConfig server = default_server();
    std::string motd;       // as it stands in the file; `server.motd` has its lines
    std::string motd_file;  // where to read it instead
    std::vector<ListenUrl> listen = {{LinkKind::irc, "127.0.0.1", 6667},
                                     {LinkKind::plain, "127.0.0.1", 53000}};
    std::size_t loops = 1;
    std::vector<std::string> exempt_addresses = {"127.0.0.0/8", "::1"};
    std::vector<std::string> trusted_proxies;  // addresses and ranges
    TlsConfig tls;
    MailConfig mail;
    std::vector<std::string> auth_program;       // answers for passwords; empty: none
    std::vector<std::string> websocket_origins;  // pages that may dial; see filter::origin_allowed
    LogLevel log_level = LogLevel::info;
    LogFormat log_format = LogFormat::logfmt;
};

/// Whether a listener speaks TLS, so that a certificate must be there.
[[nodiscard]] bool needs_certificate(const AppConfig& config);

}  // namespace brusio::server
