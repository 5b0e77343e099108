#include "core/session/pair_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

TEST(Party, is_named_by_its_account_or_its_nick) {
    room::User guest{UserId{1}, "Bob", Folded{"bob"}, Now{}};
    EXPECT_EQ(Party::of(guest).key(), "guest:bob");
    guest.profile.account_id = AccountId{7};
    EXPECT_EQ(Party::of(guest).key(), "account:7");
    EXPECT_EQ(Party::of_key("account:7").account, AccountId{7});
    EXPECT_EQ(Party::of_key("guest:bob").guest, Folded{"bob"});
    EXPECT_FALSE(Party::of_key("guest:bob").account);
}

TEST(PairBook, finds_a_pair_from_both_sides) {
    PairBook book;
    const Pair& pair = book.add(ConversationId{3}, "guest:bob", "account:7");
    EXPECT_EQ(pair.record, (PairRecord{ConversationId{3}, "account:7", "guest:bob"}));
    EXPECT_EQ(book.find("account:7", "guest:bob"), &pair);
    EXPECT_EQ(book.find("guest:bob", "account:7"), &pair);
    EXPECT_EQ(book.find("guest:bob", "account:8"), nullptr);
    EXPECT_EQ(pair.other("guest:bob"), "account:7");
    EXPECT_EQ(pair.other("account:7"), "guest:bob");
    EXPECT_EQ(book.find(ConversationId{3}, "guest:bob"), &pair);
    EXPECT_EQ(book.find(ConversationId{3}, "guest:eve"), nullptr);
    EXPECT_EQ(book.of("account:7").size(), 1U);
    EXPECT_TRUE(book.of("account:8").empty());
    book.check_invariants();
}

TEST(PairBook, goes_on_where_the_store_ended) {
    PairBook book;
    book.restore({{{ConversationId{3}, "account:7", "account:9"}, {41, WallTime{500}}}});
    Pair* pair = book.find("account:9", "account:7");
    ASSERT_NE(pair, nullptr);
    EXPECT_EQ(pair->log.take_seq(), 42U);
    EXPECT_EQ(pair->log.take_time(WallTime{400}), WallTime{501});
}

}  // namespace
}  // namespace brusio::session
