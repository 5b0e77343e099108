#include "core/session/private_note_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

constexpr AccountId ann{1};
constexpr AccountId bob{2};

TEST(PrivateNoteBook, keeps_the_accounts_apart) {
    PrivateNoteBook book;
    book.restore({{ann, "room:1", "k", "1"}, {bob, "room:1", "k", "2"}});
    book.put({ann, "room:1", "l", ""});
    book.put({ann, "room:1", "k", "3"});
    book.put({ann, "guest:eve", "k", "4"});
    EXPECT_EQ(book.about(ann, "room:1"), (Metadata{{"k", "3"}, {"l", ""}}));
    EXPECT_EQ(book.about(bob, "room:1"), (Metadata{{"k", "2"}}));
    EXPECT_TRUE(book.about(bob, "guest:eve").empty());
    EXPECT_EQ(book.count(ann), 3U);
    EXPECT_EQ(book.of(ann).size(), 2U);
    book.forget(ann);
    EXPECT_EQ(book.count(ann), 0U);
    EXPECT_EQ(book.count(bob), 1U);
    book.check_invariants();
}

TEST(PrivateNoteBook, keeps_nothing_empty) {
    PrivateNoteBook book;
    EXPECT_FALSE(book.remove(ann, "room:1", "k"));
    book.put({ann, "room:1", "k", "1"});
    EXPECT_FALSE(book.remove(ann, "room:2", "k"));
    EXPECT_FALSE(book.remove(ann, "room:1", "l"));
    EXPECT_TRUE(book.remove(ann, "room:1", "k"));
    book.check_invariants();
    EXPECT_EQ(book.count(ann), 0U);
}

}  // namespace
}  // namespace brusio::session
