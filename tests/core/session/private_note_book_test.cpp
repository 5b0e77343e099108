#include "core/session/private_note_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

constexpr AccountId account_ann{1};
constexpr AccountId account_bob{2};

TEST(PrivateNoteBook, keeps_the_accounts_apart) {
    PrivateNoteBook book;
    book.restore({{account_ann, "room:1", "k", "1"}, {account_bob, "room:1", "k", "2"}});
    book.put({account_ann, "room:1", "l", ""});
    book.put({account_ann, "room:1", "k", "3"});
    book.put({account_ann, "guest:eve", "k", "4"});
    EXPECT_EQ(book.about(account_ann, "room:1"), (Metadata{{"k", "3"}, {"l", ""}}));
    EXPECT_EQ(book.about(account_bob, "room:1"), (Metadata{{"k", "2"}}));
    EXPECT_TRUE(book.about(account_bob, "guest:eve").empty());
    EXPECT_EQ(book.count(account_ann), 3U);
    EXPECT_EQ(book.of(account_ann).size(), 2U);
    book.forget(account_ann);
    EXPECT_EQ(book.count(account_ann), 0U);
    EXPECT_EQ(book.count(account_bob), 1U);
    book.check_invariants();
}

TEST(PrivateNoteBook, keeps_nothing_empty) {
    PrivateNoteBook book;
    EXPECT_FALSE(book.remove(account_ann, "room:1", "k"));
    book.put({account_ann, "room:1", "k", "1"});
    EXPECT_FALSE(book.remove(account_ann, "room:2", "k"));
    EXPECT_FALSE(book.remove(account_ann, "room:1", "l"));
    EXPECT_TRUE(book.remove(account_ann, "room:1", "k"));
    book.check_invariants();
    EXPECT_EQ(book.count(account_ann), 0U);
}

}  // namespace
}  // namespace brusio::session
