#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/limits.h"

/// Message tags (IRCv3 message-tags). A "tag section" is what stands between '@' and the space:
/// `key[=escaped value]` joined by ';'. Keys are compared byte by byte and never judged by a
/// receiver.
namespace brusio::wire {

/// Tag data of a client may have so many bytes, '@' and space not counted ("Size limit").
inline constexpr std::size_t client_tag_data_bytes_max = Limits::client_tag_bytes_max - 2;

/// One tag, both parts as they stand on the wire. A missing value and an empty one are the same.
struct Tag {
    std::string_view key;
    std::string_view value;  // escaped
};

/// Takes the text between two ';' apart: `for (auto part : Split{tags, ';'}) split_tag(part)`.
[[nodiscard]] Tag split_tag(std::string_view part) noexcept;

/// The escaped value of the last tag called `key`; nothing if there is none.
[[nodiscard]] std::optional<std::string_view> find_tag(std::string_view tags,
                                                       std::string_view key) noexcept;

/// One tag section cut apart once, for whoever asks for several tags of a line. Views into it.
class TagList {
 public:
    explicit TagList(std::string_view tags) noexcept;
    /// The same as find_tag().
    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const noexcept {
        for (std::size_t i = std::min(count_, held_max); i > 0; --i) {
            if (held_[i - 1].key.size() == key.size()) return search(key);
        }
        return count_ > held_max ? find_tag(tags_, key) : std::nullopt;
    }

 private:
    static constexpr std::size_t held_max = 8;

    [[nodiscard]] std::optional<std::string_view> search(std::string_view key) const noexcept;

    std::string_view tags_;
    std::array<Tag, held_max> held_;
    std::size_t count_ = 0;  // beyond held_max the section itself is searched
};

/// Appends `value` so that a tag can hold it ("Escaping values"). A NUL is left out, as no line
/// can hold one.
void append_escaped(std::string& out, std::string_view value);
[[nodiscard]] std::string escape_tag_value(std::string_view value);

/// The value that `escaped` stands for. Never fails: a stray backslash is dropped.
[[nodiscard]] std::string unescape_tag_value(std::string_view escaped);

/// True if a well-behaved sender may use `key`: an optional '+', an optional vendor's host name
/// and '/', then letters, digits and hyphens. For our own tags; peers' keys are opaque.
[[nodiscard]] bool valid_tag_key(std::string_view key) noexcept;

/// True if `tags`, a client's whole tag section, keeps to the client's limit. If not the line is
/// answered with ERR_INPUTTOOLONG; tags are never cut.
[[nodiscard]] constexpr bool client_tags_fit(std::string_view tags) noexcept {
    return tags.size() <= client_tag_data_bytes_max;
}

/// The client-only tags (those with '+') of `tags`, still escaped, in their order, ready to be
/// relayed: of several with one key only the last stays.
[[nodiscard]] std::string client_only_tags(std::string_view tags);

}  // namespace brusio::wire
