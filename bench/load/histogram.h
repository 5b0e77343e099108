#pragma once

#include <cstdint>
#include <vector>

namespace brusio::bench {

/// Counts of durations in buckets whose width is at most 1/128 of their value, so that any
/// percentile is right within 0.8 %. Fixed memory; recording costs a few instructions.
class Histogram {
 public:
    Histogram();

    /// Counts one duration; a negative one counts as 0.
    void record(std::int64_t ns);
    void clear();

    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// The greatest duration recorded, exact; 0 if there is none.
    [[nodiscard]] std::int64_t max_ns() const { return max_ns_; }
    /// The least duration that `percent` (0..100) of the recorded ones do not pass, rounded up to
    /// the end of its bucket but never above the maximum; 0 if nothing was recorded.
    [[nodiscard]] std::int64_t percentile_ns(double percent) const;

 private:
    std::vector<std::uint64_t> buckets_;
    std::uint64_t count_ = 0;
    std::int64_t max_ns_ = 0;
};

}  // namespace brusio::bench
