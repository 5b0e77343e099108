#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace brusio::room {

/// So many times in so many seconds; 0 times: as often as one likes.
struct Rate {
    std::uint32_t count = 0;
    std::uint32_t seconds = 0;

    [[nodiscard]] bool is_set() const { return count != 0; }
    bool operator==(const Rate&) const = default;
};

/// Counts what happens against a rate. A window begins with the first time after the last one has
/// passed, so that nothing has to be remembered but a number.
class RateGate {
 public:
    [[nodiscard]] const Rate& rate() const { return rate_; }
    /// True if the rate is another one afterwards. What was counted is forgotten.
    bool set_rate(Rate rate);
    /// May it happen once more now?
    [[nodiscard]] bool is_open(MonoTime now) const;
    /// It has happened.
    void count(MonoTime now);

 private:
    [[nodiscard]] bool has_passed(MonoTime now) const;

    Rate rate_;
    std::uint32_t counted_ = 0;  // in this window
    MonoTime window_began_;
};

}  // namespace brusio::room
