#include "core/wire/numerics.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

constexpr std::array numeric_table = {
#define BRUSIO_NUMERIC_ROW(code, digits, enumerator, name, text, spec) \
    NumericRow{Numeric::enumerator, digits, name, text, spec},
    BRUSIO_NUMERICS(BRUSIO_NUMERIC_ROW)
#undef BRUSIO_NUMERIC_ROW
};

constexpr std::uint16_t codes_end = 1000;
constexpr std::uint8_t no_row = 0xFF;
static_assert(numeric_table.size() < no_row, "a row's place fits a byte");

/// The place of each number's row, so that a look-up is one load.
constexpr std::array<std::uint8_t, codes_end> places = [] {
    std::array<std::uint8_t, codes_end> filled{};
    for (std::uint8_t& place : filled) place = no_row;
    for (std::size_t i = 0; i < numeric_table.size(); ++i) {
        filled.at(static_cast<std::size_t>(numeric_table.at(i).numeric)) =
            static_cast<std::uint8_t>(i);
    }
    return filled;
}();

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::span<const NumericRow> numeric_rows() { return numeric_table; }

const NumericRow& numeric_row(Numeric numeric) {
    const auto code = static_cast<std::size_t>(numeric);
    BRUSIO_ASSERT(code < codes_end && places[code] != no_row);
    return numeric_table[places[code]];
}

const NumericRow* find_numeric(std::string_view digits) {
    if (digits.size() != 3 || !std::all_of(digits.begin(), digits.end(), is_digit)) return nullptr;
    std::size_t code = 0;
    for (const char c : digits) code = code * 10 + static_cast<std::size_t>(c - '0');
    BRUSIO_ASSERT(code < codes_end);
    return places[code] == no_row ? nullptr : &numeric_table[places[code]];
}

}  // namespace brusio::wire
