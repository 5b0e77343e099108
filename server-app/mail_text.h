#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/ports/mailer.h"

namespace brusio::server {

/// What a mail has besides what the core says of it.
struct MailStamp {
    std::string from;  // a valid address
    std::string id;    // the left half of its Message-ID: letters and digits, never used again
    std::string host;  // the right half
    WallTime time;
};

enum class LineEnds : std::uint8_t { lf, crlf };

/// The mail as it is sent (RFC 5322): headers, an empty line, the text. Nothing of `mail` can end a
/// header: asserted. The mark of RFC 3834 keeps other machines from answering.
[[nodiscard]] std::string mail_text(const Mail& mail, const MailStamp& stamp, LineEnds ends);

}  // namespace brusio::server
