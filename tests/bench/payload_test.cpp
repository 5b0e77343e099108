#include "bench/load/payload.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace brusio::bench {
namespace {

std::string line_with(const Payload& payload, const Stamp& stamp) {
    std::string line = "@time=x;msgid=y :b1!u@h PRIVMSG #room :";
    payload.append(line, stamp);
    return line;
}

TEST(Payload, a_stamp_survives_the_journey) {
    for (const std::size_t bytes : {32U, 33U, 64U, 400U}) {
        const Payload payload{bytes};
        const Stamp stamp{0xABCDEF, 0xFFFFFFFF, INT64_MAX};
        EXPECT_EQ(payload.read(line_with(payload, stamp)), stamp) << bytes;
    }
}

TEST(Payload, every_text_has_the_size_that_was_asked_for) {
    const Payload payload{100};
    std::string text;
    payload.append(text, Stamp{1, 2, 3});
    EXPECT_EQ(text.size(), 100U);
    EXPECT_EQ(text.find_first_of(std::string{"\r\n\0", 3}), std::string::npos);
}

TEST(Payload, a_harmed_byte_anywhere_in_the_text_is_seen) {
    const Payload payload{64};
    const std::string whole = line_with(payload, Stamp{1, 2, 3});
    for (std::size_t at = whole.size() - 64; at < whole.size(); ++at) {
        std::string harmed = whole;
        harmed[at] = '\x01';
        EXPECT_FALSE(payload.read(harmed).has_value()) << at;
    }
}

TEST(Payload, a_text_that_was_cut_or_grew_is_seen) {
    const Payload payload{64};
    const std::string whole = line_with(payload, Stamp{1, 2, 3});
    EXPECT_FALSE(payload.read(whole.substr(0, whole.size() - 1)).has_value());
    EXPECT_FALSE(payload.read(whole + ".").has_value());
    EXPECT_FALSE(payload.read("").has_value());
    EXPECT_FALSE(payload.read(":server PING :token").has_value());
}

TEST(Payload, sizes_outside_of_the_bounds_are_refused) {
    EXPECT_THROW(Payload{31}, std::invalid_argument);
    EXPECT_THROW(Payload{401}, std::invalid_argument);
}

}  // namespace
}  // namespace brusio::bench
