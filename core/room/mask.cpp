#include "core/room/mask.h"

#include <cstddef>

#include "core/base/assert.h"

namespace brusio::room {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The place after the character that begins at `at`.
std::size_t after_character(std::string_view text, std::size_t at) {
    BRUSIO_ASSERT(at < text.size());
    do {
        ++at;
    } while (at < text.size() && is_continuation(text[at]));
    return at;
}

/// Steps both places over one matching element that is not a star; false if they do not match.
bool step(std::string_view pattern, std::size_t& p, std::string_view text, std::size_t& t) {
    if (p == pattern.size() || pattern[p] == '*') return false;
    if (pattern[p] == '?') {
        ++p;
        t = after_character(text, t);
        return true;
    }
    const bool escaped = pattern[p] == '\\' && p + 1 < pattern.size();
    const std::size_t literal = escaped ? p + 1 : p;
    if (pattern[literal] != text[t]) return false;
    p = literal + 1;
    ++t;
    return true;
}

}  // namespace

bool glob_match(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t t = 0;
    // Only the last star ever needs to grow again: what an earlier one could take, this one can.
    std::size_t after_star = std::string_view::npos;
    std::size_t star_end = 0;
    while (t < text.size()) {
        if (step(pattern, p, text, t)) continue;
        if (p < pattern.size() && pattern[p] == '*') {
            after_star = ++p;
            star_end = t;
        } else if (after_star != std::string_view::npos) {
            star_end = after_character(text, star_end);
            p = after_star;
            t = star_end;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    BRUSIO_ASSERT(p <= pattern.size());
    return p == pattern.size();
}

std::string complete_mask(std::string_view mask) {
    const std::size_t bang = mask.find('!');
    const std::size_t at = mask.find('@', bang == std::string_view::npos ? 0 : bang);
    std::string_view nick;
    std::string_view user;
    std::string_view host;
    if (at != std::string_view::npos) host = mask.substr(at + 1);
    const std::string_view front = mask.substr(0, at);
    if (bang != std::string_view::npos) {
        nick = front.substr(0, bang);
        user = front.substr(bang + 1);
    } else if (at != std::string_view::npos) {
        user = front;
    } else {
        nick = front;
    }
    const auto part = [](std::string_view given) { return given.empty() ? "*" : given; };
    std::string whole;
    whole.reserve(mask.size() + 4);
    whole.append(part(nick)).append("!").append(part(user)).append("@").append(part(host));
    BRUSIO_ASSERT(whole.size() >= mask.size());
    return whole;
}

}  // namespace brusio::room
