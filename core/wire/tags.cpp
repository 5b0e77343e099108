#include "core/wire/tags.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/wire/split.h"

namespace brusio::wire {
namespace {

/// What stands behind a backslash for `c`; NUL if `c` needs none.
char escape_letter(char c) noexcept {
    switch (c) {
        case ';':
            return ':';
        case ' ':
            return 's';
        case '\\':
            return '\\';
        case '\r':
            return 'r';
        case '\n':
            return 'n';
        default:
            return '\0';
    }
}

char meaning_of(char escape) noexcept {
    switch (escape) {
        case ':':
            return ';';
        case 's':
            return ' ';
        case 'r':
            return '\r';
        case 'n':
            return '\n';
        default:
            return escape;
    }
}

bool stands_for_itself(char c) noexcept { return c != '\0' && escape_letter(c) == '\0'; }

bool is_key_char(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

struct KeptTag {
    std::string_view key;
    std::string_view part;
    std::size_t place = 0;
};

bool by_place(const KeptTag& a, const KeptTag& b) { return a.place < b.place; }
bool by_key_last_first(const KeptTag& a, const KeptTag& b) {
    return a.key != b.key ? a.key < b.key : a.place > b.place;
}
bool same_key(const KeptTag& a, const KeptTag& b) { return a.key == b.key; }

}  // namespace

Tag split_tag(std::string_view part) noexcept {
    const std::size_t equals = std::min(part.find('='), part.size());
    return {part.substr(0, equals), part.substr(std::min(equals + 1, part.size()))};
}

std::optional<std::string_view> find_tag(std::string_view tags, std::string_view key) noexcept {
    BRUSIO_ASSERT(!key.empty());
    std::optional<std::string_view> found;
    for (const std::string_view part : Split{tags, ';'}) {
        const Tag tag = split_tag(part);
        if (tag.key == key) found = tag.value;
    }
    return found;
}

void append_escaped(std::string& out, std::string_view value) {
    while (!value.empty()) {
        const auto stop = std::find_if_not(value.begin(), value.end(), stands_for_itself);
        const auto plain = static_cast<std::size_t>(stop - value.begin());
        out.append(value.substr(0, plain));
        value.remove_prefix(plain);
        if (value.empty()) return;
        const char letter = escape_letter(value.front());
        if (letter != '\0') out.append({'\\', letter});
        value.remove_prefix(1);
    }
}

std::string escape_tag_value(std::string_view value) {
    std::string escaped;
    append_escaped(escaped, value);
    return escaped;
}

std::string unescape_tag_value(std::string_view escaped) {
    std::string value;
    value.reserve(escaped.size());
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '\\') {
            value += escaped[i];
        } else if (++i < escaped.size()) {
            value += meaning_of(escaped[i]);
        }
    }
    BRUSIO_ASSERT(value.size() <= escaped.size());
    return value;
}

bool valid_tag_key(std::string_view key) noexcept {
    if (key.starts_with('+')) key.remove_prefix(1);
    const std::size_t slash = key.find('/');
    if (slash != std::string_view::npos) {
        const std::string_view vendor = key.substr(0, slash);
        const bool good_vendor = !vendor.empty() && vendor.front() != '.' && vendor.back() != '.' &&
                                 std::all_of(vendor.begin(), vendor.end(),
                                             [](char c) { return is_key_char(c) || c == '.'; });
        if (!good_vendor) return false;
        key.remove_prefix(slash + 1);
    }
    return !key.empty() && std::all_of(key.begin(), key.end(), is_key_char);
}

std::string client_only_tags(std::string_view tags) {
    if (tags.find('+') == std::string_view::npos) return {};
    std::vector<KeptTag> kept;
    for (const std::string_view part : Split{tags, ';'}) {
        if (part.front() == '+') kept.push_back({split_tag(part).key, part, kept.size()});
    }
    if (kept.size() > 1) {
        std::sort(kept.begin(), kept.end(), by_key_last_first);
        kept.erase(std::unique(kept.begin(), kept.end(), same_key), kept.end());
        std::sort(kept.begin(), kept.end(), by_place);
    }
    std::string joined;
    joined.reserve(tags.size());
    for (const KeptTag& tag : kept) {
        if (!joined.empty()) joined += ';';
        joined += tag.part;
    }
    BRUSIO_ASSERT(joined.size() <= tags.size());
    return joined;
}

}  // namespace brusio::wire
