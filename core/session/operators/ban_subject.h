#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/ip_address.h"
#include "core/ports/records.h"

namespace brusio::session {

/// Whom a ban of the server keeps out, as BanRecord holds it.
struct BanSubject {
    BanKind kind = BanKind::address;
    std::string text;
};

/// What an operator has written: an address or a range of them, nick!user@host, account:name or
/// realname:text, where ~a: and ~r: are the same (`?` stands for a blank). `*@192.0.2.0/24` is that
/// range of addresses. Nothing if it is none of these. Reads what it has written as the same.
[[nodiscard]] std::optional<BanSubject> read_ban_subject(std::string_view text);

/// The subject as it is shown, and read again: "account:eve".
[[nodiscard]] std::string subject_text(BanKind kind, std::string_view text);

/// True if almost everybody fits: less than three letters or digits that are no wildcards, or a
/// range of more than 2^24 addresses (of IPv6: more than a /16).
[[nodiscard]] bool is_for_everybody(const BanSubject& subject);

/// A person as the masks of bans see it; all texts are folded.
struct Person {
    std::string front;  // nick!user
    std::string host;   // as others see it
    std::string address;
    std::string realname;
    std::string account;  // empty: a guest
};

/// Does a mask with this subject fit? The host may be what others see, the address, or a range.
[[nodiscard]] bool mask_fits(std::string_view mask, const Person& person);
[[nodiscard]] bool realname_fits(std::string_view pattern, const Person& person);

}  // namespace brusio::session
