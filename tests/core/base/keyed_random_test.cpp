#include "core/base/keyed_random.h"

#include <gtest/gtest.h>

#include <array>

namespace brusio {
namespace {

TEST(KeyedRandom, the_same_key_draws_the_same_bits_and_another_key_others) {
    const KeyedRandom random{42};
    EXPECT_EQ(random.draw(1, "latency", 7), KeyedRandom{42}.draw(1, "latency", 7));
    EXPECT_NE(random.draw(1, "latency", 7), random.draw(1, "latency", 8));
    EXPECT_NE(random.draw(1, "latency", 7), random.draw(2, "latency", 7));
    EXPECT_NE(random.draw(1, "latency", 7), random.draw(1, "nick", 7));
    EXPECT_NE(random.draw(1, "latency", 7), KeyedRandom{43}.draw(1, "latency", 7));
}

TEST(KeyedRandom, draws_are_the_same_on_every_machine) {
    EXPECT_EQ(mix64(0), 0xE220A8397B1DCDAFU);  // the first output of splitmix64 seeded with 0
    EXPECT_EQ(hash_text("brusio"), hash_text(std::string_view{"brusio"}));
}

TEST(KeyedRandom, below_is_bounded_and_roughly_even) {
    const KeyedRandom random{1};
    std::array<int, 10> seen{};
    for (std::uint64_t i = 0; i < 10'000; ++i) ++seen.at(random.below(10, 3, "dice", i));
    for (const int count : seen) {
        EXPECT_GT(count, 800);
        EXPECT_LT(count, 1200);
    }
}

TEST(KeyedRandomDeathTest, a_bound_of_zero_is_a_bug) {
    EXPECT_DEATH((void)KeyedRandom{1}.below(0, 1, "x", 1), "broken invariant");
}

}  // namespace
}  // namespace brusio
