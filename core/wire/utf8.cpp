#include "core/wire/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Bytes of the character that `lead` opens; 0 if no character starts so.
std::size_t bytes_announced(unsigned char lead) {
    if (lead < 0x80U) return 1;
    if (lead < 0xC2U) return 0;  // continuation bytes and the overlong C0, C1
    if (lead < 0xE0U) return 2;
    if (lead < 0xF0U) return 3;
    return lead < 0xF5U ? 4 : 0;
}

/// RFC 3629 section 4: the second byte is narrower after four of the lead bytes.
bool second_byte_fits(unsigned char lead, unsigned char second) {
    switch (lead) {
        case 0xE0:
            return second >= 0xA0U && second <= 0xBFU;
        case 0xED:
            return second >= 0x80U && second <= 0x9FU;
        case 0xF0:
            return second >= 0x90U && second <= 0xBFU;
        case 0xF4:
            return second >= 0x80U && second <= 0x8FU;
        default:
            return is_continuation(second);
    }
}

/// How many of the first bytes of `text` agree with one character of `announced` bytes.
std::size_t bytes_agreeing(std::string_view text, std::size_t announced) {
    if (text.size() < 2 || !second_byte_fits(byte_at(text, 0), byte_at(text, 1))) return 1;
    std::size_t good = 2;
    while (good < announced && good < text.size() && is_continuation(byte_at(text, good))) ++good;
    return good;
}

bool eight_are_ascii(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

std::size_t ascii_bytes(std::string_view text, std::size_t from) {
    std::size_t at = from;
    while (at + 8 <= text.size() && eight_are_ascii(text.data() + at)) at += 8;
    const bool near_end = at + 8 > text.size() && text.size() >= from + 8;
    if (near_end && eight_are_ascii(text.data() + text.size() - 8)) return text.size() - from;
    while (at < text.size() && byte_at(text, at) < 0x80U) ++at;
    return at - from;
}

struct Span {
    char32_t first;
    char32_t last;
};

// Unicode's Default_Ignorable_Code_Point, White_Space, Cc, Cf, Co and non-characters, merged.
constexpr std::array<Span, 24> invisible_spans{{
    {0x0000, 0x0020}, {0x007F, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x0600, 0x0605},
    {0x061C, 0x061C}, {0x06DD, 0x06DD}, {0x070F, 0x070F}, {0x115F, 0x1160}, {0x1680, 0x1680},
    {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
    {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xD800, 0xF8FF}, {0xFDD0, 0xFDEF},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
}};

}  // namespace

CodePoint decode_utf8(std::string_view text) noexcept {
    if (text.empty()) return {};
    const unsigned char lead = byte_at(text, 0);
    const std::size_t bytes = bytes_announced(lead);
    if (bytes == 1) return {lead, 1};
    if (bytes == 0 || text.size() < bytes || bytes_agreeing(text, bytes) != bytes) return {};
    char32_t value = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) value = (value << 6U) | (byte_at(text, i) & 0x3FU);
    BRUSIO_ASSERT(value >= 0x80U && value <= 0x10FFFFU);
    return {value, bytes};
}

bool valid_utf8(std::string_view text) noexcept {
    std::size_t at = ascii_bytes(text, 0);
    while (at < text.size()) {
        const std::size_t bytes = decode_utf8(text.substr(at)).bytes;
        if (bytes == 0) return false;
        at += bytes;
        at += ascii_bytes(text, at);
    }
    return true;
}

std::size_t utf8_unfinished(std::string_view text) noexcept {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const std::string_view tail = text.substr(text.size() - back);
        if (is_continuation(byte_at(tail, 0))) continue;
        const std::size_t announced = bytes_announced(byte_at(tail, 0));
        const bool unfinished = announced > back && bytes_agreeing(tail, announced) == back;
        return unfinished ? back : 0;
    }
    return 0;
}

std::size_t utf8_cut(std::string_view text, std::size_t bytes_max) noexcept {
    if (text.size() <= bytes_max) return text.size();
    const std::size_t unfinished = utf8_unfinished(text.substr(0, bytes_max));
    BRUSIO_ASSERT(unfinished <= bytes_max);
    const std::size_t start = bytes_max - unfinished;
    const bool inside = unfinished != 0 && decode_utf8(text.substr(start)).bytes > unfinished;
    return inside ? start : bytes_max;
}

bool is_invisible(char32_t c) noexcept {
    if (c < 0x7FU) return c <= 0x20U;
    if ((c & 0xFFFEU) == 0xFFFEU) return true;  // the last two of every plane
    if (c >= 0xE0000U) return true;             // tags, selectors, private planes
    if (c >= 0x1BCA0U && c <= 0x1BCA3U) return true;
    if (c >= 0x1D173U && c <= 0x1D17AU) return true;
    return std::any_of(invisible_spans.begin(), invisible_spans.end(),
                       [c](Span span) { return c >= span.first && c <= span.last; });
}

}  // namespace brusio::wire
