#include "core/client/gap_fill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

bool next_comes_after_gap(ScriptedServer& server) {
    static int said = 0;
    server.says("@msgid=next" + std::to_string(++said) + " :bob!u@host PRIVMSG #a next");
    return server.conversation("#a").timeline.newest()->after_gap;
}

TEST_F(ServerThatKeeps, a_name_that_is_another_messages_is_changed_and_the_message_sent_again) {
    go_online();
    enter_room();
    server.forget();
    const MessageId one = say("one");
    const MessageId two = say("two");
    ASSERT_THAT(server.sent, ElementsAre("@label=b1;brusio/cid=desk7-1 PRIVMSG #a one",
                                         "@label=b2;brusio/cid=desk7-2 PRIVMSG #a two"));
    server.says("@label=b1 :srv.test FAIL PRIVMSG CID_TAKEN desk7-1 :Another message has this id");
    server.says("@label=b2 :srv.test FAIL PRIVMSG CID_TAKEN desk7-2 :Another message has this id");
    EXPECT_EQ(server.sent[2], "@label=b3;brusio/cid=desk7x1-3 PRIVMSG #a one");
    EXPECT_EQ(server.sent[3], "@label=b4;brusio/cid=desk7x1-4 PRIVMSG #a two");
    EXPECT_EQ(server.state_of("#a", one), MessageState::sending);
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
    server.says("@label=b3;msgid=m1 :ada!u@host PRIVMSG #a one");
    server.says("@label=b4;msgid=m2 :ada!u@host PRIVMSG #a two");
    EXPECT_EQ(server.state_of("#a", one), MessageState::sent);
    EXPECT_EQ(server.state_of("#a", two), MessageState::sent);
}

TEST_F(ServerThatKeeps, a_server_that_has_every_name_already_is_believed_in_the_end) {
    go_online();
    enter_room();
    const MessageId id = say("one");
    for (int tries = 0; tries < 9; ++tries) {
        ASSERT_EQ(server.state_of("#a", id), MessageState::sending) << tries;
        server.says("@label=" + server.last_label() +
                    " :srv.test FAIL PRIVMSG CID_TAKEN x :Another message has this id");
    }
    EXPECT_EQ(server.state_of("#a", id), MessageState::failed);
}

TEST_F(ServerThatKeeps, what_is_in_doubt_is_sent_again_under_its_name_and_before_the_rest) {
    go_online();
    enter_room();
    answer({"msgid=m0 :bob!u@host PRIVMSG #a zero"});
    server.forget();
    const MessageId doubtful = say("one");
    ASSERT_THAT(server.sent, ElementsAre("@label=b1;brusio/cid=desk7-1 PRIVMSG #a one"));
    server.breaks();
    EXPECT_EQ(server.state_of("#a", doubtful), MessageState::queued);
    const MessageId later = say("two");
    server.pass(seconds{40});
    server.accept();
    log_in();
    enter_room();
    EXPECT_THAT(server.sent, ElementsAre("@label=b2;brusio/cid=desk7-1 PRIVMSG #a one",
                                         "@label=b3;brusio/cid=desk7-2 PRIVMSG #a two"));
    server.says("@label=b2;msgid=m1 :ada!u@host PRIVMSG #a one");
    server.says("@label=b3;msgid=m2 :ada!u@host PRIVMSG #a two");
    EXPECT_EQ(server.state_of("#a", doubtful), MessageState::sent);
    EXPECT_EQ(server.state_of("#a", later), MessageState::sent);
    // Only now: the answers told which lines of the history are ours.
    // What follows the last we had when we went: others may have spoken before ours arrived.
    EXPECT_THAT(server.sent.back(), StartsWith("CHATHISTORY AFTER #a msgid=m0 "));
}

TEST_F(ServerThatKeeps, a_message_whose_echo_got_lost_is_shown_once) {
    go_online();
    enter_room();
    answer({});
    say("one");
    come_back();
    enter_room();
    server.says("@label=b2;msgid=m1 :ada!u@host PRIVMSG #a one");
    answer({"msgid=m1 :ada!u@host PRIVMSG #a one", "msgid=m2 :bob!u@host PRIVMSG #a two"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("sent ada: one", "received bob: two"));
}

TEST_F(ServerThatKeeps, a_server_that_cannot_tell_any_more_gets_nothing_twice) {
    go_online();
    enter_room();
    answer({});
    const MessageId doubtful = say("one");
    come_back("batch message-tags labeled-response echo-message sasl=PLAIN");
    enter_room();
    EXPECT_EQ(server.count_sent("@"), 0U);
    EXPECT_EQ(server.state_of("#a", doubtful), MessageState::failed);
}

TEST_F(ServerThatKeeps, what_a_start_before_left_behind_is_sent_under_its_old_name) {
    go_online();
    enter_room();
    answer({});
    say("one");
    ASSERT_EQ(server.client.unsent().size(), 1U);
    EXPECT_EQ(server.client.unsent()[0]->client_id, "desk7-1");
    start_again();
    log_in();
    enter_room();
    EXPECT_EQ(server.sent_line("@label"), "@label=b1;brusio/cid=desk7-1 PRIVMSG #a one");
    say("two");
    EXPECT_EQ(server.sent.back(), "@label=b2;brusio/cid=desk8-1 PRIVMSG #a two");
}

TEST_F(ServerThatKeeps, the_first_time_the_newest_are_asked_for_and_count_as_read) {
    go_online();
    enter_room();
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY LATEST #a * 100"));
    answer({"msgid=m1 :bob!u@host PRIVMSG #a old"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: old"));
    EXPECT_EQ(server.conversation("#a").unread, 0U);
}

TEST_F(ServerThatKeeps, what_was_missed_is_unread_and_before_what_comes_live) {
    go_online();
    enter_room();
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one"});
    come_back();
    enter_room();
    ASSERT_THAT(server.sent, ElementsAre("CHATHISTORY AFTER #a msgid=m1 100"));
    server.says("@msgid=m4 :bob!u@host PRIVMSG #a four");
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one"));
    answer({"msgid=m2 :bob!u@host PRIVMSG #a two", "msgid=m3 :bob!u@host PRIVMSG #a three",
            "msgid=m4 :bob!u@host PRIVMSG #a four"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one", "received bob: two",
                                               "received bob: three", "received bob: four"));
    EXPECT_EQ(server.conversation("#a").unread, 3U);
}

TEST_F(ServerThatKeeps, a_full_page_asks_for_the_next) {
    ClientConfig small = config();
    small.limits.history_page_messages = 2;
    small.limits.history_pages_max = 2;
    server.dial(small);
    log_in();
    enter_room();
    answer({"msgid=m1 :bob!u@host PRIVMSG #a 1"});
    come_back();
    enter_room();
    answer({"msgid=m2 :bob!u@host PRIVMSG #a 2", "msgid=m3 :bob!u@host PRIVMSG #a 3"});
    EXPECT_EQ(server.sent.back(), "CHATHISTORY AFTER #a msgid=m3 2");
    answer({"msgid=m4 :bob!u@host PRIVMSG #a 4", "msgid=m5 :bob!u@host PRIVMSG #a 5"});
    EXPECT_EQ(server.count_sent("CHATHISTORY"), 2U);
    server.says("@msgid=m6 :bob!u@host PRIVMSG #a 6");
    EXPECT_EQ(server.rows("#a").size(), 6U);
}

TEST_F(ServerThatKeeps, a_message_that_it_has_forgotten_leads_to_the_newest) {
    go_online();
    enter_room();
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one"});
    come_back();
    enter_room();
    server.forget();
    server.says("FAIL CHATHISTORY MESSAGE_ERROR AFTER #a :Messages could not be retrieved");
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY LATEST #a * 100"));
    server.says("@msgid=m9 :bob!u@host PRIVMSG #a nine");
    server.says("FAIL CHATHISTORY INVALID_TARGET LATEST #a :Messages could not be retrieved");
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one", "received bob: nine"));
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
}

TEST_F(ServerThatKeeps, what_was_held_back_is_shown_when_the_link_breaks) {
    go_online();
    enter_room();
    server.says("@msgid=m1 :bob!u@host PRIVMSG #a one");
    EXPECT_THAT(server.rows("#a"), IsEmpty());
    server.breaks();
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one"));
}

/// A server that keeps what people wrote to us.
class PrivateMessages : public ServerThatKeeps {
 protected:
    static constexpr std::int64_t away_since_ms = 900'000;  // the clock stands at 1'000'000

    void come_in(std::int64_t heard_until_ms) {
        ClientConfig to = config();
        to.heard_until = WallTime{heard_until_ms};
        server.dial(to);
        log_in(history_offer, AfterLogin::remember);
    }
    void wrote(const std::string& nick, const std::string& time) {
        server.says(":srv.test BATCH +t draft/chathistory-targets");
        server.says("@batch=t :srv.test CHATHISTORY TARGETS " + nick + " " + time);
        server.says(":srv.test BATCH -t");
    }
};

TEST_F(PrivateMessages, that_came_while_we_were_away_open_their_conversations_unread) {
    come_in(away_since_ms);
    EXPECT_EQ(server.sent_line("CHATHISTORY"),
              "CHATHISTORY TARGETS timestamp=1970-01-01T00:15:00.000Z "
              "timestamp=1970-01-02T00:16:40.000Z 50");
    server.forget();
    wrote("bob", "1970-01-01T00:16:00.000Z");
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY LATEST bob * 100"));
    answer({"msgid=p1;time=1970-01-01T00:14:00.000Z :bob!u@host PRIVMSG ada :long ago",
            "msgid=p2;time=1970-01-01T00:14:30.000Z :ada!u@host PRIVMSG bob :indeed",
            "msgid=p3;time=1970-01-01T00:15:30.000Z :bob!u@host PRIVMSG ada :are you there",
            "msgid=p4;time=1970-01-01T00:16:00.000Z :bob!u@host PRIVMSG ada :ada?"},
           "bob");
    EXPECT_THAT(server.rows("bob"),
                ElementsAre("received bob: long ago", "sent ada: indeed",
                            "received bob: are you there", "received bob: ada?"));
    EXPECT_EQ(server.conversation("bob").unread, 2U);
    EXPECT_EQ(server.conversation("bob").mentions, 1U);
}

TEST_F(PrivateMessages, the_first_time_are_there_and_count_as_read) {
    come_in(0);
    wrote("bob", "1970-01-01T00:16:00.000Z");
    answer({"msgid=p1;time=1970-01-01T00:16:00.000Z :bob!u@host PRIVMSG ada :hello"}, "bob");
    EXPECT_EQ(server.rows("bob").size(), 1U);
    EXPECT_EQ(server.conversation("bob").unread, 0U);
}

TEST_F(PrivateMessages, that_we_have_heard_open_nothing) {
    come_in(away_since_ms);
    wrote("bob", "1970-01-01T00:15:00.000Z");
    wrote("#room", "1970-01-01T00:16:00.000Z");
    wrote("bob", "nonsense");
    server.says("FAIL CHATHISTORY INVALID_PARAMS TARGETS timestamp=1 :Invalid");
    EXPECT_TRUE(server.client.conversations().empty());
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
}

TEST_F(PrivateMessages, during_a_break_are_asked_for_from_the_last_that_we_heard) {
    come_in(away_since_ms);
    server.says("@msgid=p1;time=1970-01-01T00:16:10.000Z :bob!u@host PRIVMSG ada one");
    EXPECT_EQ(server.client.heard_until().unix_ms, 970'000);
    server.forget();
    server.breaks();
    server.client.reconnect_now(server.now());
    server.collect();
    server.accept();
    log_in(history_offer, AfterLogin::remember);
    EXPECT_TRUE(server.sent_line("CHATHISTORY")
                    .starts_with("CHATHISTORY TARGETS timestamp=1970-01-01T00:16:10.000Z "));
    wrote("bob", "1970-01-01T00:16:20.000Z");
    EXPECT_EQ(server.sent.back(), "CHATHISTORY AFTER bob msgid=p1 100");
    answer({"msgid=p2;time=1970-01-01T00:16:20.000Z :bob!u@host PRIVMSG ada two"}, "bob");
    EXPECT_EQ(server.conversation("bob").unread, 2U);
}

TEST_F(PrivateMessages, a_room_we_come_back_to_tells_what_is_news_there) {
    come_in(away_since_ms);
    enter_room();
    answer({"msgid=m1;time=1970-01-01T00:14:00.000Z :bob!u@host PRIVMSG #a old",
            "msgid=m2;time=1970-01-01T00:16:00.000Z :bob!u@host PRIVMSG #a new"});
    EXPECT_EQ(server.conversation("#a").unread, 1U);
}

/// Somebody without an account.
struct Guest : testing::Test {
    static constexpr std::string_view offer =
        "batch message-tags server-time draft/chathistory echo-message";

    void come_back(std::string_view capabilities) {
        server.breaks();
        server.pass(seconds{40});
        server.accept();
        server.sent.clear();
        server.welcome(capabilities);
        server.forget();
        server.says(":ada!user@host JOIN #a");
    }
    void hear(std::string_view msgid) {
        server.says("@msgid=" + std::string(msgid) + " :bob!u@host PRIVMSG #a " +
                    std::string(msgid));
    }
    void answer(const std::vector<std::string>& lines) {
        server.says(":srv.test BATCH +h chathistory #a");
        for (const std::string& line : lines) server.says("@batch=h;" + line);
        server.says(":srv.test BATCH -h");
    }

    ScriptedServer server;
};

TEST_F(Guest, asks_for_what_was_said_like_everybody) {
    server.go_online(offer);
    EXPECT_TRUE(server.client.offers_history());
    server.let_in("#a");
    EXPECT_EQ(server.count_sent("CHATHISTORY LATEST #a * "), 1U);
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one"));
    EXPECT_TRUE(server.client.load_older(server.conversation("#a").id, server.now()));
    server.collect();
    EXPECT_EQ(server.count_sent("CHATHISTORY BEFORE #a msgid=m1 "), 1U);
}

TEST_F(Guest, reads_as_news_what_comes_while_the_first_page_is_on_its_way) {
    server.go_online(offer);
    server.let_in("#a");
    hear("m2");
    hear("m3");
    answer({"msgid=m1 :bob!u@host PRIVMSG #a m1", "msgid=m2 :bob!u@host PRIVMSG #a m2"});
    EXPECT_THAT(server.rows("#a"),
                ElementsAre("received bob: m1", "received bob: m2", "received bob: m3"));
    EXPECT_EQ(server.conversation("#a").unread, 2U) << "all but the first";
}

TEST_F(Guest, is_not_told_what_was_written_to_whoever_had_the_nick) {
    server.dial(ScriptedServer::config());
    server.welcome(offer);
    EXPECT_EQ(server.count_sent("CHATHISTORY TARGETS"), 0U);
}

TEST_F(Guest, fills_a_break_without_a_sign_of_it) {
    server.go_online(offer);
    server.let_in("#a");
    answer({});
    hear("m1");
    come_back(offer);
    EXPECT_EQ(server.count_sent("CHATHISTORY AFTER #a msgid=m1 "), 1U);
    answer({"msgid=m2 :bob!u@host PRIVMSG #a m2"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: m1", "received bob: m2"));
    EXPECT_FALSE(next_comes_after_gap(server));
}

TEST_F(Guest, hears_of_a_break_that_nobody_fills) {
    for (const std::string_view capabilities : {std::string_view{}, offer}) {
        server = ScriptedServer{};
        server.go_online(capabilities);
        server.let_in("#a");
        if (!capabilities.empty()) answer({});
        hear("m1");
        EXPECT_FALSE(next_comes_after_gap(server)) << "nothing was missed by coming";
        come_back(capabilities);
        if (!capabilities.empty()) {
            server.says(":srv.test FAIL CHATHISTORY INVALID_TARGET AFTER #a :Not for guests");
            server.says(":srv.test FAIL CHATHISTORY INVALID_TARGET LATEST #a :Not for guests");
        }
        EXPECT_TRUE(next_comes_after_gap(server));
    }
}

TEST_F(Guest, who_is_refused_at_first_is_told_nothing_of_a_beginning) {
    server.go_online(offer);
    server.let_in("#a");
    server.says(":srv.test FAIL CHATHISTORY INVALID_TARGET LATEST #a :Not for guests");
    EXPECT_NE(server.conversation("#a").older, OlderRows::none);
    EXPECT_FALSE(next_comes_after_gap(server));
}

TEST_F(ServerThatKeeps, a_break_longer_than_all_pages_leaves_a_sign) {
    go_online();
    enter_room();
    answer({"msgid=m0 :bob!u@host PRIVMSG #a zero"});
    come_back();
    enter_room();
    for (int page = 0; page < 20; ++page) {
        std::vector<std::string> lines;
        for (int i = 0; i < 100; ++i) {
            lines.push_back("msgid=p" + std::to_string(page * 100 + i) +
                            " :bob!u@host PRIVMSG #a again");
        }
        answer(lines);
    }
    EXPECT_TRUE(next_comes_after_gap(server));
}

}  // namespace
}  // namespace brusio::client::test
