#include "storage/sqlite/word_query.h"

#include <algorithm>
#include <string_view>

namespace brusio::sqlite {

namespace {

std::string quoted(std::string_view word) {
    std::string result{'"'};
    for (const char c : word) {
        result.push_back(c);
        if (c == '"') result.push_back(c);
    }
    result.push_back('"');
    return result;
}

/// False for a nick of nothing but signs, which has no word that an index could hold.
bool has_word(std::string_view nick) {
    return std::any_of(nick.begin(), nick.end(), [](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return is_letter || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 0x7f;
    });
}

std::string all_words(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            if (!result.empty()) result += " AND ";
            result += quoted(text.substr(0, end)) + "*";
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result.empty() ? quoted({}) : result;
}

}  // namespace

std::string word_query(const SearchQuery& query) {
    std::string result;
    if (!query.text.empty()) result = "text : (" + all_words(query.text) + ")";
    if (has_word(query.nick)) {
        if (!result.empty()) result += " AND ";
        result += "nick : " + quoted(query.nick);
    }
    return result;
}

}  // namespace brusio::sqlite
