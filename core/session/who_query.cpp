#include "core/session/who_query.h"

#include <algorithm>

namespace brusio::session {

namespace {

/// IRCv3 whox: a token is one to three digits.
bool is_token(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

void read_fields(std::string_view letters, WhoQuery& query) {
    constexpr std::string_view known = "tcuihsnfdlaor";
    for (const char letter : letters) {
        // Fields that are not of the standard are ignored (IRCv3 whox).
        if (known.find(letter) != std::string_view::npos && !query.wants(letter)) {
            query.fields += letter;
        }
    }
}

}  // namespace

WhoQuery parse_who(std::span<const std::string_view> params) {
    WhoQuery query;
    const std::string_view mask = params.empty() ? std::string_view{} : params[0];
    query.mask = mask.empty() ? std::string_view{"*"} : mask;
    if (params.size() < 2) return query;
    const std::string_view options = params[1];
    const std::size_t percent = options.find('%');
    const std::string_view flags = options.substr(0, percent);
    query.only_operators = flags.find('o') != std::string_view::npos;
    if (percent == std::string_view::npos) return query;
    query.form = WhoQuery::Form::whox;
    const std::string_view rest = options.substr(percent + 1);
    const std::size_t comma = rest.find(',');
    read_fields(rest.substr(0, comma), query);
    if (comma != std::string_view::npos && is_token(rest.substr(comma + 1))) {
        query.token = rest.substr(comma + 1);
    }
    return query;
}

}  // namespace brusio::session
