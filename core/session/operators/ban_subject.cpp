#include "core/session/operators/ban_subject.h"

#include <algorithm>

#include "core/room/mask.h"
#include "core/wire/case_mapping.h"
#include "core/wire/user_mask.h"

namespace brusio::session {

namespace {

constexpr std::string_view account_word = "account:";
constexpr std::string_view realname_word = "realname:";

/// Takes one of two beginnings off, in any case; false if the text has neither.
bool take_word(std::string_view& text, std::string_view word, std::string_view letter) {
    for (const std::string_view begin : {word, letter}) {
        if (text.size() > begin.size() && wire::names_equal(text.substr(0, begin.size()), begin)) {
            text.remove_prefix(begin.size());
            return true;
        }
    }
    return false;
}

/// A blank cannot stand in a middle parameter: other servers have `\s` for it, we take `?` too.
std::string pattern_of(std::string_view text) {
    std::string pattern = wire::fold(text).text;
    for (std::size_t at = pattern.find("\\s"); at != std::string::npos;
         at = pattern.find("\\s", at)) {
        pattern.replace(at, 2, "?");
    }
    return pattern;
}

BanSubject subject_of_mask(std::string_view text) {
    std::string mask = wire::fold(wire::normalise_mask(text)).text;
    constexpr std::string_view anybody = "*!*@";
    if (mask.starts_with(anybody)) {
        if (const auto range = IpRange::parse(std::string_view{mask}.substr(anybody.size()))) {
            return {BanKind::address, range->text()};
        }
    }
    return {BanKind::mask, std::move(mask)};
}

bool is_too_wide(const IpRange& range) {
    constexpr std::uint8_t ipv4_length_min = 8;
    constexpr std::uint8_t ipv6_length_min = 16;
    return range.length < (range.base.bits() == 32 ? ipv4_length_min : ipv6_length_min);
}

std::ptrdiff_t count_fixed(std::string_view pattern) {
    return std::count_if(pattern.begin(), pattern.end(), [](char c) {
        return std::string_view{"*?\\!@.:/~"}.find(c) == std::string_view::npos;
    });
}

}  // namespace

std::optional<BanSubject> read_ban_subject(std::string_view text) {
    if (take_word(text, account_word, "~a:")) {
        return BanSubject{BanKind::account, wire::fold(text).text};
    }
    if (take_word(text, realname_word, "~r:")) {
        return BanSubject{BanKind::realname, pattern_of(text)};
    }
    if (const auto range = IpRange::parse(text)) {
        return BanSubject{BanKind::address, range->text()};
    }
    if (text.find_first_of("!@") == std::string_view::npos) return std::nullopt;
    return subject_of_mask(text);
}

std::string subject_text(BanKind kind, std::string_view text) {
    if (kind == BanKind::account) return std::string{account_word} + std::string{text};
    if (kind == BanKind::realname) return std::string{realname_word} + std::string{text};
    // A parameter that begins with a colon would be read as a trailing one: "::1" is "0::1".
    return text.starts_with(':') ? "0" + std::string{text} : std::string{text};
}

bool is_for_everybody(const BanSubject& subject) {
    constexpr std::ptrdiff_t fixed_min = 3;
    switch (subject.kind) {
        case BanKind::address:
            return is_too_wide(IpRange::parse(subject.text).value());
        case BanKind::mask:
        case BanKind::realname:
            return count_fixed(subject.text) < fixed_min;
        case BanKind::account:
            break;
    }
    return false;
}

bool mask_fits(std::string_view mask, const Person& person) {
    const std::size_t at = mask.rfind('@');
    if (at == std::string_view::npos) return false;
    if (!room::glob_match(mask.substr(0, at), person.front)) return false;
    const std::string_view host = mask.substr(at + 1);
    if (room::glob_match(host, person.host) || room::glob_match(host, person.address)) return true;
    const auto range = IpRange::parse(host);
    const auto address = IpAddress::parse(person.address);
    return range && address && range->contains(*address);
}

bool realname_fits(std::string_view pattern, const Person& person) {
    return room::glob_match(pattern, person.realname);
}

}  // namespace brusio::session
