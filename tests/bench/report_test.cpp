#include "bench/load/report.h"

#include <gtest/gtest.h>

#include <limits>

namespace brusio::bench {
namespace {

TEST(Report, the_text_lines_up_labels_values_and_units) {
    Report report{"fanout"};
    report.add("a", "short", 1.25, "us", 1);
    report.add("b", "a longer one", 7, "");
    EXPECT_EQ(report.text(), "fanout\n  short         1.2 us\n  a longer one  7\n");
}

TEST(Report, json_holds_every_entry_with_all_its_digits) {
    Report report{"idle"};
    report.add("kib", "memory", 0.125, "KiB");
    report.add_text("caps", "capabilities", "a \"b\"\\");
    EXPECT_EQ(report.json(),
              R"({"workload":"idle","faulty":false,"kib":0.125000,"caps":"a \"b\"\\"})");
}

TEST(Report, a_number_that_is_none_is_a_text_in_json) {
    Report report{"x"};
    report.add("n", "n", std::numeric_limits<double>::quiet_NaN(), "");
    EXPECT_EQ(report.json(), R"({"workload":"x","faulty":false,"n":"nan"})");
}

TEST(Report, values_are_found_by_key) {
    Report report{"x"};
    report.add("n", "label", 3, "");
    report.add_text("t", "label", "text");
    EXPECT_EQ(report.value("n"), 3.0);
    EXPECT_FALSE(report.value("t").has_value());
    EXPECT_FALSE(report.value("absent").has_value());
}

TEST(Report, a_fault_shows_in_both_forms) {
    Report report{"x"};
    report.set_faulty();
    EXPECT_TRUE(report.faulty());
    EXPECT_EQ(report.text(), "x: FAULTY\n");
    EXPECT_EQ(report.json(), R"({"workload":"x","faulty":true})");
}

}  // namespace
}  // namespace brusio::bench
