#include <gtest/gtest.h>

#include <QtTest/QAbstractItemModelTester>
#include <set>

#include "qml-client/models/emoji_table.h"
#include "tests/qml-client/support/chat_world.h"

namespace brusio::ui {
namespace {

using test::ChatWorld;

struct Offers : ChatWorld {
    Completer& completer = *chat.completer();
    QAbstractItemModelTester tester{&completer,
                                    QAbstractItemModelTester::FailureReportingMode::Fatal};

    Offers() { enter("me"); }
    /// What is offered when the cursor is at the end of `text`.
    QStringList of(const QString& text) {
        completer.look(text, static_cast<int>(text.size()));
        QStringList inserts;
        for (const CompletionOffer& offer : completer.offers()) inserts << offer.insert;
        return inserts;
    }
};

TEST(Completer, nicks_come_after_an_at_in_the_order_of_tab) {
    Offers offers;
    offers.say("carla", "#garden", "hello");
    EXPECT_EQ(offers.of("hi @"), QStringList({"carla", "ada", "bob", "me"}));
    EXPECT_EQ(offers.of("hi @B"), QStringList("bob"));
    EXPECT_EQ(offers.of("mail@b"), QStringList()) << "inside of a word it is none";
    EXPECT_EQ(offers.of("hi @zz"), QStringList());
}

TEST(Completer, a_nick_gets_what_tab_would_put_behind_it) {
    Offers offers;
    offers.of("@bo");
    const Completion first = offers.completer.accept(-1);
    EXPECT_EQ(first.text, "bob: ");
    EXPECT_EQ(first.cursor, 5);
    EXPECT_FALSE(offers.completer.is_open());
    offers.completer.look("hi @bo there", 6);
    const Completion inside = offers.completer.accept(0);
    EXPECT_EQ(inside.text, "hi bob there");
    EXPECT_EQ(inside.cursor, 6);
}

TEST(Completer, rooms_come_after_their_sign_and_those_of_the_list_too) {
    Offers offers;
    EXPECT_EQ(offers.of("see #g"), QStringList("#garden"));
    offers.link.say({":srv 322 me #gamma 3 :", ":srv 322 me #Garden 4 :", ":srv 323 me :End"});
    EXPECT_EQ(offers.of("see #g"), QStringList({"#garden", "#gamma"}));
    EXPECT_EQ(offers.of("see #garden"), QStringList()) << "it is written already";
    EXPECT_EQ(offers.of("#"), QStringList({"#garden", "#gamma"}));
}

TEST(Completer, enter_does_not_turn_a_new_room_into_another_one) {
    Offers offers;
    offers.of("/join #gard");
    EXPECT_TRUE(offers.completer.is_open());
    EXPECT_TRUE(offers.completer.isWhole());
    EXPECT_EQ(offers.completer.accept(-1).text, "/join #garden ") << "Tab does";
    offers.of("see #gard");
    EXPECT_FALSE(offers.completer.isWhole());
}

TEST(Completer, commands_are_offered_at_the_start_alone_with_what_they_do) {
    Offers offers;
    EXPECT_TRUE(offers.of("/").contains("/whois"));
    EXPECT_FALSE(offers.of("/").contains("/knock")) << "this server has none";
    EXPECT_EQ(offers.of("/kick"), QStringList({"/kick", "/kickban"}));
    EXPECT_TRUE(offers.completer.isWhole()) << "Enter does it";
    EXPECT_EQ(offers.of("/unq"), QStringList("/unquery")) << "aliases that the hands know";
    EXPECT_EQ(offers.of("//w"), QStringList());
    EXPECT_EQ(offers.of("and /w"), QStringList());
    offers.of("/whoi");
    EXPECT_EQ(offers.completer.current_text().left(11), "/whois nick");
    EXPECT_EQ(offers.completer.accept(-1).text, "/whois ");
}

TEST(Completer, a_command_that_is_being_written_is_explained) {
    Offers offers;
    offers.of("/kick");
    EXPECT_EQ(offers.completer.form(), "");
    offers.of("/kick b");
    EXPECT_EQ(offers.completer.form(), "/kick [#room] nick [reason]");
    EXPECT_FALSE(offers.completer.help().isEmpty());
    offers.of("/dance b");
    EXPECT_EQ(offers.completer.form(), "");
    offers.of("//kick b");
    EXPECT_EQ(offers.completer.form(), "");
}

TEST(Completer, emoji_come_after_two_letters) {
    Offers offers;
    EXPECT_EQ(offers.of(":t"), QStringList());
    EXPECT_EQ(offers.of("3:pm"), QStringList());
    EXPECT_EQ(offers.of(":)"), QStringList());
    EXPECT_TRUE(offers.of("good :tad").contains(QString::fromUtf8("\xF0\x9F\x8E\x89")));
    EXPECT_EQ(offers.completer.accept(-1).text, QString::fromUtf8("good \xF0\x9F\x8E\x89 "));
    const QList<CompletionOffer> hearts = emoji_offers("heart");
    ASSERT_GE(hearts.size(), 4);
    EXPECT_TRUE(hearts[0].label.contains(":heart:")) << "what begins with it comes first";
}

TEST(Completer, arrows_go_round_and_escape_closes_until_another_word) {
    Offers offers;
    offers.of("@");
    const int count = offers.completer.rowCount();
    offers.completer.step(-1);
    EXPECT_EQ(offers.completer.current(), count - 1);
    offers.completer.step(1);
    EXPECT_EQ(offers.completer.current(), 0);
    offers.completer.dismiss();
    EXPECT_EQ(offers.of("@b"), QStringList());
    EXPECT_EQ(offers.of("@b @b"), QStringList("bob"));
    offers.of("");
    offers.completer.look("@b", 99);
    EXPECT_TRUE(offers.completer.is_open()) << "a cursor behind the text is at its end";
    offers.of("/join #");
    offers.completer.step(-1);
    EXPECT_EQ(offers.completer.current(), offers.completer.rowCount() - 1);
}

TEST(Completer, nothing_is_asked_of_the_server_and_another_room_closes_it) {
    Offers offers;
    offers.link.take_lines();
    for (const char* text : {"@", "#", "/", ":sm", "@b"}) offers.of(text);
    EXPECT_EQ(offers.link.take_lines(), QStringList());
    offers.chat.openPerson("bob");
    EXPECT_FALSE(offers.completer.is_open());
    EXPECT_EQ(offers.of("@"), QStringList({"bob", "me"}));
    offers.chat.closeRoom();
    offers.chat.closeRoom();
    EXPECT_EQ(offers.of("@"), QStringList());
}

TEST(EmojiTable, is_sorted_and_every_sign_is_one) {
    std::set<QString> names;
    QString before;
    for (const Emoji& emoji : all_emoji()) {
        const QString name = emoji.name;
        EXPECT_TRUE(names.insert(name).second) << emoji.name;
        EXPECT_LT(before, name);
        before = name;
        const QString sign = QString::fromUtf16(emoji.sign);
        EXPECT_FALSE(sign.isEmpty());
        EXPECT_LE(sign.toUcs4().size(), 2) << emoji.name;
    }
}

}  // namespace
}  // namespace brusio::ui
