#include "core/wire/scan.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace brusio::wire {
namespace {

constexpr std::uint64_t each_byte = 0x0101010101010101U;
constexpr std::uint64_t high_bits = 0x8080808080808080U;
/// The first of eight bytes below `End` (at most 128); 8 if there is none.
template <unsigned char End>
std::size_t first_low_byte(const char* bytes) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, sizeof word);
        // A borrow can only reach bytes above a hit, so the lowest hit is exact.
        const std::uint64_t hits = (word - each_byte * End) & ~word & high_bits;
        return hits == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(hits)) / 8;
    } else {
        for (std::size_t i = 0; i < 8; ++i) {
            if (static_cast<unsigned char>(bytes[i]) < End) return i;
        }
        return 8;
    }
}

/// The first byte that is `wanted`, where all such bytes are below `End`.
template <unsigned char End, class Wanted>
std::size_t find_low(std::string_view text, std::size_t from, Wanted wanted) noexcept {
    std::size_t at = from;
    while (at + 8 <= text.size()) {
        const std::size_t step = first_low_byte<End>(text.data() + at);
        at += step;
        if (step == 8) continue;
        if (wanted(text[at])) return at;
        ++at;
    }
    for (; at < text.size(); ++at) {
        if (wanted(text[at])) return at;
    }
    return std::string_view::npos;
}

bool is_forbidden(char c) noexcept { return c == '\n' || c == '\r' || c == '\0'; }

}  // namespace

std::size_t find_line_end(std::string_view text, std::size_t from) noexcept {
    return find_low<'\r' + 1>(text, from, [](char c) { return c == '\n' || c == '\r'; });
}

std::size_t find_forbidden(std::string_view text, std::size_t from) noexcept {
    return find_low<'\r' + 1>(text, from, is_forbidden);
}

std::size_t find_control(std::string_view text) noexcept {
    return find_low<' '>(text, 0, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::size_t find_word_end(std::string_view text, std::size_t from) noexcept {
    return find_low<' ' + 1>(text, from, [](char c) { return c == ' ' || is_forbidden(c); });
}

}  // namespace brusio::wire
