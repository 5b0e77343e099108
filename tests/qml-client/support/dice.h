#pragma once

#include <random>

namespace brusio::ui::test {

/// Chance for tests: the same numbers on every machine for one seed.
class Dice {
 public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    /// Uniform enough in [0, bound).
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }

 private:
    std::mt19937 engine_;
};

}  // namespace brusio::ui::test
