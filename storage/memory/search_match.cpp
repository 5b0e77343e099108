#include "storage/memory/search_match.h"

#include <algorithm>

#include "core/ports/log_span.h"

namespace brusio {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 0x7f;
}

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& c : result) c = lower(c);
    return result;
}

}  // namespace

SearchMatch::SearchMatch(const SearchQuery& query) : query_(query) {
    std::string_view rest = query.text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) wanted_.push_back(words_in(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
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
    for (const char c : lower(text)) {
        if (!is_of_word(c)) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        words.back().push_back(c);
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
