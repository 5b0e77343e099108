#include "core/client/names.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/client/isupport.h"
#include "core/wire/scan.h"
#include "core/wire/utf8.h"

namespace brusio::client {
namespace {

char fold_char(CaseMapping mapping, char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
    if (mapping == CaseMapping::ascii) return c;
    switch (c) {
        case '[':
            return '{';
        case ']':
            return '}';
        case '\\':
            return '|';
        case '~':
            return mapping == CaseMapping::rfc1459 ? '^' : c;
        default:
            return c;
    }
}

// The other letter that is held for equal to `c`; `c` itself if there is none.
char twin_of(CaseMapping mapping, char c) {
    if (const char folded = fold_char(mapping, c); folded != c) return folded;
    constexpr std::string_view pairs = "{[}]|\\^~";
    char twin = c;
    if (c >= 'a' && c <= 'z') {
        twin = static_cast<char>(c - ('a' - 'A'));
    } else if (const std::size_t at = pairs.find(c); at % 2 == 0) {
        twin = pairs[at + 1];
    }
    return fold_char(mapping, twin) == c ? twin : c;
}

// Under every mapping.
bool has_no_twin(char c) { return (c >= '0' && c <= '9') || c == '_' || c == '-'; }

// Where `one` or `other` stands from `from` on; the text's end if neither does.
std::size_t find_either(std::string_view text, std::size_t from, char one, char other) {
    if (one == other) return std::min(text.find(one, from), text.size());
    const auto* found = std::find_if(text.begin() + from, text.end(),
                                     [=](char c) { return c == one || c == other; });
    return static_cast<std::size_t>(found - text.begin());
}

// Asked for several times a line: plainer and faster than find_first_of.
std::size_t nick_bytes(std::string_view source) {
    const auto* end =
        std::find_if(source.begin(), source.end(), [](char c) { return c == '!' || c == '@'; });
    return static_cast<std::size_t>(end - source.begin());
}

}  // namespace

CaseMapping case_mapping_of(const Isupport& isupport) {
    const auto name = isupport.value("CASEMAPPING");
    if (!name || *name == "rfc1459") return CaseMapping::rfc1459;
    if (*name == "rfc1459-strict" || *name == "strict-rfc1459") return CaseMapping::rfc1459_strict;
    return CaseMapping::ascii;
}

Folded fold_name(CaseMapping mapping, std::string_view name) {
    Folded folded{std::string(name)};
    for (char& c : folded.text) c = fold_char(mapping, c);
    return folded;
}

bool same_name(CaseMapping mapping, std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [=](char x, char y) {
               return x == y || fold_char(mapping, x) == fold_char(mapping, y);
           });
}

std::size_t find_name(CaseMapping mapping, std::string_view text, std::string_view name,
                      std::size_t from) {
    BRUSIO_ASSERT(!name.empty());
    // A digit or sign of the name, which is rare in texts, or else its first letter, leads there.
    const auto* sign = std::find_if(name.begin(), name.end(), has_no_twin);
    const bool lettered = sign == name.end();
    const char lead = lettered ? name.front() : *sign;
    const char twin = twin_of(mapping, lead);
    const auto lead_at = lettered ? 0 : static_cast<std::size_t>(sign - name.begin());
    for (std::size_t at = from; at + name.size() <= text.size(); ++at) {
        at = find_either(text, at + lead_at, lead, twin) - lead_at;
        if (at > text.size() - name.size()) break;
        if (same_name(mapping, text.substr(at, name.size()), name)) return at;
    }
    return std::string_view::npos;
}

bool is_middle_param(std::string_view text) {
    return !text.empty() && text.front() != ':' && text.find(' ') == std::string_view::npos &&
           wire::find_forbidden(text) == std::string_view::npos;
}

std::string one_line(std::string_view text) {
    if (wire::find_forbidden(text) == std::string_view::npos) return std::string(text);
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        if (c != '\r' && c != '\n' && c != '\0') line += c;
    }
    return line;
}

std::string to_utf8(std::string_view text) {
    if (wire::valid_utf8(text)) return std::string(text);
    std::string utf8;
    utf8.reserve(text.size() * 2);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80U) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xC0U | (byte >> 6U));
            utf8 += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return utf8;
}

std::string_view nick_of(std::string_view source) { return source.substr(0, nick_bytes(source)); }

std::string_view mask_of(std::string_view source) {
    const std::size_t bytes = nick_bytes(source);
    return bytes == source.size() ? std::string_view{} : source.substr(bytes + 1);
}

}  // namespace brusio::client
