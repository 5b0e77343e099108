#include "bench/load/histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/keyed_random.h"

namespace brusio::bench {
namespace {

TEST(Histogram, an_empty_one_answers_zero) {
    const Histogram histogram;
    EXPECT_EQ(histogram.count(), 0U);
    EXPECT_EQ(histogram.max_ns(), 0);
    EXPECT_EQ(histogram.percentile_ns(50), 0);
}

TEST(Histogram, one_value_is_every_percentile_exactly) {
    Histogram histogram;
    histogram.record(1'234'567);
    for (const double percent : {0.0, 50.0, 99.9, 100.0}) {
        EXPECT_EQ(histogram.percentile_ns(percent), 1'234'567);
    }
}

TEST(Histogram, small_values_are_exact) {
    Histogram histogram;
    for (int value = 1; value <= 100; ++value) histogram.record(value);
    EXPECT_EQ(histogram.percentile_ns(1), 1);
    EXPECT_EQ(histogram.percentile_ns(50), 50);
    EXPECT_EQ(histogram.percentile_ns(99), 99);
    EXPECT_EQ(histogram.max_ns(), 100);
}

TEST(Histogram, a_negative_duration_counts_as_zero) {
    Histogram histogram;
    histogram.record(-5);
    EXPECT_EQ(histogram.count(), 1U);
    EXPECT_EQ(histogram.percentile_ns(100), 0);
}

TEST(Histogram, the_greatest_duration_has_a_bucket) {
    Histogram histogram;
    histogram.record(INT64_MAX);
    EXPECT_EQ(histogram.percentile_ns(50), INT64_MAX);
}

TEST(Histogram, percentiles_are_right_within_one_percent_over_nine_orders) {
    const brusio::KeyedRandom random{7};
    Histogram histogram;
    std::vector<std::int64_t> values;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        const double exponent = static_cast<double>(random.below(9'000, i, "exponent", 0)) / 1000;
        values.push_back(static_cast<std::int64_t>(std::pow(10, exponent)));
        histogram.record(values.back());
    }
    std::sort(values.begin(), values.end());
    for (const double percent : {1.0, 10.0, 50.0, 90.0, 99.0, 99.9}) {
        const auto place = static_cast<std::size_t>(std::ceil(percent / 100 * 20'000)) - 1;
        const auto exact = static_cast<double>(values[place]);
        const auto found = static_cast<double>(histogram.percentile_ns(percent));
        EXPECT_GE(found, exact);
        EXPECT_LE(found, exact * 1.008 + 1) << percent;
    }
}

TEST(Histogram, clearing_forgets_everything) {
    Histogram histogram;
    histogram.record(10);
    histogram.clear();
    EXPECT_EQ(histogram.count(), 0U);
    EXPECT_EQ(histogram.percentile_ns(100), 0);
}

}  // namespace
}  // namespace brusio::bench
