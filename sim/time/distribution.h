#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace brusio::sim {

/// Shapes of chance in integer arithmetic alone, so that every compiler and machine draws the
/// same. Each turns 64 uniform bits (see core/base/keyed_random.h) into one value.

/// Uniform in [least, most]; `least <= most`.
[[nodiscard]] std::uint64_t uniform(std::uint64_t bits, std::uint64_t least, std::uint64_t most);

/// Exponential with the given mean, from 0 to about 44 times the mean; within 0.3 % of the curve.
[[nodiscard]] std::uint64_t exponential(std::uint64_t bits, std::uint64_t mean);

/// Heavy tail from `least` to `most`: each doubling is half as likely as the one before it.
[[nodiscard]] std::uint64_t heavy_tail(std::uint64_t bits, std::uint64_t least, std::uint64_t most);

/// True with a probability of `per_mille` in 1,000.
[[nodiscard]] bool happens(std::uint64_t bits, std::uint32_t per_mille);

/// How long something takes: at least `least`, plus a share that varies by the shape.
struct Delay {
    enum class Shape : std::uint8_t {
        fixed,        // always `least`
        uniform,      // evenly up to `least + spread`
        exponential,  // `least` plus an exponential with mean `spread`
        heavy_tail,   // from `least`, halving with each doubling, up to `least + spread`
        two_mode,     // 999 of 1,000 evenly in the lower tenth of `spread`, the rest above it
    };
    Shape shape = Shape::fixed;
    Duration least{0};
    Duration spread{0};

    friend bool operator==(const Delay&, const Delay&) = default;

    /// Never negative.
    [[nodiscard]] Duration draw(std::uint64_t bits) const;
};

}  // namespace brusio::sim
