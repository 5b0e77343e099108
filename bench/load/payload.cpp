#include "bench/load/payload.h"

#include <stdexcept>

#include "core/base/assert.h"

namespace brusio::bench {
namespace {

// "~" + 6 digits of sender + 8 of sequence + 16 of time: 31 bytes, then the padding.
constexpr unsigned sender_digits = 6;
constexpr unsigned sequence_digits = 8;
constexpr unsigned time_digits = 16;
constexpr std::size_t stamp_bytes = 1 + sender_digits + sequence_digits + time_digits;
constexpr std::size_t bytes_max = 400;
static_assert(stamp_bytes < Payload::bytes_min);

// Sixteen letters as digits: '@' + nibble would hold '@', so 'A' + nibble.
void append_number(std::string& out, std::uint64_t value, unsigned digits) {
    for (unsigned i = digits; i-- > 0;) {
        out += static_cast<char>('A' + ((value >> (4 * i)) & 15));
    }
}

/// Reads `digits` letters from `at`; sets `bad` if one of them is none of the sixteen.
std::uint64_t read_number(const char* at, unsigned digits, bool& bad) {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < digits; ++i) {
        const auto digit = static_cast<unsigned>(at[i] - 'A');
        bad = bad || digit > 15;
        value = value << 4 | (digit & 15);
    }
    return value;
}

}  // namespace

Payload::Payload(std::size_t bytes) : bytes_(bytes) {
    if (bytes < bytes_min || bytes > bytes_max) {
        throw std::invalid_argument("a message must have from 32 to 400 bytes");
    }
    for (std::size_t i = stamp_bytes; i < bytes; ++i) {
        padding_ += i % 8 == 7 ? ' ' : static_cast<char>('a' + i % 26);
    }
    padding_.back() = '.';  // a server may cut spaces off the end
}

void Payload::append(std::string& out, const Stamp& stamp) const {
    BRUSIO_ASSERT(stamp.sender < 1U << (4 * sender_digits));
    out += '~';
    append_number(out, stamp.sender, sender_digits);
    append_number(out, stamp.sequence, sequence_digits);
    append_number(out, static_cast<std::uint64_t>(stamp.intended_ns), time_digits);
    out += padding_;
}

std::optional<Stamp> Payload::read(std::string_view line) const {
    if (line.size() <= bytes_) return std::nullopt;
    const char* text = line.data() + (line.size() - bytes_);
    if (*text != '~' || text[-1] != ':') return std::nullopt;
    if (std::string_view{text + stamp_bytes, padding_.size()} != padding_) return std::nullopt;
    bool bad = false;
    Stamp stamp;
    const char* at = text + 1;
    stamp.sender = static_cast<std::uint32_t>(read_number(at, sender_digits, bad));
    at += sender_digits;
    stamp.sequence = static_cast<std::uint32_t>(read_number(at, sequence_digits, bad));
    at += sequence_digits;
    stamp.intended_ns = static_cast<std::int64_t>(read_number(at, time_digits, bad));
    if (bad) return std::nullopt;
    return stamp;
}

}  // namespace brusio::bench
