#include "core/session/accounts/account_book.h"

#include <gtest/gtest.h>

#include <array>

#include "core/wire/case_mapping.h"
#include "core/wire/skeleton.h"

namespace brusio::session {
namespace {

constexpr std::array<std::string_view, 1> reserved{"NickServ"};

class AccountBookTest : public testing::Test {
 protected:
    ~AccountBookTest() override { book.check_invariants(); }
    AccountBook book{wire::ascii_skeleton, reserved};
};

TEST_F(AccountBookTest, finds_accounts_by_id_name_and_look) {
    const AccountId alice = book.add("Alice", {1}).id;
    const AccountId bob = book.add("bob", {2}).id;
    EXPECT_NE(alice, bob);
    EXPECT_EQ(book.find(alice)->name, "Alice");
    EXPECT_EQ(book.find(wire::fold("ALICE"))->id, alice);
    EXPECT_EQ(book.find_alike("A1ICE")->id, alice);
    EXPECT_EQ(book.find_alike("carol"), nullptr);
    EXPECT_TRUE(book.looks_reserved("nickserv"));
    EXPECT_FALSE(book.looks_reserved("alice"));
}

TEST_F(AccountBookTest, never_gives_an_id_twice) {
    const AccountId alice = book.add("alice", {1}).id;
    book.remove(alice);
    EXPECT_EQ(book.find(alice), nullptr);
    EXPECT_EQ(book.find_alike("alice"), nullptr);
    EXPECT_GT(book.add("alice", {2}).id, alice);
}

TEST_F(AccountBookTest, goes_on_where_the_store_left_off) {
    AccountBook before{wire::ascii_skeleton, reserved};
    const AccountRecord alice = before.add("alice", {1});
    book.restore({alice}, AccountId{7});
    EXPECT_EQ(*book.find(alice.id), alice);
    EXPECT_EQ(book.add("bob", {2}).id, AccountId{8});
}

TEST_F(AccountBookTest, finds_the_owner_of_a_certificate) {
    AccountRecord& alice = book.add("alice", {1});
    EXPECT_EQ(book.find_fingerprint(""), nullptr);
    EXPECT_TRUE(book.add_fingerprint(alice, "ab12"));
    EXPECT_FALSE(book.add_fingerprint(alice, "ab12"));
    EXPECT_EQ(book.find_fingerprint("ab12")->id, alice.id);
    EXPECT_EQ(book.find_fingerprint("ab13"), nullptr);
}

}  // namespace
}  // namespace brusio::session
