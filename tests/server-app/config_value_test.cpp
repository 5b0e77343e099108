#include "server-app/config_value.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

using namespace std::chrono_literals;

TEST(ConfigValue, durations_are_read_and_written_in_the_biggest_unit) {
    EXPECT_EQ(parse_duration("90s").value(), 90s);
    EXPECT_EQ(parse_duration("0ms").value(), 0s);
    EXPECT_EQ(parse_duration("10m").value(), 10min);
    EXPECT_EQ(duration_text(90s), "90s");
    EXPECT_EQ(duration_text(120s), "2m");
    EXPECT_EQ(duration_text(7200s), "2h");
    EXPECT_EQ(duration_text(50ms), "50ms");
    EXPECT_EQ(parse_duration(duration_text(0s)).value(), 0s);
}

TEST(ConfigValue, bytes_are_read_and_written_in_the_biggest_unit) {
    EXPECT_EQ(parse_bytes("512").value(), 512);
    EXPECT_EQ(parse_bytes("16KiB").value(), 16'384);
    EXPECT_EQ(bytes_text(1'048'576), "1MiB");
    EXPECT_EQ(bytes_text(12'288), "12KiB");
    EXPECT_EQ(bytes_text(1'000), "1000");
}

TEST(ConfigValue, numbers_without_sense_are_refused) {
    for (const char* text : {"", "s", "-1s", "1 s", "1d", "9223372036854775807h", "1.5s"}) {
        EXPECT_FALSE(parse_duration(text)) << text;
    }
    for (const char* text : {"", "KiB", "-1", "1kb", "9223372036854775807MiB", "0x10"}) {
        EXPECT_FALSE(parse_bytes(text)) << text;
    }
}

TEST(ConfigValue, the_nearest_name_is_offered_only_if_it_is_near) {
    const std::vector<std::string> names{"name", "network", "ping_after", "drop_after"};
    EXPECT_EQ(nearest_name("nmae", names), "name");
    EXPECT_EQ(nearest_name("netwrok", names), "network");
    EXPECT_EQ(nearest_name("ping_time", names), std::nullopt);
    EXPECT_EQ(nearest_name("zzz", names), std::nullopt);
}

TEST(ConfigValue, is_written_as_toml_reads_it) {
    EXPECT_EQ(toml_text(std::string{"a \"b\" \\ \n"}), "\"a \\\"b\\\" \\\\ \\u000A\"");
    EXPECT_EQ(toml_text(std::vector<std::string>{"a", "b"}), "[\"a\", \"b\"]");
    EXPECT_EQ(toml_text(std::vector<std::string>{}), "[]");
    EXPECT_EQ(toml_text(std::int64_t{7}), "7");
    EXPECT_EQ(toml_text(true), "true");
}

}  // namespace
}  // namespace brusio::server
