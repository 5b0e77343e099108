#include "core/wire/tags.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/base/assert.h"
#include "core/wire/split.h"

namespace brusio::wire {
namespace {

/// What stands behind a backslash for `c`; NUL if `c` needs none.
constexpr char escape_letter(char c) noexcept {
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

enum CharClass : std::uint8_t { plain_in_value = 1, allowed_in_key = 2 };

constexpr bool is_key_char(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// The classes of each byte: tags are written for every message.
constexpr std::array<std::uint8_t, 256> char_classes = [] {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto c = static_cast<unsigned char>(i);
        const bool is_plain = c != 0 && escape_letter(static_cast<char>(c)) == 0;
        classes.at(i) = static_cast<std::uint8_t>((is_plain ? plain_in_value : 0) |
                                                  (is_key_char(c) ? allowed_in_key : 0));
    }
    return classes;
}();

/// How many bytes at the front of `text` are all of `wanted`.
std::size_t span_of(CharClass wanted, std::string_view text) noexcept {
    std::size_t bytes = 0;
    while (bytes < text.size() &&
           (char_classes[static_cast<unsigned char>(text[bytes])] & wanted) != 0) {
        ++bytes;
    }
    return bytes;
}

/// Host names, roughly: letters, digits and hyphens with single dots between.
bool valid_vendor(std::string_view vendor) noexcept {
    while (true) {
        const std::size_t label = span_of(allowed_in_key, vendor);
        if (label == 0) return false;
        if (label == vendor.size()) return true;
        if (vendor[label] != '.') return false;
        vendor.remove_prefix(label + 1);
    }
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

TagList::TagList(std::string_view tags) noexcept : tags_(tags) {
    while (!tags.empty()) {
        const std::string_view part = tags.substr(0, tags.find(';'));
        tags.remove_prefix(std::min(part.size() + 1, tags.size()));
        if (part.empty()) continue;
        if (count_ < held_max) held_[count_] = split_tag(part);
        ++count_;
    }
}

std::optional<std::string_view> TagList::search(std::string_view key) const noexcept {
    BRUSIO_ASSERT(!key.empty());
    if (count_ > held_max) return find_tag(tags_, key);
    for (std::size_t i = count_; i > 0; --i) {
        if (held_[i - 1].key == key) return held_[i - 1].value;
    }
    return std::nullopt;
}

void append_escaped(std::string& out, std::string_view value) {
    while (!value.empty()) {
        const std::size_t plain = span_of(plain_in_value, value);
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
    if (escaped.find('\\') == std::string_view::npos) return std::string(escaped);
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
        if (!valid_vendor(key.substr(0, slash))) return false;
        key.remove_prefix(slash + 1);
    }
    return !key.empty() && span_of(allowed_in_key, key) == key.size();
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
