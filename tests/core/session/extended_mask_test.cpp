#include "core/session/extended_mask.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using room::MaskReach;
using room::MaskSubject;

TEST(ExtendedMask, names_hosts_accounts_and_those_who_are_silent) {
    struct Row {
        const char* written;
        const char* mask;
        const char* pattern;
        MaskSubject subject;
        MaskReach reach;
    };
    const Row rows[] = {
        {"Eve", "Eve!*@*", "eve!*@*", MaskSubject::hostmask, MaskReach::everything},
        {"~eve@host", "*!~eve@host", "*!~eve@host", MaskSubject::hostmask, MaskReach::everything},
        {"~a:Eve", "~a:Eve", "eve", MaskSubject::account, MaskReach::everything},
        {"~m:Eve", "~m:Eve!*@*", "eve!*@*", MaskSubject::hostmask, MaskReach::speech},
        {"~m:~a:*", "~m:~a:*", "*", MaskSubject::account, MaskReach::speech},
    };
    for (const Row& row : rows) {
        const auto entry = read_mask(row.written);
        ASSERT_TRUE(entry) << row.written;
        EXPECT_EQ(entry->mask, row.mask);
        EXPECT_EQ(entry->pattern(), row.pattern);
        EXPECT_EQ(entry->subject, row.subject);
        EXPECT_EQ(entry->reach, row.reach);
        const auto again = read_mask(entry->mask);
        ASSERT_TRUE(again);
        EXPECT_EQ(again->mask, entry->mask);
        EXPECT_EQ(again->folded, entry->folded);
    }
}

TEST(ExtendedMask, what_only_begins_like_one_is_none) {
    for (const char* text :
         {"~a:", "~m:", "~x:eve", "~A:eve", "~m:~m:eve", "~a:~a:eve", "~a:~m:eve"}) {
        EXPECT_FALSE(read_mask(text)) << text;
    }
}

}  // namespace
}  // namespace brusio::session
