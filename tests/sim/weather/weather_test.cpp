#include "sim/weather/weather.h"

#include <gtest/gtest.h>

namespace brusio::sim {
namespace {

TEST(Weather, every_profile_is_found_by_its_name_and_says_what_it_is) {
    for (const Weather& weather : weather_profiles()) {
        const auto found = weather_named(weather.name);
        ASSERT_TRUE(found) << weather.name;
        EXPECT_EQ(found->name, weather.name);
        EXPECT_FALSE(weather.summary.empty());
        EXPECT_GT(weather.window_bytes, 0U);
    }
    EXPECT_FALSE(weather_named("tornado"));
}

TEST(Weather, a_fault_that_strikes_has_a_length) {
    for (const Weather& weather : weather_profiles()) {
        EXPECT_EQ(weather.clog_every.count() != 0, weather.clog_for.count() != 0) << weather.name;
        EXPECT_EQ(weather.hold_per_mille != 0, weather.hold_for.count() != 0) << weather.name;
        const ServerWeather& server = weather.server;
        EXPECT_EQ(server.stall_per_mille != 0, server.stall_for.count() != 0) << weather.name;
        EXPECT_EQ(server.full_every.count() != 0, server.full_for.count() != 0) << weather.name;
    }
}

TEST(Weather, only_the_mild_ones_keep_every_link) {
    EXPECT_TRUE(weather_named("calm")->keeps_links());
    EXPECT_TRUE(weather_named("lan")->keeps_links());
    EXPECT_TRUE(weather_named("satellite")->keeps_links());
    EXPECT_FALSE(weather_named("mobile")->keeps_links());
    EXPECT_FALSE(weather_named("storm")->keeps_links());
    EXPECT_TRUE(weather_named("slow-disk")->keeps_links());
    EXPECT_FALSE(weather_named("sick-disk")->keeps_links());
    EXPECT_FALSE(weather_named("crashes")->keeps_links());
}

}  // namespace
}  // namespace brusio::sim
