#include "core/base/result.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio {
namespace {

Result<int, std::string> half(int n) {
    if (n % 2 != 0) return Err{std::string{"odd"}};
    return n / 2;
}

TEST(Result, holds_the_value_or_the_error) {
    EXPECT_EQ(half(8).value(), 4);
    EXPECT_TRUE(half(8).ok());
    EXPECT_EQ(half(7).error(), "odd");
    EXPECT_FALSE(half(7));
}

TEST(Result, can_make_its_value_in_place) {
    const Result<std::string, int> text{std::in_place, 3U, 'x'};
    EXPECT_EQ(text.value(), "xxx");
}

TEST(ResultDeathTest, asking_for_what_is_not_there_is_a_bug) {
    EXPECT_DEATH((void)half(7).value(), "broken invariant");
    EXPECT_DEATH((void)half(8).error(), "broken invariant");
}

}  // namespace
}  // namespace brusio
