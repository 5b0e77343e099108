#pragma once

#include <cstdint>
#include <initializer_list>

namespace brusio::room {

/// Which way a setting or a rank is turned.
enum class Turn : std::uint8_t { off, on };

/// A set of the values of a small enum (at most 32), in one word.
template <class E>
class FlagSet {
 public:
    constexpr FlagSet() = default;
    constexpr FlagSet(std::initializer_list<E> flags) {
        for (const E flag : flags) set(flag, Turn::on);
    }

    [[nodiscard]] constexpr bool has(E flag) const { return (bits_ & bit(flag)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    /// True if the set is another one afterwards.
    constexpr bool set(E flag, Turn turn) {
        const std::uint32_t before = bits_;
        bits_ = turn == Turn::on ? (bits_ | bit(flag)) : (bits_ & ~bit(flag));
        return bits_ != before;
    }
    constexpr bool operator==(const FlagSet&) const = default;

 private:
    static constexpr std::uint32_t bit(E flag) {
        return std::uint32_t{1} << static_cast<unsigned>(flag);
    }

    std::uint32_t bits_ = 0;
};

}  // namespace brusio::room
