#include "sim/time/distribution.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/base/assert.h"
#include "core/base/keyed_random.h"

namespace brusio::sim {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t scaled(std::uint64_t bits, std::uint64_t range) {
    return static_cast<std::uint64_t>((static_cast<Wide>(bits) * range) >> 64);
}

constexpr unsigned table_bits = 8;
constexpr std::size_t table_size = std::size_t{1} << table_bits;

// log2 of 1 + (i + 1/2) / 256 as a fraction of 2^32, by squaring: each square that passes 2 is one
// more bit of the logarithm.
constexpr std::uint32_t log2_fraction(std::uint64_t index) {
    Wide x = (Wide{1} << 62) + (Wide{2 * index + 1} << (62 - table_bits - 1));  // in [1, 2) * 2^62
    std::uint32_t log = 0;
    for (int bit = 0; bit < 32; ++bit) {
        x = (x * x) >> 62;
        log <<= 1;
        if (x >= (Wide{1} << 63)) {
            x >>= 1;
            log |= 1;
        }
    }
    return log;
}

constexpr std::array<std::uint32_t, table_size> make_log2_table() {
    std::array<std::uint32_t, table_size> table{};
    for (std::size_t i = 0; i < table_size; ++i) table[i] = log2_fraction(i);
    return table;
}

constexpr auto log2_table = make_log2_table();
static_assert(log2_table.front() < log2_table.back(), "the logarithm grows");

constexpr std::uint64_t ln2_q32 = 2'977'044'472;  // ln 2 * 2^32

}  // namespace

std::uint64_t uniform(std::uint64_t bits, std::uint64_t least, std::uint64_t most) {
    BRUSIO_ASSERT(least <= most);
    const std::uint64_t range = most - least + 1;
    return range == 0 ? bits : least + scaled(bits, range);
}

std::uint64_t exponential(std::uint64_t bits, std::uint64_t mean) {
    // -ln(U) with U = 2^-(zeros+1) * m, m in [1, 2): (zeros + 1) ln 2 - ln m.
    const std::uint64_t safe = bits | 1;
    const auto zeros = static_cast<unsigned>(std::countl_zero(safe));
    const std::uint64_t mantissa = mix64(safe) >> (64 - table_bits);
    const std::uint64_t log2_q32 =
        (static_cast<std::uint64_t>(zeros + 1) << 32) - log2_table[mantissa];
    const auto ln_q32 = static_cast<std::uint64_t>((static_cast<Wide>(log2_q32) * ln2_q32) >> 32);
    return static_cast<std::uint64_t>((static_cast<Wide>(mean) * ln_q32) >> 32);
}

std::uint64_t heavy_tail(std::uint64_t bits, std::uint64_t least, std::uint64_t most) {
    BRUSIO_ASSERT(least <= most);
    const auto doublings = static_cast<unsigned>(std::countl_zero(bits | 1));
    const Wide base = static_cast<Wide>(std::max<std::uint64_t>(least, 1)) << doublings;
    const Wide value = base + ((base * (mix64(bits) >> 32)) >> 32);
    return value > most ? most : static_cast<std::uint64_t>(value);
}

bool happens(std::uint64_t bits, std::uint32_t per_mille) { return scaled(bits, 1000) < per_mille; }

Duration Delay::draw(std::uint64_t bits) const {
    const auto low = static_cast<std::uint64_t>(least.count());
    const auto more = static_cast<std::uint64_t>(spread.count());
    std::uint64_t value = low;
    switch (shape) {
        case Shape::fixed:
            break;
        case Shape::uniform:
            value = uniform(bits, low, low + more);
            break;
        case Shape::exponential:
            value = low + exponential(bits, more);
            break;
        case Shape::heavy_tail:
            value = heavy_tail(bits, low, low + more);
            break;
        case Shape::two_mode:
            value = happens(mix64(bits), 999) ? uniform(bits, low, low + more / 10)
                                              : uniform(bits, low + more / 10, low + more);
            break;
    }
    return Duration{static_cast<Duration::rep>(value)};
}

}  // namespace brusio::sim
