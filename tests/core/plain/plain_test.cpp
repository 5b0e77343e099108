#include "core/plain/plain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio::plain {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;

constexpr auto quiet = std::chrono::milliseconds{50};

class Plain : public testing::Test {
 protected:
    BenchClient& open() { return bench_.open(LinkOptions{LinkKind::plain, "192.0.2.7", false}); }

    BenchClient& enter(std::string_view name) {
        BenchClient& client = open();
        client.send_bytes(std::string{name} + "\n");
        bench_.forget_all();
        return client;
    }

    BenchClient& irc_in_lobby(std::string_view nick, std::string_view caps = {}) {
        BenchClient& client = bench_.connect(nick, caps);
        client.send("JOIN #lobby");
        bench_.forget_all();
        return client;
    }

    EngineBench bench_;
};

TEST_F(Plain, asks_for_a_name_and_says_how_to_leave) {
    BenchClient& ada = open();
    EXPECT_THAT(ada.take(), ElementsAre("Write your name and confirm with Send"));
    ada.send_bytes("ada\n");
    EXPECT_THAT(ada.take(), ElementsAre("Write {exit} to quit"));
}

TEST_F(Plain, a_chunk_without_a_newline_is_a_message_once_the_link_is_quiet) {
    BenchClient& ada = open();
    ada.send_bytes("ada");
    (void)ada.take();
    EXPECT_THAT(ada.take(), IsEmpty());
    bench_.advance(quiet);
    EXPECT_THAT(ada.take(), ElementsAre("Write {exit} to quit"));
    ada.send_bytes("hello ");
    ada.send_bytes("there");
    bench_.advance(quiet);
    EXPECT_THAT(ada.take(), ElementsAre("ada: hello there"));
}

TEST_F(Plain, newlines_split_messages_at_once) {
    BenchClient& ada = enter("ada");
    ada.send_bytes("one\ntwo\r\nthree\n");
    EXPECT_THAT(ada.take(), ElementsAre("ada: one", "ada: two", "ada: three"));
}

TEST_F(Plain, everybody_hears_a_message_the_sender_included) {
    BenchClient& ada = enter("ada");
    BenchClient& bob = enter("bob");
    ada.send_bytes("hi\n");
    EXPECT_THAT(ada.take(), ElementsAre("ada: hi"));
    EXPECT_THAT(bob.take(), ElementsAre("ada: hi"));
}

TEST_F(Plain, others_hear_who_joins_and_who_leaves) {
    BenchClient& ada = enter("ada");
    BenchClient& bob = open();
    bob.send_bytes("bob\n");
    EXPECT_THAT(ada.take(), ElementsAre("bob joined"));
    bob.send_bytes("{exit}");
    bench_.advance(quiet);
    EXPECT_TRUE(bob.closed());
    EXPECT_THAT(ada.take(), ElementsAre("bob left the chat"));
}

TEST_F(Plain, a_dropped_connection_counts_as_leaving) {
    BenchClient& ada = enter("ada");
    BenchClient& bob = enter("bob");
    (void)ada.take();
    bob.hang_up();
    EXPECT_THAT(ada.take(), ElementsAre("bob left the chat"));
}

TEST_F(Plain, a_bad_or_taken_name_gets_a_sentence_and_another_try) {
    enter("ada");
    BenchClient& other = open();
    (void)other.take();
    other.send_bytes("two words\n");
    EXPECT_THAT(other.take(), ElementsAre(testing::HasSubstr("Write another name")));
    other.send_bytes("ADA\n");
    EXPECT_THAT(other.take(), ElementsAre("Somebody is called ADA already. Write another name"));
    other.send_bytes("bob\n");
    EXPECT_THAT(other.take(), ElementsAre("Write {exit} to quit"));
}

TEST_F(Plain, irc_and_plain_users_see_each_other_in_their_own_words) {
    BenchClient& carol = irc_in_lobby("carol");
    BenchClient& ada = open();
    ada.send_bytes("ada\n");
    EXPECT_THAT(carol.take(), ElementsAre(":ada!plain@192.0.2.7 JOIN #lobby"));
    (void)ada.take();
    carol.send("PRIVMSG #lobby :ciao");
    EXPECT_THAT(ada.take(), ElementsAre("carol: ciao"));
    ada.send_bytes("ciao carol\n");
    EXPECT_THAT(carol.take(), ElementsAre(":ada!plain@192.0.2.7 PRIVMSG #lobby :ciao carol"));
    carol.send("PRIVMSG ada :psst");
    EXPECT_THAT(ada.take(), ElementsAre("ada: ciao carol", "carol (to you alone): psst"));
    carol.send(
        "PRIVMSG #lobby :\x01"
        "ACTION waves\x01");
    carol.send("NICK carola");
    carol.send("PART #lobby :bye");
    EXPECT_THAT(ada.take(),
                ElementsAre("* carol waves", "carol is now carola", "carola left the chat"));
}

TEST_F(Plain, long_texts_arrive_whole_in_several_messages) {
    BenchClient& ada = enter("ada");
    std::string text;
    for (int i = 0; i < 200; ++i) text += "perché ";
    ada.send_bytes(text + "\n");
    std::string heard;
    for (const std::string& line : ada.take()) {
        ASSERT_TRUE(line.starts_with("ada: "));
        heard += line.substr(5);
    }
    text.pop_back();  // the space at the end is trimmed
    EXPECT_EQ(heard, text);
}

TEST_F(Plain, what_is_not_utf8_is_refused_with_a_sentence) {
    BenchClient& ada = enter("ada");
    ada.send_bytes("\xff\xfe\n");
    EXPECT_THAT(ada.take(), ElementsAre("This server takes UTF-8 text only"));
}

TEST_F(Plain, control_characters_of_others_do_not_reach_the_terminal) {
    BenchClient& carol = irc_in_lobby("carol");
    BenchClient& ada = enter("ada");
    carol.send(
        "PRIVMSG #lobby :\x03"
        "04red\x1b[2J");
    EXPECT_THAT(ada.take(), ElementsAre("carol: 04red[2J"));
}

TEST_F(Plain, nobody_with_time_to_think_is_thrown_out_before_ten_minutes) {
    BenchClient& ada = open();
    bench_.advance(std::chrono::minutes{9});
    EXPECT_FALSE(ada.closed());
    bench_.advance(std::chrono::minutes{2});
    EXPECT_TRUE(ada.closed());
}

TEST_F(Plain, a_kicked_user_is_told_where_the_text_goes) {
    BenchClient& carol = irc_in_lobby("carol");
    BenchClient& ada = enter("ada");
    bench_.make_operator(carol);
    carol.send("KICK #lobby ada :enough");
    EXPECT_THAT(ada.take(),
                ElementsAre("irc.example: carol used the power of a server operator here: KICK ada",
                            "ada was removed by carol: enough"));
    ada.send_bytes("hm\n");
    EXPECT_THAT(ada.take(), ElementsAre("You are not in the room any more. Write {exit} to quit"));
}

TEST(PlainWithPassword, is_told_that_only_irc_clients_can_give_it) {
    auto config = EngineBench::default_config();
    config.password_hash = "hash-of-secret";
    EngineBench bench(config);
    BenchClient& ada = bench.open(LinkOptions{LinkKind::plain, "192.0.2.7", false});
    EXPECT_THAT(ada.take(), ElementsAre(testing::HasSubstr("asks for a password")));
    EXPECT_TRUE(ada.closed());
}

}  // namespace
}  // namespace brusio::plain
