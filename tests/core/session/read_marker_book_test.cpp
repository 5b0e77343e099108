#include "core/session/read_marker_book.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

constexpr AccountId ann{1};
constexpr AccountId bob{2};

TEST(ReadMarkerBook, only_ever_moves_on) {
    ReadMarkerBook book;
    book.restore({{ann, Folded{"room:1"}, WallTime{5}}});
    EXPECT_FALSE(book.advance(ann, Folded{"room:1"}, WallTime{4}));
    EXPECT_FALSE(book.advance(ann, Folded{"room:1"}, WallTime{5}));
    EXPECT_TRUE(book.advance(ann, Folded{"room:1"}, WallTime{6}));
    EXPECT_TRUE(book.advance(bob, Folded{"room:1"}, WallTime{1}));
    EXPECT_EQ(book.find(ann, Folded{"room:1"}), WallTime{6});
    EXPECT_EQ(book.find(ann, Folded{"room:2"}), std::nullopt);
    book.forget(ann);
    EXPECT_EQ(book.find(ann, Folded{"room:1"}), std::nullopt);
    EXPECT_EQ(book.find(bob, Folded{"room:1"}), WallTime{1});
}

TEST(ReadMarkerBook, gives_the_oldest_up_when_there_are_too_many) {
    ReadMarkerBook book;
    book.restore({{ann, Folded{"a"}, WallTime{3}},
                  {ann, Folded{"b"}, WallTime{1}},
                  {ann, Folded{"c"}, WallTime{2}},
                  {bob, Folded{"a"}, WallTime{1}}});
    EXPECT_EQ(book.trim(ann, 2, Folded{"b"}), std::vector{Folded{"c"}});
    EXPECT_EQ(book.trim(ann, 1, Folded{"b"}), std::vector{Folded{"a"}});
    EXPECT_TRUE(book.trim(ann, 1, Folded{"b"}).empty());
    EXPECT_EQ(book.find(ann, Folded{"b"}), WallTime{1});
    EXPECT_EQ(book.find(bob, Folded{"a"}), WallTime{1});
    book.check_invariants();
}

}  // namespace
}  // namespace brusio::session
