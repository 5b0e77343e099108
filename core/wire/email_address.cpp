#include "core/wire/email_address.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::wire {

namespace {

constexpr std::size_t local_part_bytes_max = 64;  // RFC 5321 section 4.5.3.1.1
constexpr std::size_t label_bytes_max = 63;       // RFC 1035 section 2.3.4

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 5322 section 3.2.3, atext.
bool is_atext(char c) {
    constexpr std::string_view others = "!#$%&'*+/=?^_`{|}~-";
    return is_letter_or_digit(c) || others.find(c) != std::string_view::npos;
}

bool is_label(std::string_view text) {
    return !text.empty() && text.size() <= label_bytes_max && text.front() != '-' &&
           text.back() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
               return is_letter_or_digit(c) || c == '-';
           });
}

bool is_atom(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_atext);
}

/// True if there are dots between pieces that all fit.
template <class Fits>
bool all_between_dots(std::string_view text, Fits fits) {
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
        if (!fits(text.substr(0, dot))) return false;
        text.remove_prefix(dot + 1);
    }
    return fits(text);
}

}  // namespace

bool valid_email_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > email_address_bytes_max) return false;
    return at <= local_part_bytes_max && all_between_dots(text.substr(0, at), is_atom) &&
           all_between_dots(text.substr(at + 1), is_label);
}

std::string mailbox_key(std::string_view address) {
    BRUSIO_ASSERT(valid_email_address(address));
    const std::size_t at = address.find('@');
    const std::size_t plus = address.find('+');
    // A plus at the beginning begins a name.
    const std::size_t end = plus == 0 ? at : std::min(at, plus);
    std::string key = std::string{address.substr(0, end)} + std::string{address.substr(at)};
    for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

}  // namespace brusio::wire
