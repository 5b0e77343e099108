#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/wire/capabilities.h"
#include "core/wire/numerics.h"

namespace brusio::wire {
namespace {

TEST(Numerics, every_row_has_its_digits_and_a_name_of_its_own) {
    std::set<std::string_view> names;
    int before = 0;
    for (const NumericRow& row : numeric_rows()) {
        const int code = static_cast<int>(row.numeric);
        EXPECT_GT(code, before) << row.name;
        before = code;
        EXPECT_EQ(row.digits.size(), 3U) << row.name;
        EXPECT_EQ(std::stoi(std::string{row.digits}), code) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_TRUE(row.name.starts_with("RPL_") || row.name.starts_with("ERR_")) << row.name;
        EXPECT_FALSE(row.spec.empty()) << row.name;
        EXPECT_EQ(&numeric_row(row.numeric), &row);
        EXPECT_EQ(find_numeric(row.digits), &row);
    }
    EXPECT_GT(numeric_rows().size(), 100U);
}

TEST(Numerics, every_error_has_a_sentence_that_fits_a_line) {
    for (const NumericRow& row : numeric_rows()) {
        EXPECT_EQ(row.name.starts_with("ERR_") && row.text.empty(), false) << row.name;
        EXPECT_LT(row.text.size(), 100U) << row.name;
        EXPECT_EQ(row.text.find_first_of("\r\n"), std::string_view::npos) << row.name;
    }
}

TEST(Numerics, are_found_by_their_digits) {
    EXPECT_EQ(numeric_code(Numeric::rpl_welcome), "001");
    EXPECT_EQ(numeric_text(Numeric::err_nosuchchannel), "There is no such channel");
    EXPECT_EQ(find_numeric("433")->numeric, Numeric::err_nicknameinuse);
    for (const auto* digits : {"", "1", "01", "0001", "999", "000", "abc", "4 3"}) {
        EXPECT_EQ(find_numeric(digits), nullptr) << digits;
    }
}

TEST(NumericsDeathTest, a_number_outside_the_list_is_a_bug) {
    EXPECT_DEATH((void)numeric_row(static_cast<Numeric>(999)), "broken invariant");
    EXPECT_DEATH((void)numeric_row(static_cast<Numeric>(65535)), "broken invariant");
}

TEST(Capabilities, every_row_is_found_by_its_name_and_has_a_spec) {
    std::set<std::string_view> names;
    for (const CapabilityRow& row : capability_rows()) {
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_EQ(find_capability(row.name), row.capability);
        EXPECT_EQ(&capability_row(row.capability), &row);
        EXPECT_EQ(row.name.find_first_of(" ="), std::string_view::npos) << row.name;
        EXPECT_FALSE(row.name.starts_with("-")) << row.name;
        // What is ours alone is described here, and what is another's by them.
        std::string_view home = "https://ircv3.net/specs/";
        if (row.name.starts_with("brusio/")) home = "docs/";
        if (row.name.starts_with("soju.im/")) home = "https://codeberg.org/emersion/soju/";
        // Not on their pages yet.
        const bool is_proposed =
            row.capability == Capability::metadata_3 || row.capability == Capability::persistence;
        if (is_proposed) home = "https://github.com/ircv3/";
        EXPECT_TRUE(row.spec.starts_with(home)) << row.name;
    }
}

TEST(Capabilities, names_keep_their_case_and_drafts_their_prefix) {
    EXPECT_EQ(find_capability("draft/pre-away"), Capability::pre_away);
    EXPECT_EQ(find_capability("pre-away"), std::nullopt);
    EXPECT_EQ(find_capability("BATCH"), std::nullopt);
    EXPECT_EQ(find_capability(""), std::nullopt);
}

TEST(CapabilitySet, adds_removes_and_compares) {
    CapabilitySet set;
    EXPECT_TRUE(set.empty());
    set.add(Capability::batch);
    set.add(Capability::pre_away);
    EXPECT_TRUE(set.has(Capability::batch));
    EXPECT_FALSE(set.has(Capability::echo_message));
    EXPECT_EQ(CapabilitySet{set.bits()}, set);
    set.remove(Capability::batch);
    EXPECT_FALSE(set.has(Capability::batch));
    CapabilitySet other;
    other.add(Capability::batch);
    EXPECT_TRUE((set & other).empty());
    EXPECT_TRUE((set | other).has(Capability::batch));
}

}  // namespace
}  // namespace brusio::wire
