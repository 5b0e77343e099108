#include "sim/audit/sent_book.h"

#include <gtest/gtest.h>

namespace brusio::sim {
namespace {

constexpr LinkId ann = LinkId::of(0, 1);
constexpr LinkId bob = LinkId::of(1, 1);
constexpr NameId room_name = 7;

SentBook::Match arrives(SentBook& book, NameId target, std::string_view text, LinkId from = ann) {
    return book.arrived(SentBook::key_of(target, text), from).match;
}

TEST(SentBook, what_was_said_once_may_turn_up_once) {
    SentBook book;
    book.add(ann, room_name, "hello", {});
    EXPECT_EQ(arrives(book, room_name, "hello"), SentBook::Match::first);
    EXPECT_EQ(arrives(book, room_name, "hello"), SentBook::Match::again);
    EXPECT_EQ(arrives(book, room_name, "hallo"), SentBook::Match::unknown);
    EXPECT_EQ(arrives(book, room_name + 1, "hello"), SentBook::Match::unknown);
}

TEST(SentBook, what_two_said_may_turn_up_twice) {
    SentBook book;
    book.add(ann, room_name, "hello", {});
    book.add(bob, room_name, "hello", {});
    EXPECT_EQ(arrives(book, room_name, "hello"), SentBook::Match::first);
    EXPECT_EQ(arrives(book, room_name, "hello"), SentBook::Match::first);
    EXPECT_EQ(arrives(book, room_name, "hello"), SentBook::Match::again);
}

TEST(SentBook, what_was_excused_may_still_turn_up_but_what_was_refused_may_not) {
    SentBook book;
    book.add(ann, room_name, "one", {});
    book.add(ann, room_name, "two", {});
    book.refused(ann, room_name, SentBook::Which::last);
    book.excuse(ann);
    EXPECT_EQ(arrives(book, room_name, "one"), SentBook::Match::first);
    EXPECT_EQ(arrives(book, room_name, "two"), SentBook::Match::again);
}

TEST(SentBook, a_refusal_is_for_the_first_or_the_last_that_is_pending) {
    SentBook book;
    for (const char* text : {"one", "two", "three"}) book.add(ann, room_name, text, {});
    book.refused(ann, room_name, SentBook::Which::first);
    book.refused(ann, room_name, SentBook::Which::last);
    EXPECT_EQ(arrives(book, room_name, "one"), SentBook::Match::again);
    EXPECT_EQ(arrives(book, room_name, "two"), SentBook::Match::first);
    EXPECT_EQ(arrives(book, room_name, "three"), SentBook::Match::again);
}

TEST(SentBook, of_two_who_said_the_same_the_one_who_is_named_has_said_it) {
    SentBook book;
    book.add(ann, room_name, "hello", {});
    book.add(bob, room_name, "hello", {});
    EXPECT_EQ(book.arrived(SentBook::key_of(room_name, "hello"), bob).number, 1U);
    EXPECT_EQ(book.arrived(SentBook::key_of(room_name, "hello"), bob).number, 0U)
        << "or the other one";
}

TEST(SentBook, an_excuse_is_for_one_link_or_one_target) {
    SentBook book;
    book.add(ann, room_name, "one", {});
    book.add(bob, room_name, "two", {});
    book.add(bob, room_name + 1, "three", {});
    book.excuse(ann);
    book.excuse_to(room_name + 1);
    EXPECT_EQ(book.all()[0].fate, Sent::Fate::excused);
    EXPECT_EQ(book.all()[1].fate, Sent::Fate::pending);
    EXPECT_EQ(book.all()[2].fate, Sent::Fate::excused);
}

}  // namespace
}  // namespace brusio::sim
