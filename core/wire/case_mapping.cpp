#include "core/wire/case_mapping.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/wire/utf8.h"

namespace brusio::wire {
namespace {

constexpr std::string_view nick_never = " ,*?!@./";
constexpr std::string_view nick_never_first = "$:#&~%+-0123456789";
constexpr std::string_view room_never = " ,\a";
constexpr std::string_view user_never = " ,*?!@:";

bool all_visible(std::string_view text) noexcept {
    while (!text.empty()) {
        const CodePoint c = decode_utf8(text);
        if (c.bytes == 0 || is_invisible(c.value)) return false;
        text.remove_prefix(c.bytes);
    }
    return true;
}

bool valid_length(std::string_view text, std::size_t bytes_max) noexcept {
    BRUSIO_ASSERT(bytes_max > 0);
    return !text.empty() && text.size() <= bytes_max;
}

bool holds(std::string_view set, char c) noexcept { return set.find(c) != std::string_view::npos; }

}  // namespace

Folded fold(std::string_view name) {
    Folded folded;
    folded.text.resize(name.size());
    std::transform(name.begin(), name.end(), folded.text.begin(), fold_char);
    return folded;
}

bool names_equal(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return fold_char(x) == fold_char(y);
           });
}

bool valid_nick(std::string_view nick, std::size_t bytes_max) noexcept {
    return valid_length(nick, bytes_max) && !holds(nick_never_first, nick.front()) &&
           nick.find_first_of(nick_never) == std::string_view::npos && all_visible(nick);
}

bool valid_room_name(std::string_view name, std::size_t bytes_max) noexcept {
    return valid_length(name, bytes_max) && is_room_name(name) &&
           name.find_first_of(room_never) == std::string_view::npos && all_visible(name);
}

bool valid_user(std::string_view user, std::size_t bytes_max) noexcept {
    return valid_length(user, bytes_max) && std::all_of(user.begin(), user.end(), [](char c) {
               return c > ' ' && c < '\x7F' && !holds(user_never, c);
           });
}

}  // namespace brusio::wire
