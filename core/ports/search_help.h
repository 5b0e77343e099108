#pragma once

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/ports/store.h"

// What every store does alike for a SearchQuery.
namespace brusio {

[[nodiscard]] constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// True for ASCII letters and digits and for bytes beyond the ASCII: there is no word without one.
[[nodiscard]] constexpr bool is_of_word(char c) {
    const char letter = ascii_lower(c);
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) > 0x7f;
}

/// What stands between the blanks of a text.
inline std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) pieces.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

/// True if somebody of that nick said it; ASCII letters are alike in either case.
inline bool is_said_by(const MessageRecord& entry, std::string_view nick) {
    const std::string_view sender =
        std::string_view{entry.sender}.substr(0, entry.sender.find('!'));
    return std::equal(sender.begin(), sender.end(), nick.begin(), nick.end(),
                      [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

/// An entry that a store has found, and in which log.
struct FoundEntry {
    ConversationId conversation;
    MessageRecord entry;
};

/// Gives what a store has found for a SearchQuery in the order of the answer, and cut to its size.
inline void give_found(const SearchQuery& query, std::vector<FoundEntry> found,
                       QueryAnswer& answer) {
    std::sort(found.begin(), found.end(), [](const FoundEntry& a, const FoundEntry& b) {
        return std::tuple{a.entry.time, a.conversation, a.entry.seq} <
               std::tuple{b.entry.time, b.conversation, b.entry.seq};
    });
    const std::size_t count = std::min<std::size_t>(query.count_max, found.size());
    const std::size_t first = query.begin == BeginAt::newest ? found.size() - count : 0;
    for (std::size_t i = first; i < first + count; ++i) {
        answer.places.push_back(found[i].conversation);
        answer.entries.push_back(std::move(found[i].entry));
    }
}

}  // namespace brusio
