#include "core/session/operators/ban_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

BanRecord range(const std::string& subject, WallTime until = {}) {
    return {BanKind::address, subject, {}, "root", {}, until};
}

IpAddress address(std::string_view text) { return IpAddress::parse(text).value(); }

TEST(BanBook, finds_an_address_among_thousands_in_ranges_of_any_length) {
    BanBook book;
    for (int i = 0; i < 20'000; ++i) {
        book.put(range("10." + std::to_string(i / 200) + "." + std::to_string(i % 200) + ".7"));
    }
    book.put(range("192.0.2.0/25"));
    book.put(range("2001:db8::/32"));
    EXPECT_NE(book.find_address(address("10.3.4.7"), {}), nullptr);
    EXPECT_NE(book.find_address(address("192.0.2.127"), {}), nullptr);
    EXPECT_NE(book.find_address(address("2001:db8:1::5"), {}), nullptr);
    for (const char* other : {"10.3.4.8", "192.0.2.128", "2001:db9::1", "::1"}) {
        EXPECT_EQ(book.find_address(address(other), {}), nullptr) << other;
    }
    book.check_invariants();
    EXPECT_TRUE(book.remove(BanKind::address, "192.0.2.0/25"));
    EXPECT_FALSE(book.remove(BanKind::address, "192.0.2.0/25"));
    EXPECT_EQ(book.find_address(address("192.0.2.127"), {}), nullptr);
    book.check_invariants();
}

TEST(BanBook, passes_over_what_has_ended_and_gives_it_out_in_order) {
    BanBook book;
    book.restore(
        {range("192.0.2.1", WallTime{20}), range("192.0.2.2", WallTime{10}), range("192.0.2.3")});
    EXPECT_EQ(book.next_end(), WallTime{10});
    EXPECT_NE(book.find_address(address("192.0.2.2"), WallTime{9}), nullptr);
    EXPECT_EQ(book.find_address(address("192.0.2.2"), WallTime{10}), nullptr);
    const auto ended = book.take_ended(WallTime{15});
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].subject, "192.0.2.2");
    book.put(range("192.0.2.1"));  // for good now
    EXPECT_FALSE(book.next_end());
    EXPECT_EQ(book.size(), 2U);
    book.check_invariants();
}

TEST(BanBook, knows_a_person_by_anything) {
    BanBook book;
    book.put({BanKind::account, "eve", "account", {}, {}, {}});
    book.put({BanKind::mask, "eve!*@*.example", "mask", {}, {}, {}});
    book.put({BanKind::realname, "*gold*", "realname", {}, {}, {}});
    const auto reason = [&](const Person& person) {
        const BanRecord* ban = book.find_person(person, {});
        return ban == nullptr ? std::string{"none"} : ban->reason;
    };
    EXPECT_EQ(reason({"bob!u", "a.b", "192.0.2.1", "bob", "eve"}), "account");
    EXPECT_EQ(reason({"eve!u", "a.example", "192.0.2.1", "eve", ""}), "mask");
    EXPECT_EQ(reason({"bob!u", "a.b", "192.0.2.1", "buy gold now", ""}), "realname");
    EXPECT_EQ(reason({"bob!u", "a.b", "192.0.2.1", "bob", "bob"}), "none");
}

}  // namespace
}  // namespace brusio::session
