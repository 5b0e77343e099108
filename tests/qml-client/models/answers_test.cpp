// Answers come to whoever asked, in words.
#include <gtest/gtest.h>

#include <QtCore/QObject>
#include <memory>

#include "qml-client/models/answer_desk.h"
#include "qml-client/models/answer_words.h"

namespace brusio::ui {
namespace {

using client::ServerReply;

constexpr MonoTime start{std::chrono::seconds{100}};

struct Asker : QObject {
    QStringList heard;

    Question question(std::vector<std::string> codes, std::string end, std::string subject) {
        Question asked{std::move(codes), std::move(end), std::move(subject), this, {}};
        asked.answer = [this](const ServerReply& reply) { heard << plain_words(reply); };
        return asked;
    }
};

TEST(AnswerDesk, an_answer_is_for_who_asked_until_its_end) {
    AnswerDesk desk;
    Asker bans;
    desk.expect(bans.question({"367"}, "368", "#Garden"), start);
    EXPECT_TRUE(desk.take(ServerReply{"367", "srv", {"#garden", "*!*@spam"}}, start));
    EXPECT_FALSE(desk.take(ServerReply{"367", "srv", {"#other", "*!*@spam"}}, start));
    EXPECT_FALSE(desk.take(ServerReply{"353", "srv", {"=", "#garden", "ada"}}, start));
    EXPECT_TRUE(desk.take(ServerReply{"368", "srv", {"#garden", "End"}}, start));
    EXPECT_FALSE(desk.take(ServerReply{"367", "srv", {"#garden", "*!*@more"}}, start));
    EXPECT_EQ(bans.heard, QStringList({"#garden *!*@spam", "#garden End"}));
}

TEST(AnswerDesk, the_first_who_asked_is_answered_first) {
    AnswerDesk desk;
    Asker first;
    Asker second;
    desk.expect(first.question({"352"}, "315", ""), start);
    desk.expect(second.question({"352"}, "315", ""), start);
    EXPECT_TRUE(desk.take(ServerReply{"315", "srv", {"one"}}, start));
    EXPECT_TRUE(desk.take(ServerReply{"315", "srv", {"two"}}, start));
    EXPECT_EQ(first.heard, QStringList("one"));
    EXPECT_EQ(second.heard, QStringList("two"));
}

TEST(AnswerDesk, who_asked_for_everything_hears_what_nobody_else_asked_for) {
    AnswerDesk desk;
    Asker raw;
    Asker names;
    desk.expect(raw.question({}, "", ""), start);
    desk.expect(names.question({"353"}, "366", ""), start);
    EXPECT_TRUE(desk.take(ServerReply{"353", "srv", {"names"}}, start));
    EXPECT_TRUE(desk.take(ServerReply{"351", "srv", {"version"}}, start));
    EXPECT_EQ(names.heard, QStringList("names"));
    EXPECT_EQ(raw.heard, QStringList("version"));
}

TEST(AnswerDesk, nobody_waits_for_ever_nor_hears_when_gone) {
    AnswerDesk desk;
    auto gone = std::make_unique<Asker>();
    Asker late;
    desk.expect(gone->question({"367"}, "368", ""), start);
    desk.expect(late.question({"324"}, "324", ""), start);
    gone.reset();
    EXPECT_TRUE(desk.take(ServerReply{"367", "srv", {"x"}}, start)) << "it was asked for";
    const MonoTime later = start + std::chrono::seconds{31};
    EXPECT_FALSE(desk.take(ServerReply{"324", "srv", {"x"}}, later));
    desk.expect(late.question({"324"}, "324", ""), later);
    desk.forget_all();
    EXPECT_FALSE(desk.take(ServerReply{"324", "srv", {"x"}}, later));
    EXPECT_EQ(late.heard, QStringList());
}

TEST(AnswerWords, a_whois_is_told_one_thing_a_line) {
    client::WhoisAnswer answer;
    answer.nick = "bob";
    answer.mask = "b@host";
    answer.account = "bobby";
    answer.rooms = "@#garden +#qt &#admins &local";
    answer.idle = std::chrono::minutes{90};
    answer.signed_on = WallTime{1767323045000};
    const QString words = whois_words(answer);
    EXPECT_TRUE(words.startsWith("bob is b@host\nAccount: bobby\n")) << words.toStdString();
    EXPECT_TRUE(words.contains("Silent for 1 hour"));
    EXPECT_TRUE(words.contains("Here since "));
    EXPECT_EQ(rooms_of(answer), QStringList({"#garden", "#qt", "#admins", "&local"}));
}

TEST(AnswerWords, modes_are_explained_and_the_key_is_not_told) {
    const QList<ModeWords> modes = mode_words({"+ntklX", "sesame", "20"}, "kl");
    ASSERT_EQ(modes.size(), 5);
    EXPECT_EQ(modes[0], (ModeWords{"+n", "Only members may write here."}));
    EXPECT_EQ(modes[2].sign, "+k");
    EXPECT_EQ(modes[3], (ModeWords{"+l 20", "At most 20 people."}));
    EXPECT_EQ(modes[4].words, "A mode of this server.");
    EXPECT_FALSE(modes_text("#a", modes).contains("sesame"));
    EXPECT_EQ(mode_words({"+kl"}, "kl").size(), 2) << "values that are not there harm nothing";
    EXPECT_TRUE(mode_words({}, "kl").isEmpty());
}

TEST(AnswerWords, lists_and_people_are_told_in_lines) {
    const ServerReply ban{"367", "srv", {"#a", "*!*@spam.test", "ada!a@h", "0"}};
    EXPECT_EQ(mask_entry(ban, 1), (MaskEntry{"*!*@spam.test", "ada", 0}));
    EXPECT_EQ(mask_list_words("#a", {mask_entry(ban, 1)}),
              "Kept out of #a:\n*!*@spam.test · by ada");
    EXPECT_EQ(mask_list_words("#a", {}), "Nobody is kept out of #a.");
    EXPECT_EQ(who_words({"352", "srv", {"#a", "b", "host", "srv", "bob", "G@", "0 Bob B"}}),
              "bob (b@host) · Bob B · #a · away");
    EXPECT_EQ(who_words({"354", "srv", {"42", "bob"}}), "42 bob");
    EXPECT_EQ(whowas_words({"314", "srv", {"bob", "b", "host", "*", "Bob"}}),
              "bob was b@host (Bob)");
    EXPECT_EQ(whowas_words({"314", "srv", {"bob"}}), "bob");
}

}  // namespace
}  // namespace brusio::ui
