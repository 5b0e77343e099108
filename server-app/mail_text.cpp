#include "server-app/mail_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "core/base/assert.h"
#include "core/wire/email_address.h"

namespace brusio::server {

namespace {

bool is_header_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

/// RFC 5322 section 3.3.
std::string date_text(WallTime time) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = time.unix_ms / 1'000;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d +0000",
                  days[static_cast<std::size_t>(parts.tm_wday)], parts.tm_mday,
                  months[static_cast<std::size_t>(parts.tm_mon)], parts.tm_year + 1900,
                  parts.tm_hour, parts.tm_min, parts.tm_sec);
    return text.data();
}

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

}  // namespace

std::string mail_text(const Mail& mail, const MailStamp& stamp, LineEnds ends) {
    BRUSIO_ASSERT(wire::valid_email_address(mail.to) && wire::valid_email_address(stamp.from));
    BRUSIO_ASSERT(is_header_text(mail.subject) && is_header_text(stamp.id + stamp.host));
    BRUSIO_ASSERT(mail.text.find('\r') == std::string::npos);
    const std::string text = "From: <" + stamp.from + ">\nTo: <" + mail.to +
                             ">\nSubject: " + mail.subject + "\nDate: " + date_text(stamp.time) +
                             "\nMessage-ID: <" + stamp.id + "@" + stamp.host +
                             ">\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
                             "Content-Type: text/plain; charset=utf-8\n"
                             "Content-Transfer-Encoding: 8bit\n\n" +
                             mail.text;
    return ends == LineEnds::crlf ? with_crlf(text) : text;
}

}  // namespace brusio::server
