#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace brusio::wire {

inline constexpr std::size_t email_address_bytes_max = 254;  // RFC 5321 section 4.5.3.1.3

/// Whether `text` is a mailbox of RFC 5321 section 4.1.2, of ASCII alone, with a dot-string before
/// the @ and a domain of letters, digits and hyphens behind it: no quotes, comments or literals.
/// So nothing of it can end a header or a command, or name a second recipient.
[[nodiscard]] bool valid_email_address(std::string_view text);

/// One text for all addresses of one mailbox, for counting: small letters, without what follows a
/// plus before the @. Of a valid address.
[[nodiscard]] std::string mailbox_key(std::string_view address);

}  // namespace brusio::wire
