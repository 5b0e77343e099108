// What calls the user, and what does not.
#include <gtest/gtest.h>

#include "qml-client/calls/call_rules.h"

namespace brusio::ui {
namespace {

using client::Message;
using client::MessageId;
using client::MessageKind;

const QDateTime noon(QDate(2026, 11, 30), QTime(12, 0));

Message said(const std::string& text) {
    Message message;
    message.id = MessageId{10};
    message.sender = "ada";
    message.text = text;
    return message;
}

Message mention() {
    Message message = said("me: are you there?");
    message.mentions_me = true;
    return message;
}

CallPlace place(PlaceKind kind, CallLevel level) {
    CallPlace place;
    place.kind = kind;
    place.level = level;
    return place;
}

const CallPlace room = place(PlaceKind::room, usual_level(PlaceKind::room));
const CallPlace person = place(PlaceKind::person, usual_level(PlaceKind::person));

CallVerdict judge(const Message& message, const CallPlace& where, const CallWishes& wishes = {},
                  const QDateTime& now = noon) {
    return CallRules(wishes).judge(message, where, now);
}

TEST(CallRules, a_room_calls_by_mentions_and_a_person_by_everything) {
    EXPECT_EQ(judge(said("hello"), room), CallVerdict::below_level);
    EXPECT_EQ(judge(mention(), room), CallVerdict::calls);
    EXPECT_EQ(judge(said("hello"), person), CallVerdict::calls);
    Message action = said("waves");
    action.kind = MessageKind::action;
    EXPECT_EQ(judge(action, person), CallVerdict::calls);
}

TEST(CallRules, the_level_of_a_conversation_holds_for_rooms_and_people) {
    for (const PlaceKind kind : {PlaceKind::room, PlaceKind::person}) {
        EXPECT_EQ(judge(said("hello"), place(kind, CallLevel::all)), CallVerdict::calls);
        EXPECT_EQ(judge(said("hello"), place(kind, CallLevel::mentions)), CallVerdict::below_level);
        EXPECT_EQ(judge(mention(), place(kind, CallLevel::mentions)), CallVerdict::calls);
        EXPECT_EQ(judge(mention(), place(kind, CallLevel::none)), CallVerdict::below_level);
    }
}

TEST(CallRules, own_words_mention_as_the_nick_does) {
    CallWishes wishes;
    wishes.words = {"Brusio", "release party"};
    EXPECT_EQ(judge(said("BRUSIO is out"), room, wishes), CallVerdict::calls);
    EXPECT_EQ(judge(said("brusione"), room, wishes), CallVerdict::below_level);
    EXPECT_EQ(judge(said("the Release  Party is on"), room, wishes), CallVerdict::calls);
    EXPECT_EQ(judge(said("b\x02rus\x02io"), room, wishes), CallVerdict::calls)
        << "formatting codes do not hide a word";
    EXPECT_EQ(judge(said("brusio"), place(PlaceKind::room, CallLevel::none), wishes),
              CallVerdict::below_level);
}

TEST(CallRules, nothing_calls_but_what_somebody_else_says_now) {
    Message own = mention();
    own.origin = client::MessageOrigin::own;
    EXPECT_EQ(judge(own, room), CallVerdict::no_news);
    for (int kind = static_cast<int>(MessageKind::joined);
         kind <= static_cast<int>(MessageKind::net_join); ++kind) {
        Message event = mention();
        event.kind = static_cast<MessageKind>(kind);
        EXPECT_EQ(judge(event, place(PlaceKind::room, CallLevel::all)), CallVerdict::no_news);
    }
    Message old = mention();
    old.from_history = true;
    EXPECT_EQ(judge(old, room), CallVerdict::no_news);
    old.missed = true;
    EXPECT_EQ(judge(old, room), CallVerdict::calls) << "said while we were away";
    old.read_elsewhere = true;
    EXPECT_EQ(judge(old, room), CallVerdict::no_news);
}

TEST(CallRules, what_was_seen_or_is_being_seen_does_not_call) {
    CallPlace where = person;
    where.read_up_to = MessageId{9};
    EXPECT_EQ(judge(said("hello"), where), CallVerdict::calls);
    where.read_up_to = MessageId{10};
    EXPECT_EQ(judge(said("hello"), where), CallVerdict::read);
    where = person;
    where.sight = Sight::on_screen;
    EXPECT_EQ(judge(mention(), where), CallVerdict::on_screen);
}

TEST(CallRules, what_was_taken_back_does_not_call) {
    Message message = mention();
    message.redacted = true;
    EXPECT_EQ(judge(message, person), CallVerdict::gone);
}

TEST(CallRules, a_notice_calls_in_a_room_but_not_in_private) {
    Message notice = said("Welcome back");
    notice.kind = MessageKind::notice;
    EXPECT_EQ(judge(notice, person), CallVerdict::below_level);
    EXPECT_EQ(judge(notice, place(PlaceKind::room, CallLevel::all)), CallVerdict::calls);
    EXPECT_EQ(judge(notice, room), CallVerdict::below_level);
    notice.mentions_me = true;
    EXPECT_EQ(judge(notice, room), CallVerdict::calls);
    EXPECT_EQ(judge(notice, person), CallVerdict::below_level);
}

TEST(CallRules, a_muted_conversation_calls_again_when_its_time_is_over) {
    CallPlace where = person;
    where.muted_until_ms = noon.toMSecsSinceEpoch();
    EXPECT_EQ(judge(mention(), where, {}, noon.addMSecs(-1)), CallVerdict::muted);
    EXPECT_EQ(judge(mention(), where, {}, noon), CallVerdict::calls);
}

TEST(CallRules, nothing_calls_in_quiet_hours) {
    CallWishes wishes;
    wishes.quiet = {true, QTime(22, 0), QTime(7, 0)};
    const auto at = [&](int hour, int minute) {
        return judge(mention(), person, wishes, QDateTime(noon.date(), QTime(hour, minute)));
    };
    EXPECT_EQ(at(21, 59), CallVerdict::calls);
    EXPECT_EQ(at(22, 0), CallVerdict::quiet_hours);
    EXPECT_EQ(at(0, 0), CallVerdict::quiet_hours);
    EXPECT_EQ(at(6, 59), CallVerdict::quiet_hours);
    EXPECT_EQ(at(7, 0), CallVerdict::calls);
    wishes.quiet = {true, QTime(13, 0), QTime(14, 30)};
    EXPECT_EQ(at(12, 59), CallVerdict::calls);
    EXPECT_EQ(at(13, 0), CallVerdict::quiet_hours);
    EXPECT_EQ(at(14, 30), CallVerdict::calls);
    wishes.quiet = {true, QTime(8, 0), QTime(8, 0)};
    EXPECT_EQ(at(3, 0), CallVerdict::quiet_hours) << "the whole day";
    wishes.quiet.kept = false;
    EXPECT_EQ(at(3, 0), CallVerdict::calls);
}

TEST(CallRules, each_reason_against_a_call_holds_alone) {
    // All at once, then one fewer each time: the verdict goes through the reasons in order.
    CallWishes wishes;
    wishes.quiet = {true, QTime(11, 0), QTime(13, 0)};
    CallPlace where = place(PlaceKind::room, CallLevel::none);
    where.read_up_to = MessageId{10};
    where.sight = Sight::on_screen;
    where.muted_until_ms = noon.toMSecsSinceEpoch() + 1;
    Message message = mention();
    message.redacted = true;
    message.read_elsewhere = true;
    const auto verdict = [&] { return judge(message, where, wishes); };
    EXPECT_EQ(verdict(), CallVerdict::no_news);
    message.read_elsewhere = false;
    EXPECT_EQ(verdict(), CallVerdict::gone);
    message.redacted = false;
    EXPECT_EQ(verdict(), CallVerdict::read);
    where.read_up_to = {};
    EXPECT_EQ(verdict(), CallVerdict::on_screen);
    where.sight = Sight::elsewhere;
    EXPECT_EQ(verdict(), CallVerdict::muted);
    where.muted_until_ms = 0;
    EXPECT_EQ(verdict(), CallVerdict::below_level);
    where.level = CallLevel::all;
    EXPECT_EQ(verdict(), CallVerdict::quiet_hours);
    wishes.quiet.kept = false;
    EXPECT_EQ(verdict(), CallVerdict::calls);
}

TEST(CallWords, stand_alone_in_whatever_case) {
    EXPECT_TRUE(has_word("Città aperta", "CITTÀ"));
    EXPECT_TRUE(has_word("Citta\u0300 aperta", "citt\u00e0")) << "composed or not";
    EXPECT_FALSE(has_word("velocità", "cità"));
    EXPECT_TRUE(has_word("(tea)", "tea"));
    EXPECT_TRUE(has_word("tea", "tea"));
    EXPECT_TRUE(has_word("steam, then tea!", "tea")) << "the second one counts";
    EXPECT_FALSE(has_word("tea_time", "tea"));
    EXPECT_FALSE(has_word("tea4", "tea"));
    EXPECT_TRUE(has_word("C++20 and c++", "C++"));
    EXPECT_FALSE(has_word("𝐀tea", "tea")) << "a letter of two units";
    EXPECT_TRUE(has_word("🎉tea🎉", "tea"));
    EXPECT_FALSE(has_word("anything", ""));
    EXPECT_FALSE(has_word("anything", "  "));
    EXPECT_FALSE(has_word("", "tea"));
}

TEST(CallWords, are_read_as_they_are_typed) {
    EXPECT_EQ(read_words(" Brusio , brusio,, release   party ,"),
              (QStringList{"Brusio", "release party"}));
    EXPECT_EQ(read_words(""), QStringList());
    EXPECT_EQ(read_words(QString("x").repeated(500)).first().size(), 100);
    QStringList many;
    for (int i = 0; i < 500; ++i) many << QString::number(i);
    EXPECT_EQ(read_words(many.join(u',')).size(), 100);
}

}  // namespace
}  // namespace brusio::ui
