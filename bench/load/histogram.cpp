#include "bench/load/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

#include "core/base/assert.h"

namespace brusio::bench {
namespace {

// Values below 2^8 have a bucket each; every further power of two is cut into 128.
constexpr unsigned exact_bits = 8;
constexpr std::uint64_t bucket_parts = std::uint64_t{1} << (exact_bits - 1);
constexpr std::size_t bucket_count = (64 - exact_bits + 2) * bucket_parts;

std::size_t bucket_of(std::uint64_t value) {
    const auto width = static_cast<unsigned>(std::bit_width(value));
    if (width <= exact_bits) return value;
    const unsigned shift = width - exact_bits;
    return shift * bucket_parts + (value >> shift);
}

/// The greatest value that falls into `bucket`.
std::uint64_t last_value_of(std::size_t bucket) {
    if (bucket < 2 * bucket_parts) return bucket;
    const std::uint64_t shift = bucket / bucket_parts - 1;
    const std::uint64_t first = (bucket - shift * bucket_parts) << shift;
    return first + ((std::uint64_t{1} << shift) - 1);
}

}  // namespace

Histogram::Histogram() : buckets_(bucket_count, 0) {}

void Histogram::record(std::int64_t ns) {
    const std::int64_t value = std::max<std::int64_t>(ns, 0);
    const std::size_t bucket = bucket_of(static_cast<std::uint64_t>(value));
    BRUSIO_ASSERT(bucket < buckets_.size());
    ++buckets_[bucket];
    ++count_;
    max_ns_ = std::max(max_ns_, value);
}

void Histogram::clear() {
    std::fill(buckets_.begin(), buckets_.end(), 0);
    count_ = 0;
    max_ns_ = 0;
}

std::int64_t Histogram::percentile_ns(double percent) const {
    BRUSIO_ASSERT(percent >= 0 && percent <= 100);
    if (count_ == 0) return 0;
    const auto wanted = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(std::ceil(percent / 100 * static_cast<double>(count_))));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
        seen += buckets_[bucket];
        if (seen >= wanted) {
            return std::min(max_ns_, static_cast<std::int64_t>(last_value_of(bucket)));
        }
    }
    return max_ns_;
}

}  // namespace brusio::bench
