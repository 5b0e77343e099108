#include "sim/time/distribution.h"

#include <gtest/gtest.h>

#include "core/base/keyed_random.h"

namespace brusio::sim {
namespace {

using std::chrono::milliseconds;

constexpr std::uint64_t draws = 200'000;
const KeyedRandom chance{11};

TEST(Distribution, uniform_touches_both_ends_and_nothing_beyond) {
    EXPECT_EQ(uniform(0, 5, 9), 5U);
    EXPECT_EQ(uniform(~std::uint64_t{0}, 5, 9), 9U);
    EXPECT_EQ(uniform(12'345, 7, 7), 7U);
    EXPECT_EQ(uniform(12'345, 0, ~std::uint64_t{0}), 12'345U);
}

TEST(Distribution, exponential_has_its_mean_and_its_median) {
    constexpr std::uint64_t mean = 1'000'000;
    std::uint64_t sum = 0;
    std::uint64_t below_median = 0;
    for (std::uint64_t i = 0; i < draws; ++i) {
        const std::uint64_t value = exponential(chance.draw(1, "exp", i), mean);
        sum += value;
        below_median += value < 693'147 ? 1 : 0;  // mean * ln 2
    }
    EXPECT_NEAR(static_cast<double>(sum) / draws, mean, mean * 0.01);
    EXPECT_NEAR(static_cast<double>(below_median) / draws, 0.5, 0.01);
}

TEST(Distribution, exponential_is_pinned_so_that_every_machine_draws_the_same) {
    EXPECT_EQ(exponential(0, 1'000'000'000), 43'911'389'469U);
    EXPECT_EQ(exponential(0x0123456789ABCDEFU, 1'000'000'000), 5'464'533'956U);
    EXPECT_EQ(exponential(~std::uint64_t{0}, 1'000'000'000), 55'207'193U);
}

TEST(Distribution, heavy_tail_halves_with_each_doubling) {
    std::uint64_t beyond_two = 0;
    std::uint64_t beyond_eight = 0;
    for (std::uint64_t i = 0; i < draws; ++i) {
        const std::uint64_t value = heavy_tail(chance.draw(2, "tail", i), 1'000, 1'000'000);
        ASSERT_GE(value, 1'000U);
        ASSERT_LE(value, 1'000'000U);
        beyond_two += value >= 2'000 ? 1 : 0;
        beyond_eight += value >= 8'000 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(beyond_two) / draws, 0.5, 0.01);
    EXPECT_NEAR(static_cast<double>(beyond_eight) / draws, 0.125, 0.01);
}

TEST(Distribution, happens_as_often_as_it_says) {
    std::uint64_t hits = 0;
    for (std::uint64_t i = 0; i < draws; ++i) {
        hits += happens(chance.draw(3, "happens", i), 30) ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(hits) / draws, 0.03, 0.003);
    EXPECT_FALSE(happens(0, 0));
    EXPECT_TRUE(happens(~std::uint64_t{0}, 1000));
}

TEST(Distribution, every_delay_keeps_its_least_time) {
    for (const auto shape : {Delay::Shape::fixed, Delay::Shape::uniform, Delay::Shape::exponential,
                             Delay::Shape::heavy_tail, Delay::Shape::two_mode}) {
        const Delay delay{shape, milliseconds{5}, milliseconds{100}};
        for (std::uint64_t i = 0; i < 1'000; ++i) {
            ASSERT_GE(delay.draw(chance.draw(4, "delay", i)), milliseconds{5});
        }
    }
}

}  // namespace
}  // namespace brusio::sim
