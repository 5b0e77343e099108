#pragma once

#include <stop_token>
#include <string>

#include "core/base/time.h"

namespace brusio::server {

/// Where mails are handed over (RFC 5321, RFC 8314).
struct SmtpRelay {
    std::string url;          // smtp:// or smtps://, a host, and a port unless it is 25 or 465
    std::string client_name;  // as whom we say EHLO: a host name
    std::string user;         // empty: nobody
    std::string password;
    std::string ca_file;  // PEM: whom alone to trust; empty: whom the system trusts
};

struct SmtpMail {
    std::string from;  // valid addresses
    std::string to;
    std::string text;  // RFC 5322, lines end with CR LF
};

/// True if `url` is one that a relay may have.
[[nodiscard]] bool valid_relay_url(const std::string& url);

/// Hands a mail over; gives what went wrong, in a sentence, or nothing. A relay on this machine is
/// spoken to in the clear; any other one over TLS if it offers that (STARTTLS), and never in the
/// clear if there is a password. One with a `ca_file` never is, wherever it is. Its certificate
/// must be sound. Blocks for `time_max` at most, and ends soon after a stop is asked for. Any
/// thread.
[[nodiscard]] std::string send_by_smtp(const SmtpRelay& relay, const SmtpMail& mail,
                                       Duration time_max, const std::stop_token& stop);

}  // namespace brusio::server
