#include <gtest/gtest.h>

#include <set>

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
        Typed{"/me", "#a", Wish::error, "", ""},
        Typed{"/msg bob hi there", "#a", Wish::query, "bob", "hi there"},
        Typed{"/query bob", "#a", Wish::query, "bob", ""}, Typed{"/msg", "#a", Wish::error, "", ""},
        Typed{"/join garden", "", Wish::join, "#garden", ""},
        Typed{"/JOIN #garden", "", Wish::join, "#garden", ""},
        Typed{"/part", "#a", Wish::part, "#a", ""},
        Typed{"/part #b bye all", "#a", Wish::part, "#b", "bye all"},
        Typed{"/part bye all", "#a", Wish::part, "#a", "bye all"},
        Typed{"/part", "", Wish::error, "", ""}, Typed{"/nick neo", "#a", Wish::nick, "", "neo"},
        Typed{"/nick two words", "#a", Wish::error, "", ""},
        Typed{"/topic Roses", "#a", Wish::topic, "#a", "Roses"},
        Typed{"/topic #b Roses", "#a", Wish::topic, "#b", "Roses"},
        Typed{"/topic Roses", "bob", Wish::error, "", ""},
        Typed{"/away lunch", "#a", Wish::away, "", "lunch"},
        Typed{"/back now", "#a", Wish::away, "", ""},
        Typed{"/invite bob", "#a", Wish::invite, "bob", ""},
        Typed{"/invite bob", "carla", Wish::error, "", ""},
        Typed{"/kick bob enough", "#a", Wish::kick, "bob", "enough"},
        Typed{"/whois bob", "#a", Wish::whois, "bob", ""},
        Typed{"/quit bye", "#a", Wish::quit, "", "bye"}, Typed{"/help", "", Wish::help, "", ""},
        Typed{"/dance", "#a", Wish::error, "", ""}, Typed{"/", "#a", Wish::error, "", ""}));

TEST(ComposerInput, what_looks_like_a_command_may_be_said_when_one_says_so) {
    EXPECT_TRUE(read_composer(" /msg bob secret", "#a").may_be_said);
    EXPECT_TRUE(read_composer("/dance", "#a").may_be_said);
    EXPECT_FALSE(read_composer("/me", "#a").may_be_said);
    EXPECT_FALSE(read_composer("hello", "").may_be_said);
}

TEST(ComposerInput, a_room_key_is_kept_apart) {
    EXPECT_EQ(read_composer("/join #a sesame", "").extra, "sesame");
}

TEST(ComposerInput, help_names_every_command_of_the_brief) {
    const QString help = command_help();
    for (const char* name : {"me", "msg", "join", "part", "nick", "topic", "away", "invite", "kick",
                             "whois", "quit", "help"}) {
        EXPECT_TRUE(help.contains(QStringLiteral("/") + name)) << name;
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
    EXPECT_EQ(text.html,
              "<b>bold</b> <span style=\"irc4;12\">red</span> <i>it&lt;al</i>.");
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
