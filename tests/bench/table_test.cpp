#include "bench/compare/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace brusio::bench {
namespace {

using testing::HasSubstr;

Report cpu_report(double us) {
    Report report{"fanout"};
    report.add("cpu_us", "CPU", us, "us", 3);
    return report;
}

Table table_of(std::vector<std::string> trial_ids) {
    std::vector<Trial> trials;
    for (std::string& id : trial_ids) {
        Row row{"cost of " + id, "cpu_us", "us", 2, Scale::ratio_to_floor, 1.5};
        trials.push_back({std::move(id), Features::plain, {row}, {}});
    }
    return {std::move(trials),
            {{ContenderKind::floor, "floor", ""}, {ContenderKind::brusiod, "Brusio", ""}}};
}

TEST(Table, the_median_of_the_runs_counts) {
    Table table = table_of({"x"});
    for (const double us : {9.0, 1.0, 2.0}) table.add("x", "floor", cpu_report(us));
    EXPECT_EQ(table.median("x", "floor", "cpu_us"), 2.0);
    table.add("x", "floor", cpu_report(4));
    EXPECT_EQ(table.median("x", "floor", "cpu_us"), 3.0);
    EXPECT_FALSE(table.median("x", "Brusio", "cpu_us").has_value());
}

TEST(Table, a_number_stands_beside_its_multiple_of_the_floor_and_the_verdict) {
    Table table = table_of({"x"});
    table.add("x", "floor", cpu_report(2));
    table.add("x", "Brusio", cpu_report(3));
    EXPECT_THAT(table.text(), HasSubstr("cost of x, us"));
    EXPECT_THAT(table.text(), HasSubstr("3.00 (1.50x)"));
    EXPECT_THAT(table.text(), HasSubstr("<= 1.50x: met"));
}

TEST(Table, each_run_is_held_against_the_floors_run_of_the_same_turn) {
    Table table = table_of({"x"});
    for (const double us : {1.0, 10.0, 2.0}) table.add("x", "floor", cpu_report(us));
    for (const double us : {1.2, 11.0, 2.6}) table.add("x", "Brusio", cpu_report(us));
    ASSERT_TRUE(table.ratio("x", "Brusio", "cpu_us").has_value());
    EXPECT_DOUBLE_EQ(*table.ratio("x", "Brusio", "cpu_us"), 1.2);
    table.add("x", "Brusio", cpu_report(1));
    EXPECT_FALSE(table.ratio("x", "Brusio", "cpu_us").has_value());
}

TEST(Table, more_than_is_due_is_missed) {
    Table table = table_of({"x"});
    table.add("x", "floor", cpu_report(2));
    table.add("x", "Brusio", cpu_report(3.1));
    EXPECT_THAT(table.text(), HasSubstr("<= 1.50x: MISSED"));
}

TEST(Table, without_the_floor_there_is_no_verdict_on_a_ratio) {
    Table table = table_of({"x"});
    table.add("x", "Brusio", cpu_report(3));
    EXPECT_THAT(table.text(), testing::Not(HasSubstr("met")));
    EXPECT_THAT(table.text(), testing::Not(HasSubstr("MISSED")));
}

TEST(Table, growth_and_tags_are_compared_with_what_is_due) {
    Table table = table_of({"growth_few", "growth_many", "sparse", "sparse_tags"});
    table.add("growth_few", "floor", cpu_report(2));
    table.add("growth_many", "floor", cpu_report(2));
    table.add("growth_few", "Brusio", cpu_report(2));
    table.add("growth_many", "Brusio", cpu_report(2.8));
    table.add("sparse", "Brusio", cpu_report(10));
    table.add("sparse_tags", "Brusio", cpu_report(11));
    EXPECT_THAT(table.text(), HasSubstr("<= 1.3x the floor's: MISSED"));
    EXPECT_THAT(table.text(), HasSubstr("10 %"));
    EXPECT_THAT(table.text(), HasSubstr("<= 15 %: met"));
}

TEST(Table, one_faulty_run_makes_the_table_faulty) {
    Table table = table_of({"x"});
    table.add("x", "floor", cpu_report(2));
    EXPECT_FALSE(table.faulty());
    Report report = cpu_report(2);
    report.set_faulty();
    table.add("x", "floor", report);
    EXPECT_TRUE(table.faulty());
    EXPECT_THAT(table.text(), HasSubstr("FAULTY 2.00"));
}

TEST(Table, a_run_that_failed_makes_the_table_faulty) {
    Table table = table_of({"x"});
    table.add_failure("x", "Brusio");
    EXPECT_TRUE(table.faulty());
    EXPECT_THAT(table.text(), HasSubstr("FAULTY -"));
    EXPECT_THAT(table.json_lines(), HasSubstr(R"("server":"Brusio","failed":true)"));
}

TEST(Suite, every_row_of_both_depths_names_a_number_and_ids_are_unique) {
    for (const Depth depth : {Depth::quick, Depth::full}) {
        std::vector<std::string> ids;
        for (const Trial& trial : make_suite(depth)) {
            EXPECT_FALSE(trial.rows.empty());
            for (const Row& row : trial.rows) EXPECT_FALSE(row.key.empty());
            ids.push_back(trial.id);
        }
        std::sort(ids.begin(), ids.end());
        EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
    }
}

}  // namespace
}  // namespace brusio::bench
