#include "core/session/device_book.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio::session {
namespace {

using Verdict = DeviceBook::Verdict;

constexpr AccountId ann{1};
constexpr AccountId bob{2};

ClientMessageId id(std::uint64_t count) { return {"phone", count}; }

TEST(ClientMessageId, is_a_device_and_a_number) {
    const auto parsed = ClientMessageId::parse("phone7-42");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->device, "phone7");
    EXPECT_EQ(parsed->count, 42U);
    EXPECT_EQ(parsed->key(), "phone7-00000000000000000042");
    EXPECT_EQ(ClientMessageId::parse(parsed->key())->count, 42U);
    EXPECT_TRUE(ClientMessageId::parse("a-18446744073709551615"));
}

TEST(ClientMessageId, is_nothing_else) {
    for (const char* text : {"", "-", "phone", "phone-", "-1", "phone-0", "phone-x", "phone--1",
                             "phone-1 ", "ph one-1", "phone-18446744073709551616", "phöne-1"}) {
        EXPECT_FALSE(ClientMessageId::parse(text)) << text;
    }
    EXPECT_FALSE(ClientMessageId::parse(std::string(33, 'a') + "-1"));
}

TEST(ClientMessageId, keys_of_a_device_sort_by_their_numbers) {
    EXPECT_LT(id(9).key(), id(10).key());
    EXPECT_LT(id(10).key(), id(UINT64_MAX).key());
}

TEST(DeviceBook, counts_up_after_it_has_learned_where_the_device_was) {
    DeviceBook book;
    EXPECT_EQ(book.judge(ann, id(5)), Verdict::unknown);
    book.learn(ann, "phone", 4);
    EXPECT_EQ(book.judge(ann, id(4)), Verdict::maybe_before);
    EXPECT_EQ(book.judge(ann, id(5)), Verdict::fresh);
    book.take(ann, id(5));
    EXPECT_EQ(book.judge(ann, id(5)), Verdict::maybe_before);
    EXPECT_EQ(book.judge(ann, id(7)), Verdict::fresh);
    EXPECT_EQ(book.judge(bob, id(7)), Verdict::unknown);
    book.check_invariants();
}

TEST(DeviceBook, what_the_store_does_not_have_is_fresh_once) {
    DeviceBook book;
    book.learn(ann, "phone", 9);
    book.clear(ann, id(3));
    EXPECT_EQ(book.judge(ann, id(3)), Verdict::fresh);
    EXPECT_EQ(book.judge(ann, id(4)), Verdict::maybe_before);
    book.take(ann, id(3));
    EXPECT_EQ(book.judge(ann, id(3)), Verdict::maybe_before);
    book.clear(ann, id(3));  // a second session's question was older than the message
    EXPECT_EQ(book.judge(ann, id(3)), Verdict::maybe_before);
    book.clear(ann, id(9));
    book.take(ann, id(9));
    book.clear(ann, id(9));
    EXPECT_EQ(book.judge(ann, id(9)), Verdict::maybe_before);
    book.check_invariants();
}

TEST(DeviceBook, forgets_the_devices_of_an_account) {
    DeviceBook book;
    book.learn(ann, "phone", 9);
    book.learn(bob, "phone", 9);
    book.forget(ann);
    EXPECT_EQ(book.judge(ann, id(3)), Verdict::unknown);
    EXPECT_EQ(book.judge(bob, id(3)), Verdict::maybe_before);
    book.check_invariants();
}

TEST(DeviceBook, remembers_a_bounded_number_of_devices) {
    DeviceBook book;
    for (int i = 0; i < 10'001; ++i) book.learn(ann, "d" + std::to_string(i), 1);
    EXPECT_EQ(book.judge(ann, {"d0", 2}), Verdict::unknown);
    EXPECT_EQ(book.judge(ann, {"d1", 2}), Verdict::fresh);
    book.check_invariants();
}

}  // namespace
}  // namespace brusio::session
