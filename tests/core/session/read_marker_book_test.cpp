#include "core/session/read_marker_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

constexpr MarkerOwner ann{AccountId{1}, {}};
constexpr MarkerOwner bob{AccountId{2}, {}};
constexpr MarkerOwner guest{{}, UserId{1}};

TEST(ReadMarkerBook, only_ever_moves_on) {
    ReadMarkerBook book;
    book.restore({{ann.account, Folded{"room:1"}, WallTime{5}}});
    EXPECT_FALSE(book.advance(ann, Folded{"room:1"}, WallTime{4}));
    EXPECT_FALSE(book.advance(ann, Folded{"room:1"}, WallTime{5}));
    EXPECT_TRUE(book.advance(ann, Folded{"room:1"}, WallTime{6}));
    EXPECT_TRUE(book.advance(bob, Folded{"room:1"}, WallTime{1}));
    EXPECT_EQ(book.find(ann, Folded{"room:1"}), WallTime{6});
    EXPECT_EQ(book.find(ann, Folded{"room:2"}), std::nullopt);
    EXPECT_TRUE(book.advance(guest, Folded{"room:1"}, WallTime{2}));
    EXPECT_EQ(book.find(guest, Folded{"room:1"}), WallTime{2});
    book.forget(ann);
    EXPECT_EQ(book.find(guest, Folded{"room:1"}), WallTime{2});
    EXPECT_EQ(book.find(ann, Folded{"room:1"}), std::nullopt);
    EXPECT_EQ(book.find(bob, Folded{"room:1"}), WallTime{1});
}

TEST(ReadMarkerBook, follows_a_new_name) {
    ReadMarkerBook book;
    EXPECT_TRUE(book.advance(guest, Folded{"name:#a"}, WallTime{1}));
    EXPECT_TRUE(book.advance(guest, Folded{"name:#b"}, WallTime{2}));
    book.rename(guest, Folded{"name:#a"}, Folded{"name:#b"});
    EXPECT_EQ(book.find(guest, Folded{"name:#a"}), std::nullopt);
    EXPECT_EQ(book.find(guest, Folded{"name:#b"}), WallTime{1});
    book.rename(guest, Folded{"name:#a"}, Folded{"name:#c"});
    book.rename(ann, Folded{"name:#b"}, Folded{"name:#c"});
    EXPECT_EQ(book.find(guest, Folded{"name:#b"}), WallTime{1});
    book.rename(guest, Folded{"name:#b"}, Folded{"name:#b"});
    EXPECT_EQ(book.find(guest, Folded{"name:#b"}), WallTime{1});
    book.check_invariants();
}

TEST(ReadMarkerBook, gives_the_oldest_up_when_there_are_too_many) {
    ReadMarkerBook book;
    book.restore({{ann.account, Folded{"a"}, WallTime{3}},
                  {ann.account, Folded{"b"}, WallTime{1}},
                  {ann.account, Folded{"c"}, WallTime{2}},
                  {bob.account, Folded{"a"}, WallTime{1}}});
    EXPECT_EQ(book.trim(ann, 2, Folded{"b"}), std::vector{Folded{"c"}});
    EXPECT_EQ(book.trim(ann, 1, Folded{"b"}), std::vector{Folded{"a"}});
    EXPECT_TRUE(book.trim(ann, 1, Folded{"b"}).empty());
    EXPECT_EQ(book.find(ann, Folded{"b"}), WallTime{1});
    EXPECT_EQ(book.find(bob, Folded{"a"}), WallTime{1});
    book.check_invariants();
}

}  // namespace
}  // namespace brusio::session
