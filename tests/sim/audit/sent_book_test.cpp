#include "sim/audit/sent_book.h"

#include <gtest/gtest.h>

namespace brusio::sim {
namespace {

constexpr LinkId ann = LinkId::of(0, 1);
constexpr LinkId bob = LinkId::of(1, 1);
constexpr NameId room = 7;

TEST(SentBook, what_was_said_once_may_turn_up_once) {
    SentBook book;
    book.add(ann, room, "hello", {});
    EXPECT_EQ(book.arrived(room, "hello"), SentBook::Match::first);
    EXPECT_EQ(book.arrived(room, "hello"), SentBook::Match::again);
    EXPECT_EQ(book.arrived(room, "hallo"), SentBook::Match::unknown);
    EXPECT_EQ(book.arrived(room + 1, "hello"), SentBook::Match::unknown);
}

TEST(SentBook, what_two_said_may_turn_up_twice) {
    SentBook book;
    book.add(ann, room, "hello", {});
    book.add(bob, room, "hello", {});
    EXPECT_EQ(book.arrived(room, "hello"), SentBook::Match::first);
    EXPECT_EQ(book.arrived(room, "hello"), SentBook::Match::first);
    EXPECT_EQ(book.arrived(room, "hello"), SentBook::Match::again);
}

TEST(SentBook, what_was_excused_may_still_turn_up_but_what_was_refused_may_not) {
    SentBook book;
    book.add(ann, room, "one", {});
    book.add(ann, room, "two", {});
    book.refused(ann, room);
    book.excuse(ann);
    EXPECT_EQ(book.arrived(room, "one"), SentBook::Match::first);
    EXPECT_EQ(book.arrived(room, "two"), SentBook::Match::again);
}

TEST(SentBook, an_excuse_is_for_one_link_or_one_target) {
    SentBook book;
    book.add(ann, room, "one", {});
    book.add(bob, room, "two", {});
    book.add(bob, room + 1, "three", {});
    book.excuse(ann);
    book.excuse_to(room + 1);
    EXPECT_EQ(book.all()[0].fate, Sent::Fate::excused);
    EXPECT_EQ(book.all()[1].fate, Sent::Fate::pending);
    EXPECT_EQ(book.all()[2].fate, Sent::Fate::excused);
}

}  // namespace
}  // namespace brusio::sim
