#pragma once

#include <cstdint>
#include <string_view>

namespace brusio {

/// Chance as a pure function: the draw for (entity, purpose, counter) depends on the seed and on
/// those three alone, so that adding or removing one draw leaves every other one as it was.
/// Integer arithmetic only; equal on every compiler and machine. Any thread.
class KeyedRandom {
 public:
    explicit constexpr KeyedRandom(std::uint64_t seed) : seed_(seed) {}

    /// 64 uniform bits. `purpose` is a name in the code ("latency", "nick"), part of the key.
    [[nodiscard]] std::uint64_t draw(std::uint64_t entity, std::string_view purpose,
                                     std::uint64_t counter) const;

    /// Uniform in [0, bound). `bound` must not be 0. The bias is below 2^-32 for bounds < 2^32.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound, std::uint64_t entity,
                                      std::string_view purpose, std::uint64_t counter) const;

    [[nodiscard]] constexpr std::uint64_t seed() const { return seed_; }

 private:
    std::uint64_t seed_;
};

/// Mixes 64 bits so that every input bit touches every output bit (the splitmix64 finaliser).
[[nodiscard]] std::uint64_t mix64(std::uint64_t bits);

/// A stable 64-bit hash of text (FNV-1a, then mixed). For keys and trace hashes, not for secrets.
[[nodiscard]] std::uint64_t hash_text(std::string_view text);

}  // namespace brusio
