#include <gtest/gtest.h>

#include <set>

#include "qml-client/models/command_table.h"
#include "qml-client/models/composer_input.h"
#include "qml-client/models/message_row.h"
#include "qml-client/models/message_text.h"
#include "qml-client/models/nick_completer.h"

namespace brusio::ui {
namespace {

const NickCandidates people{
    {"Anna", "adam", "ada", "bob", "me"}, {"adam"}, {"Anna", "adam"}, "ada"};

TEST(NickCompleter, offers_last_addressed_then_last_spoken_and_oneself_last) {
    EXPECT_EQ(complete_nick("a", people), QStringList({"adam", "Anna", "ada"}));
    EXPECT_EQ(complete_nick("", people), QStringList({"adam", "Anna", "bob", "me", "ada"}));
    EXPECT_EQ(complete_nick("x", people), QStringList());
}

TEST(NickCompleter, tab_goes_round_and_shift_tab_goes_back) {
    NickCompleter completer;
    EditState state{"a", 1};
    QStringList seen;
    for (int i = 0; i < 4; ++i) {
        state = completer.press(state, people, TabDirection::forwards);
        seen << state.text;
    }
    EXPECT_EQ(seen, QStringList({"adam: ", "Anna: ", "ada: ", "adam: "}));
    state = completer.press(state, people, TabDirection::backwards);
    EXPECT_EQ(state.text, "ada: ");
    EXPECT_EQ(state.cursor, 5);
}

TEST(NickCompleter, inside_a_line_a_blank_follows_and_the_rest_stays) {
    NickCompleter completer;
    const EditState done = completer.press({"hello b there", 7}, people, TabDirection::forwards);
    EXPECT_EQ(done, (EditState{"hello bob  there", 10}));
}

TEST(NickCompleter, an_edit_between_two_presses_starts_anew) {
    NickCompleter completer;
    EditState state = completer.press({"a", 1}, people, TabDirection::forwards);
    state = completer.press({state.text + "b", state.cursor + 1}, people, TabDirection::forwards);
    EXPECT_EQ(state.text, "adam: bob ");
    const EditState same = completer.press({"zzz", 3}, people, TabDirection::forwards);
    EXPECT_EQ(same, (EditState{"zzz", 3})) << "nothing fits: nothing happens";
}

struct Typed {
    const char* text;
    const char* place;
    Wish wish;
    const char* target;
    const char* words;
};

class ComposerTable : public testing::TestWithParam<Typed> {};

TEST_P(ComposerTable, is_understood) {
    const Typed& typed = GetParam();
    const ComposerInput input = read_composer(typed.text, typed.place);
    EXPECT_EQ(static_cast<int>(input.wish), static_cast<int>(typed.wish));
    EXPECT_EQ(input.target, typed.target);
    if (typed.wish != Wish::error) {
        EXPECT_EQ(input.text, typed.words);
    } else {
        EXPECT_FALSE(input.text.isEmpty()) << "an error has a sentence";
    }
}

INSTANTIATE_TEST_SUITE_P(
    Lines, ComposerTable,
    testing::Values(
        Typed{"hello", "#a", Wish::say, "", "hello"}, Typed{"  ", "#a", Wish::nothing, "", ""},
        Typed{"hello", "", Wish::error, "", ""},
        Typed{"//etc/hosts", "#a", Wish::say, "", "/etc/hosts"},
        Typed{" /msg bob secret", "#a", Wish::error, "", ""},
        Typed{"\t/msg bob secret", "#a", Wish::error, "", ""},
        Typed{"\xE2\x80\x8B/msg bob secret", "#a", Wish::error, "", ""},
        Typed{"\xE3\x85\xA4\x02/msg bob secret", "#a", Wish::error, "", ""},
        Typed{"hello\n/msg bob secret", "#a", Wish::error, "", ""},
        Typed{"/me waves\n /msg bob secret", "#a", Wish::error, "", ""},
        Typed{"either/or", "#a", Wish::say, "", "either/or"},
        Typed{"see\n// a comment", "#a", Wish::say, "", "see\n// a comment"},
        Typed{"/me waves  twice", "#a", Wish::act, "", "waves  twice"},
        Typed{"/describe waves", "#a", Wish::act, "", "waves"},
        Typed{"/say /etc/hosts", "#a", Wish::say, "", "/etc/hosts"},
        Typed{"/me", "#a", Wish::error, "", ""}, Typed{"/me waves", "", Wish::error, "", ""},
        Typed{"/msg bob hi there", "#a", Wish::query, "bob", "hi there"},
        Typed{"/query bob", "#a", Wish::query, "bob", ""}, Typed{"/msg", "#a", Wish::error, "", ""},
        Typed{"/notice bob", "#a", Wish::error, "", ""},
        Typed{"/nick two words", "#a", Wish::error, "", ""},
        Typed{"/topic Roses", "bob", Wish::error, "", ""},
        Typed{"/invite bob", "carla", Wish::error, "", ""}, Typed{"/part", "", Wish::error, "", ""},
        Typed{"/op", "#a", Wish::error, "", ""}, Typed{"/kick", "#a", Wish::error, "", ""},
        Typed{"/oper ada", "#a", Wish::error, "", ""}, Typed{"/dance", "#a", Wish::error, "", ""},
        Typed{"/", "#a", Wish::error, "", ""}));

struct Meant {
    const char* text;
    const char* place;
    const char* command;
    const char* target;
    const char* words;
    const char* extra;
};

class CommandWords : public testing::TestWithParam<Meant> {};

TEST_P(CommandWords, are_shared_out) {
    const Meant& meant = GetParam();
    const ComposerInput input = read_composer(meant.text, meant.place);
    ASSERT_EQ(static_cast<int>(input.wish), static_cast<int>(Wish::command))
        << input.text.toStdString();
    EXPECT_STREQ(input.command->name, meant.command);
    EXPECT_EQ(input.target, meant.target);
    EXPECT_EQ(input.text, meant.words);
    EXPECT_EQ(input.extra, meant.extra);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, CommandWords,
    testing::Values(Meant{"/join garden", "", "join", "garden", "", ""},
                    Meant{"/J #a sesame", "", "join", "#a", "sesame", ""},
                    Meant{"/part", "#a", "part", "", "", "#a"},
                    Meant{"/part #b bye all", "#a", "part", "", "bye all", "#b"},
                    Meant{"/leave bye all", "#a", "part", "", "bye all", "#a"},
                    Meant{"/nick neo", "#a", "nick", "", "neo", ""},
                    Meant{"/topic Roses", "#a", "topic", "", "Roses", "#a"},
                    Meant{"/topic #b", "#a", "topic", "", "", "#b"},
                    Meant{"/away lunch", "#a", "away", "", "lunch", ""},
                    Meant{"/invite bob", "#a", "invite", "bob", "", "#a"},
                    Meant{"/invite bob #b", "carla", "invite", "bob", "", "#b"},
                    Meant{"/kick bob enough now", "#a", "kick", "bob", "enough now", "#a"},
                    Meant{"/k #b bob", "#a", "kick", "bob", "", "#b"},
                    Meant{"/op bob carla", "#a", "op", "", "bob carla", "#a"},
                    Meant{"/ban", "#a", "ban", "", "", "#a"},
                    Meant{"/notice bob hi there", "", "notice", "bob", "hi there", ""},
                    Meant{"/quote VERSION  x", "", "raw", "", "VERSION  x", ""},
                    Meant{"/whois bob", "#a", "whois", "bob", "", ""},
                    Meant{"/quit bye", "#a", "quit", "", "bye", ""},
                    Meant{"/help", "", "help", "", "", ""}));

TEST(ComposerInput, what_looks_like_a_command_may_be_said_when_one_says_so) {
    EXPECT_TRUE(read_composer(" /msg bob secret", "#a").may_be_said);
    EXPECT_TRUE(read_composer("/dance", "#a").may_be_said);
    EXPECT_FALSE(read_composer("/me", "#a").may_be_said);
    EXPECT_FALSE(read_composer("hello", "").may_be_said);
}

TEST(ComposerInput, passwords_are_neither_shown_again_nor_kept) {
    const QList<std::pair<const char*, const char*>> texts{
        {"/msg NickServ identify ada secret", "/msg NickServ identify ***"},
        {"/m nickserv IDENTIFY secret", "/msg nickserv IDENTIFY ***"},
        {"/ns identify secret", "/ns identify ***"},
        {"/oper ada secret", "/oper ada ***"},
        {"/join #a secret", "/join #a ***"},
        {"/quote PASS secret", "/raw PASS ***"},
        {"/raw AUTHENTICATE secret", "/raw AUTHENTICATE ***"},
        {"/raw PRIVMSG NickServ :identify secret", "/raw PRIVMSG NickServ ***"},
        {" /oper ada secret", " /oper ada ***"},
        {"hello\n/oper ada secret", "hello\n/oper ada ***"},
    };
    for (const auto& [typed, shown] : texts) {
        EXPECT_EQ(without_secrets(typed, "#a"), shown);
    }
    EXPECT_EQ(without_secrets("identify secret", "NickServ"), "identify ***");
    for (const char* plain : {"hello there", "/msg bob identify yourself", "/join #a",
                              "/raw WHO #a", "//oper is a word", "/kick bob identify"}) {
        EXPECT_EQ(without_secrets(plain, "#a"), plain);
    }
}

TEST(CommandTable, has_no_name_twice_and_explains_every_row) {
    std::set<QString> names;
    for (const Command& command : all_commands()) {
        for (const QString& name : QStringList{command.name} + aliases_of(command)) {
            EXPECT_TRUE(names.insert(name).second) << name.toStdString();
            EXPECT_EQ(find_command(name.toUpper()), &command) << name.toStdString();
        }
        EXPECT_TRUE(help_of(command).endsWith(u'.')) << command.name;
        EXPECT_TRUE(form_of(command).startsWith(u'/' + QString(command.name))) << command.name;
        EXPECT_EQ(command.run == nullptr, command.wish != Wish::command) << command.name;
    }
    EXPECT_EQ(find_command(""), nullptr);
    for (const char* name :
         {"mode",  "op",     "deop",   "voice",    "devoice", "ban",   "unban", "kick", "kickban",
          "mute",  "unmute", "ignore", "unignore", "notice",  "list",  "names", "who",  "invite",
          "knock", "clear",  "raw",    "quote",    "query",   "close", "nick",  "away", "back",
          "topic", "me",     "msg",    "whois",    "whowas",  "motd",  "join",  "part", "help"}) {
        EXPECT_NE(find_command(name), nullptr) << name;
    }
}

TEST(MessageText, plain_text_needs_no_markup) {
    const MessageText text = read_message_text("a < b && c");
    EXPECT_EQ(text.plain, "a < b && c");
    EXPECT_EQ(text.html, "");
}

TEST(MessageText, formatting_codes_become_tags) {
    const MessageText text = read_message_text(
        "\x02"
        "bold\x02 \x03"
        "04,12red\x03 \x1Dit<al\x0F.");
    EXPECT_EQ(text.plain, "bold red it<al.");
    EXPECT_EQ(text.html, "<b>bold</b> <span style=\"irc4;12\">red</span> <i>it&lt;al</i>.");
}

TEST(MessageText, addresses_are_links_without_their_full_stop) {
    const MessageText text = read_message_text("see https://a.example/?q=1&r=<x>.");
    EXPECT_TRUE(
        text.html.contains("<a href=\"https://a.example/?q=1&r=\">"
                           "https://a.example/?q=1&amp;r=</a>"))
        << text.html.toStdString();
    EXPECT_FALSE(text.html.contains("<x>"));
}

TEST(MessageText, control_characters_are_seen_and_formatting_is_done) {
    EXPECT_EQ(read_message_text(QStringLiteral("a\u202Eb")).plain, "a[U+202E]b");
    EXPECT_EQ(read_message_text("a\x02"
                                "b\x1B[2Jc")
                  .plain,
              QStringLiteral("ab\u241B[2Jc"));
}

TEST(MessageText, an_address_among_letters_from_right_to_left_keeps_its_order) {
    const QString html = read_message_text(QStringLiteral("\u05E9\u05DC https://a.example/1")).html;
    EXPECT_TRUE(html.contains(QStringLiteral(">\u2066https://a.example/1\u2069</a>")));
}

TEST(MessageText, no_input_makes_a_tag_of_its_own) {
    const QString nasty = "<img src=x> \x02<script>\x02 https://e/\"onclick=alert(1)";
    const MessageText text = read_message_text(nasty);
    EXPECT_FALSE(text.html.contains("<img"));
    EXPECT_FALSE(text.html.contains("<script"));
    EXPECT_FALSE(text.html.contains("\"onclick"));
}

TEST(MessageRow, a_hue_is_the_same_for_both_cases_and_in_range) {
    EXPECT_EQ(hue_of("Ada"), hue_of("aDA"));
    std::set<int> hues;
    for (int i = 0; i < 500; ++i) hues.insert(hue_of(QStringLiteral("nick%1").arg(i)));
    EXPECT_EQ(hues.size(), 12U) << "every hue is used";
    EXPECT_EQ(*hues.begin(), 0);
    EXPECT_EQ(*hues.rbegin(), 11);
}

}  // namespace
}  // namespace brusio::ui
