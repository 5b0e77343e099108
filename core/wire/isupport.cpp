#include "core/wire/isupport.h"

#include <array>
#include <optional>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
    return std::nullopt;
}

/// The byte that the four characters at the front of `text` stand for, if they are an escape.
std::optional<char> escape_at_front(std::string_view text) {
    if (text.size() < 4 || !text.starts_with("\\x")) return std::nullopt;
    const auto high = hex_digit(text[2]);
    const auto low = hex_digit(text[3]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(*high * 16 + *low);
}

}  // namespace

std::vector<std::span<const std::string>> pack_isupport(std::span<const std::string> tokens,
                                                        std::size_t bytes_max) {
    std::vector<std::span<const std::string>> groups;
    std::size_t begin = 0;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::size_t more = tokens[i].size() + 1;
        const bool full =
            i - begin == isupport_tokens_per_line_max || (i > begin && bytes + more > bytes_max);
        if (full) {
            groups.push_back(tokens.subspan(begin, i - begin));
            begin = i;
            bytes = 0;
        }
        bytes += more;
    }
    if (begin < tokens.size()) groups.push_back(tokens.subspan(begin));
    return groups;
}

std::string escape_isupport_value(std::string_view value) {
    std::string escaped;
    for (const char c : value) {
        switch (c) {
            case ' ':
                escaped += "\\x20";
                break;
            case '\\':
                escaped += "\\x5C";
                break;
            case '=':
                escaped += "\\x3D";
                break;
            default:
                escaped += c;
        }
    }
    BRUSIO_ASSERT(escaped.size() >= value.size());
    return escaped;
}

std::string unescape_isupport_value(std::string_view escaped) {
    std::string value;
    while (!escaped.empty()) {
        const std::optional<char> meant = escape_at_front(escaped);
        value += meant.value_or(escaped.front());
        escaped.remove_prefix(meant ? 4 : 1);
    }
    return value;
}

}  // namespace brusio::wire
