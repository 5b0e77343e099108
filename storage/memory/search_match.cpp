#include "storage/memory/search_match.h"

#include <algorithm>

#include "core/ports/search_help.h"

namespace brusio {

SearchMatch::SearchMatch(const SearchQuery& query) : query_(query) {
    for (const std::string_view piece : pieces_of(query.text)) wanted_.push_back(words_in(piece));
}

bool SearchMatch::holds(const MessageRecord& entry) const {
    if (entry.kind != RecordKind::message && entry.kind != RecordKind::notice) return false;
    if (entry.redacted || entry.time < query_.from || entry.time > query_.to) return false;
    if (!query_.nick.empty() && !is_said_by(entry, query_.nick)) return false;
    if (query_.text.empty()) return true;
    const Words said = words_in(entry.text);
    return !wanted_.empty() && std::all_of(wanted_.begin(), wanted_.end(), [&](const Words& one) {
        return begins_somewhere(one, said);
    });
}

SearchMatch::Words SearchMatch::words_in(std::string_view text) {
    Words words;
    bool inside = false;
    for (const char c : text) {
        if (!is_of_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        words.back().push_back(ascii_lower(c));
        inside = true;
    }
    return words;
}

bool SearchMatch::begins_somewhere(const Words& wanted, const Words& said) {
    const auto matches_from = [&](std::size_t first) {
        for (std::size_t i = 0; i + 1 < wanted.size(); ++i) {
            if (said[first + i] != wanted[i]) return false;
        }
        return said[first + wanted.size() - 1].starts_with(wanted.back());
    };
    if (wanted.empty()) return false;
    for (std::size_t first = 0; first + wanted.size() <= said.size(); ++first) {
        if (matches_from(first)) return true;
    }
    return false;
}

}  // namespace brusio
