#include "core/session/message_ids.h"

#include <gtest/gtest.h>

#include <set>

namespace brusio::session {
namespace {

TEST(MessageIds, are_unique_and_sort_in_the_order_they_were_made) {
    MessageIds ids{7};
    std::string last;
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = ids.next();
        EXPECT_LT(last, id);
        EXPECT_TRUE(seen.insert(id).second);
        last = id;
    }
}

TEST(MessageIds, of_two_starts_never_meet) {
    MessageIds first{1};
    MessageIds second{2};
    EXPECT_NE(first.next(), second.next());
    EXPECT_LT(MessageIds{1}.next(), MessageIds{UINT64_MAX}.next());
}

TEST(MessageIds, need_no_escaping_in_a_tag) {
    MessageIds ids{UINT64_MAX};
    const std::string id = ids.next();
    EXPECT_EQ(id.find_first_not_of("0123456789abcdefghijklmnopqrstuv"), std::string::npos);
    EXPECT_EQ(id.size(), 21U);
}

}  // namespace
}  // namespace brusio::session
