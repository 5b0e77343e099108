#include "core/wire/base64.h"

#include <cstdint>

#include "core/base/assert.h"

namespace brusio::wire {

namespace {

constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Three bytes at `text`, those past its end as zeros, as one number.
std::uint32_t group_at(std::string_view text, std::size_t at) {
    std::uint32_t group = 0;
    for (std::size_t i = at; i < at + 3; ++i) {
        group = (group << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return group;
}

}  // namespace

std::string encode_base64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::uint32_t group = group_at(bytes, at);
        const std::size_t left = bytes.size() - at;
        text += base64_digits[(group >> 18) & 63];
        text += base64_digits[(group >> 12) & 63];
        text += left > 1 ? base64_digits[(group >> 6) & 63] : '=';
        text += left > 2 ? base64_digits[group & 63] : '=';
    }
    BRUSIO_ASSERT(text.size() % 4 == 0);
    return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::string_view body = text;
    while (!body.empty() && body.back() == '=' && text.size() - body.size() < 2) {
        body.remove_suffix(1);
    }
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned bit_count = 0;
    for (const char c : body) {
        const std::size_t value = base64_digits.find(c);
        if (value == std::string_view::npos) return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        bit_count += 6;
        if (bit_count < 8) continue;
        bit_count -= 8;
        bytes += static_cast<char>((bits >> bit_count) & 255U);
        bits &= (1U << bit_count) - 1U;
    }
    if (bits != 0) return std::nullopt;
    return bytes;
}

}  // namespace brusio::wire
