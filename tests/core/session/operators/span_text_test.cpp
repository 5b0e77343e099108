#include "core/session/operators/span_text.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using namespace std::chrono_literals;

TEST(Span, is_read_with_units_or_without) {
    EXPECT_EQ(read_span("90s", 1min), Duration{90s});
    EXPECT_EQ(read_span("1d12h", 1min), Duration{36h});
    EXPECT_EQ(read_span("60", 1min), Duration{60min});
    EXPECT_EQ(read_span("60", 1s), Duration{60s});
    EXPECT_EQ(read_span("Forever", 1s), Duration{0});
    EXPECT_EQ(read_span("99999999999999w", 1s), Duration{24h * 3652});
}

TEST(Span, is_nothing_else) {
    for (const char* text : {"", "h", "5y", "1.5h", "-5m", "10.0.0.1", "2001:db8::1", "5 m"}) {
        EXPECT_FALSE(read_span(text, 1s)) << text;
    }
}

TEST(Span, of_nothing_never_ends) {
    EXPECT_EQ(end_of_span(WallTime{1'000}, Duration{0}), WallTime{});
    EXPECT_EQ(end_of_span(WallTime{1'000}, 2s), WallTime{3'000});
    EXPECT_EQ(until_text(WallTime{}), "for good");
    EXPECT_EQ(until_text(WallTime{1'704'067'200'000}), "until 2024-01-01T00:00:00.000Z");
}

}  // namespace
}  // namespace brusio::session
