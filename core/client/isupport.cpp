#include "core/client/isupport.h"

#include <charconv>

#include "core/wire/isupport.h"

namespace brusio::client {

void Isupport::apply(std::string_view token) {
    if (token.empty() || token == "-") return;
    if (token.front() == '-') {
        const std::string_view name = token.substr(1);
        if (const auto found = values_.find(name); found != values_.end()) values_.erase(found);
        if (name == "PREFIX") apply_prefix("(ov)@+");
        look_up_signs();
        return;
    }
    const std::size_t equals = token.find('=');
    const std::string_view name = token.substr(0, equals);
    if (name.empty()) return;
    std::string text;
    if (equals != std::string_view::npos)
        text = wire::unescape_isupport_value(token.substr(equals + 1));
    if (name == "PREFIX") apply_prefix(text);
    values_.insert_or_assign(std::string(name), std::move(text));
    look_up_signs();
}

void Isupport::look_up_signs() {
    room_signs_ = value("CHANTYPES").value_or("#&");
    status_signs_ = value("STATUSMSG").value_or("");
}

std::optional<std::string> Isupport::value(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return std::nullopt;
    return found->second;
}

bool Isupport::is_room(std::string_view name) const {
    return !name.empty() && room_signs_.find(name.front()) != std::string::npos;
}

std::string_view Isupport::without_status(std::string_view target) const {
    if (target.empty() || is_room(target)) return target;
    if (status_signs_.find(target.front()) == std::string::npos) return target;
    const std::string_view rest = target.substr(1);
    return is_room(rest) ? rest : target;
}

std::size_t Isupport::number(std::string_view name, std::size_t otherwise) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return otherwise;
    std::size_t number = 0;
    const char* end = found->second.data() + found->second.size();
    const auto [stop, error] = std::from_chars(found->second.data(), end, number);
    return error == std::errc{} && stop == end && number > 0 ? number : otherwise;
}

std::string Isupport::room_modes(std::size_t group) const {
    std::string rest = value("CHANMODES").value_or("beI,k,l,imnpst");
    for (; group > 0; --group) {
        const std::size_t comma = rest.find(',');
        if (comma == std::string::npos) return {};
        rest.erase(0, comma + 1);
    }
    return rest.substr(0, rest.find(','));
}

// "(letters)signs", both of one length; anything else leaves what was known.
void Isupport::apply_prefix(std::string_view text) {
    if (text.empty()) {
        rank_letters_.clear();
        rank_signs_.clear();
        return;
    }
    const std::size_t close = text.find(')');
    if (text.front() != '(' || close == std::string_view::npos) return;
    const std::string_view letters = text.substr(1, close - 1);
    const std::string_view signs = text.substr(close + 1);
    if (letters.size() != signs.size()) return;
    rank_letters_ = letters;
    rank_signs_ = signs;
}

}  // namespace brusio::client
