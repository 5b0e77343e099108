#include "sim/time/trace.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio::sim {
namespace {

MonoTime at(std::int64_t ns) { return MonoTime{Duration{ns}}; }

void fill(Trace& trace, std::uint64_t events, std::uint64_t odd_one = 0) {
    for (std::uint64_t i = 1; i <= events; ++i) {
        trace.add(at(static_cast<std::int64_t>(i)), EventKind::up_arrives, 1, 1,
                  i == odd_one ? "odd" : "even");
    }
}

TEST(Trace, equal_runs_have_equal_hashes) {
    Trace a;
    Trace b;
    fill(a, 5'000);
    fill(b, 5'000);
    EXPECT_EQ(a.hash(), b.hash());
    EXPECT_EQ(a.checkpoints().size(), 4U);
    EXPECT_FALSE(diverging_span(a, b));
}

TEST(Trace, the_span_around_the_first_difference_is_found) {
    Trace a;
    Trace b;
    fill(a, 5'000);
    fill(b, 5'000, 2'100);
    const auto span = diverging_span(a, b);
    ASSERT_TRUE(span);
    EXPECT_EQ(span->after, 2'048U);
    EXPECT_EQ(span->upto, 3'072U);
    SpanRecorder rows{*span};
    Trace again;
    again.copy_to(&rows);
    fill(again, 5'000, 2'100);
    ASSERT_EQ(rows.rows().size(), 1'024U);
    EXPECT_EQ(rows.rows()[2'100 - 2'049], "#2100 0.000002100s up_arrives 1:1 \"odd\"");
}

TEST(Trace, a_run_that_is_only_longer_differs_after_its_last_checkpoint) {
    Trace a;
    Trace b;
    fill(a, 1'500);
    fill(b, 1'501);
    const auto span = diverging_span(a, b);
    ASSERT_TRUE(span);
    EXPECT_EQ(span->after, 1'024U);
}

TEST(Trace, every_part_of_an_event_counts) {
    const auto hash_of = [](auto... parts) {
        Trace trace;
        trace.add(parts...);
        return trace.hash();
    };
    const std::string_view none;
    const auto base = hash_of(at(1), EventKind::unclogs, 1U, 1U, none);
    EXPECT_NE(base, hash_of(at(2), EventKind::unclogs, 1U, 1U, none));
    EXPECT_NE(base, hash_of(at(1), EventKind::person_acts, 1U, 1U, none));
    EXPECT_NE(base, hash_of(at(1), EventKind::unclogs, 2U, 1U, none));
    EXPECT_NE(base, hash_of(at(1), EventKind::unclogs, 1U, 2U, none));
    EXPECT_NE(base, hash_of(at(1), EventKind::unclogs, 1U, 1U, std::string_view{"x"}));
}

TEST(Digest, sees_length_order_and_every_byte) {
    const std::string text = "the quick brown fox";
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = '#';
        EXPECT_NE(digest(text), digest(other)) << i;
        EXPECT_NE(digest(text), digest(text.substr(0, i))) << i;
    }
    EXPECT_NE(digest("ab"), digest("ba"));
    EXPECT_NE(digest(std::string(1, '\0')), digest(std::string(2, '\0')));
}

TEST(TraceText, json_escapes_what_json_cannot_hold) {
    const TraceRow row{7, at(1'500'000'000), EventKind::down_arrives, 3, 9, "a\"\r\n\xC3"};
    EXPECT_EQ(to_json(row),
              "{\"n\":7,\"t\":1.500000000,\"kind\":\"down_arrives\",\"subject\":3,\"detail\":9,"
              "\"bytes\":\"a\\\"\\u000d\\u000a\\u00c3\"}");
}

TEST(TraceText, every_kind_has_a_name) {
    for (int kind = 1; kind <= 13; ++kind) {
        EXPECT_NE(name_of(static_cast<EventKind>(kind)), "unknown") << kind;
    }
}

}  // namespace
}  // namespace brusio::sim
