#pragma once

#include <algorithm>
#include <string>

#include "core/ports/mailer.h"

namespace brusio::testing_support {

/// The token in a mail: 64 hexadecimal digits; empty if there is none.
inline std::string token_in(const Mail& mail) {
    constexpr std::size_t token_digits = 64;
    constexpr const char* digits = "0123456789abcdef";
    std::size_t begin = 0;
    while (begin < mail.text.size()) {
        begin = mail.text.find_first_of(digits, begin);
        if (begin == std::string::npos) break;
        const std::size_t end =
            std::min(mail.text.find_first_not_of(digits, begin), mail.text.size());
        if (end - begin == token_digits) return mail.text.substr(begin, token_digits);
        begin = end;
    }
    return {};
}

}  // namespace brusio::testing_support
