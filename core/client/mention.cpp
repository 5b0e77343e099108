#include "core/client/mention.h"

#include <string>

#include "core/wire/scan.h"

namespace brusio::client {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A sign that can be part of a nick: next to the name it makes another name.
bool is_name_char(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c)) return true;
    if ((static_cast<unsigned char>(c) & 0x80U) != 0) return true;
    return std::string_view{"[]\\`_^{|}-"}.find(c) != std::string_view::npos;
}

// The length of the digits (at most two) at the front, of a colour code.
std::size_t colour_digits(std::string_view text) {
    if (text.empty() || !is_digit(text[0])) return 0;
    return text.size() > 1 && is_digit(text[1]) ? 2 : 1;
}

// Without mIRC's formatting codes: bold, italics and so on are one byte, colour takes digits.
std::string plain_text(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\x03') {
            const std::size_t front = colour_digits(text.substr(i + 1));
            i += front;
            if (front > 0 && i + 1 < text.size() && text[i + 1] == ',') {
                const std::size_t back = colour_digits(text.substr(i + 2));
                if (back > 0) i += 1 + back;
            }
        } else if (static_cast<unsigned char>(c) >= 0x20U) {
            plain += c;
        } else if (c == '\t' || c == '\n') {
            plain += ' ';
        }
    }
    return plain;
}

}  // namespace

bool mentions(std::string_view text, std::string_view nick, CaseMapping mapping) {
    if (nick.empty() || text.size() < nick.size()) return false;
    // Most texts have no formatting codes and need no copy.
    const bool formatted = wire::find_control(text) != std::string_view::npos;
    const std::string plain = formatted ? plain_text(text) : std::string();
    const std::string_view in = formatted ? std::string_view{plain} : text;
    for (std::size_t at = find_name(mapping, in, nick, 0); at != std::string_view::npos;
         at = find_name(mapping, in, nick, at + 1)) {
        const std::size_t end = at + nick.size();
        const bool starts = at == 0 || !is_name_char(in[at - 1]);
        const bool ends = end == in.size() || !is_name_char(in[end]);
        if (starts && ends) return true;
    }
    return false;
}

}  // namespace brusio::client
