#include "storage/sqlite/word_query.h"

#include <algorithm>
#include <string_view>

#include "core/ports/search_help.h"

namespace brusio::sqlite {

namespace {

std::string in_quotes(std::string_view word) {
    std::string result{'"'};
    for (const char c : word) {
        result.push_back(c);
        if (c == '"') result.push_back(c);
    }
    result.push_back('"');
    return result;
}

std::string all_words(std::string_view text) {
    std::string result;
    for (const std::string_view piece : pieces_of(text)) {
        if (!result.empty()) result += " AND ";
        result += in_quotes(piece) + "*";
    }
    return result.empty() ? in_quotes({}) : result;
}

}  // namespace

std::string word_query(const SearchQuery& query) {
    std::string result;
    if (!query.text.empty()) result = "text : (" + all_words(query.text) + ")";
    // A nick of nothing but signs has no word that an index could hold.
    if (std::any_of(query.nick.begin(), query.nick.end(), is_of_word)) {
        if (!result.empty()) result += " AND ";
        result += "nick : " + in_quotes(query.nick);
    }
    return result;
}

}  // namespace brusio::sqlite
