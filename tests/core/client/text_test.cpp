// The parts of the client that only look at text.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/client/inbound.h"
#include "core/client/isupport.h"
#include "core/client/mention.h"
#include "core/client/names.h"
#include "core/client/secret_mask.h"
#include "core/client/text_split.h"
#include "core/wire/utf8.h"

namespace brusio::client {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TextSplit, lines_are_messages_and_empty_ones_are_nothing) {
    EXPECT_THAT(split_text("one\ntwo\r\n\r\nthree\rfour", 100),
                ElementsAre("one", "two", "three", "four"));
    EXPECT_THAT(split_text("\n\r\n", 100), IsEmpty());
}

TEST(TextSplit, long_lines_are_cut_after_a_space) {
    EXPECT_THAT(split_text("hello big wide world", 10), ElementsAre("hello big ", "wide world"));
    EXPECT_THAT(split_text("abcdefghijklmnop", 8), ElementsAre("abcdefgh", "ijklmnop"));
    EXPECT_THAT(split_text("a bcdefghijklmnop", 8), ElementsAre("a bcdefg", "hijklmno", "p"));
}

TEST(TextSplit, characters_and_what_combines_with_them_stay_whole) {
    EXPECT_THAT(split_text("1234567\xC3\xA8x", 8), ElementsAre("1234567", "\xC3\xA8x"));
    EXPECT_THAT(split_text("123456e\xCC\x80x", 8), ElementsAre("123456", "e\xCC\x80x"));
    // woman + joiner + laptop
    EXPECT_THAT(split_text("12345\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB", 14),
                ElementsAre("12345", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB"));
}

RC_GTEST_PROP(TextSplit, pieces_fit_are_utf8_and_joined_are_the_line, ()) {
    const auto points = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"a", " ", "\xC3\xA8", "\xCC\x80", "\xE2\x82\xAC",
                                 "\xF0\x9F\x98\x80", "\xE2\x80\x8D", "word"}));
    const auto bytes_max = *rc::gen::inRange<std::size_t>(8, 40);
    std::string line;
    for (const std::string& point : points) line += point;
    std::string joined;
    for (const std::string& piece : split_text(line, bytes_max)) {
        RC_ASSERT(!piece.empty() && piece.size() <= bytes_max);
        RC_ASSERT(wire::valid_utf8(piece));
        joined += piece;
    }
    RC_ASSERT(joined == line);
}

TEST(Mention, a_nick_counts_as_a_whole_word_in_any_case) {
    const auto mentioned = [](std::string_view text) {
        return mentions(text, "Ada", CaseMapping::ascii);
    };
    for (const std::string_view text :
         {"ada", "hi ada", "ADA: look", "(ada)", "@ada!", "ada's", "so,ada",
          "\x02"
          "ada\x02",
          "\x03"
          "04,12ada\x03"}) {
        EXPECT_TRUE(mentioned(text)) << text;
    }
    for (const std::string_view text : {"", "ad", "adam", "canada", "ada2", "ada_", "ada-lovelace",
                                        "\xC3\xA8"
                                        "ada"}) {
        EXPECT_FALSE(mentioned(text)) << text;
    }
    EXPECT_TRUE(mentioned("adam and ada"));
    EXPECT_TRUE(mentions("hi BOB{}", "bob[]", CaseMapping::rfc1459));
    EXPECT_FALSE(mentions("hi BOB{}", "bob[]", CaseMapping::ascii));
}

RC_GTEST_PROP(Names, a_name_is_found_where_it_stands, ()) {
    const auto letter = rc::gen::elementOf(std::string{"aAbB1[{\\|^~ -"});
    const std::string text = *rc::gen::container<std::string>(letter);
    const std::string name =
        *rc::gen::nonEmpty(rc::gen::resize(3, rc::gen::container<std::string>(letter)));
    const auto mapping =
        *rc::gen::element(CaseMapping::ascii, CaseMapping::rfc1459, CaseMapping::rfc1459_strict);
    const std::string in = fold_name(mapping, text).text;
    const std::string wanted = fold_name(mapping, name).text;
    for (std::size_t from = 0; from <= text.size(); ++from) {
        RC_ASSERT(find_name(mapping, text, name, from) == in.find(wanted, from));
    }
}

TEST(Inbound, a_command_has_its_own_handler_or_none) {
    ASSERT_NE(find_inbound_handler("PRIVMSG"), nullptr);
    EXPECT_EQ(find_inbound_handler("PRIVMSG")->command, "PRIVMSG");
    EXPECT_EQ(find_inbound_handler("privmsg"), find_inbound_handler("PRIVMSG"));
    for (const char* unknown : {"251", "000", "ZZZ", "PRIVMS", "PRIVMSGS", "PRIVMSG9", "X", ""}) {
        EXPECT_EQ(find_inbound_handler(unknown), nullptr) << unknown;
    }
}

TEST(SecretMask, passwords_and_keys_do_not_reach_the_log) {
    const std::vector<std::pair<std::string_view, std::string_view>> lines{
        {"PASS hunter2", "PASS ***"},
        {"PASS :two words", "PASS ***"},
        {"OPER root hunter2", "OPER root ***"},
        {"AUTHENTICATE AGFkYQBzZWNyZXQ=", "AUTHENTICATE ***"},
        {"JOIN #a,#b key1,key2", "JOIN #a,#b ***"},
        {"@label=1 privmsg NickServ :IDENTIFY hunter2", "@label=1 privmsg NickServ ***"},
        {"JOIN #a", "JOIN #a"},
        {":ada!u@h JOIN #a ada :Ada", ":ada!u@h JOIN #a ada :Ada"},
        {"PRIVMSG bob :PASS me the salt", "PRIVMSG bob :PASS me the salt"},
    };
    for (const auto& [line, shown] : lines) EXPECT_EQ(mask_secrets(line), shown);
}

TEST(SecretMask, what_is_told_to_a_service_is_kept_without_its_password) {
    EXPECT_EQ(mask_said("NickServ", "identify ada hunter2"), "identify ***");
    EXPECT_EQ(mask_said("nickserv@services.test", "SET password hunter2"), "SET password ***");
    EXPECT_EQ(mask_said("Q", "AUTH ada hunter2"), "AUTH ***");
    EXPECT_EQ(mask_said("NickServ", "info ada\nghost ada hunter2"), "info ada\nghost ***");
    EXPECT_EQ(mask_said("NickServ", "identify"), "identify");
    EXPECT_EQ(mask_said("NickServ", "help identify"), "help identify");
    EXPECT_EQ(mask_said("bob", "identify yourself"), "identify yourself");
    EXPECT_EQ(mask_said("NickServ", ""), "");
}

TEST(Names, the_three_mappings_differ_in_few_letters) {
    EXPECT_EQ(fold_name(CaseMapping::ascii, "Ab[\\]~").text, "ab[\\]~");
    EXPECT_EQ(fold_name(CaseMapping::rfc1459, "Ab[\\]~").text, "ab{|}^");
    EXPECT_EQ(fold_name(CaseMapping::rfc1459_strict, "Ab[\\]~").text, "ab{|}~");
    EXPECT_EQ(to_utf8("na\xEFve"), "na\xC3\xAFve");
    EXPECT_EQ(nick_of("bob!b@h"), "bob");
    EXPECT_EQ(mask_of("bob!b@h"), "b@h");
    EXPECT_EQ(mask_of("srv.test"), "");
}

TEST(Isupport, tokens_are_set_changed_and_taken_back) {
    Isupport isupport;
    EXPECT_EQ(isupport.rank_signs(), "@+");
    EXPECT_TRUE(isupport.is_room("&local"));
    for (const char* token : {"PREFIX=(qov)~@+", "CHANTYPES=#", "NICKLEN=16", "STATUSMSG=@+",
                              "NETWORK=My\\x20Net", "WHOX", "TOPICLEN=x", ""}) {
        isupport.apply(token);
    }
    EXPECT_EQ(isupport.rank_letters(), "qov");
    EXPECT_EQ(isupport.rank_signs(), "~@+");
    EXPECT_FALSE(isupport.is_room("&local"));
    EXPECT_EQ(isupport.number("NICKLEN", 9), 16U);
    EXPECT_EQ(isupport.number("TOPICLEN", 300), 300U);
    EXPECT_EQ(isupport.value("NETWORK"), "My Net");
    EXPECT_EQ(isupport.room_modes(0), "beI") << "the default";
    isupport.apply("CHANMODES=bq,k,,mn,x");
    EXPECT_EQ(isupport.room_modes(0), "bq");
    EXPECT_EQ(isupport.room_modes(2), "");
    EXPECT_EQ(isupport.room_modes(3), "mn");
    EXPECT_EQ(isupport.room_modes(9), "");
    EXPECT_EQ(isupport.value("WHOX"), "");
    EXPECT_EQ(isupport.without_status("@#qt"), "#qt");
    EXPECT_EQ(isupport.without_status("@bob"), "@bob");
    isupport.apply("-PREFIX");
    isupport.apply("-WHOX");
    isupport.apply("PREFIX=(broken");
    EXPECT_EQ(isupport.rank_signs(), "@+");
    EXPECT_EQ(isupport.value("WHOX"), std::nullopt);
}

}  // namespace
}  // namespace brusio::client
