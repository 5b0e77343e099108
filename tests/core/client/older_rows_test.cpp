#include "core/client/older_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

class ScrollingBack : public ServerThatKeeps {
 protected:
    /// In #a, with its two newest messages.
    void SetUp() override {
        go_online();
        enter_room();
        answer({"msgid=m3 :bob!u@host PRIVMSG #a three", "msgid=m4 :bob!u@host PRIVMSG #a four"});
        server.forget();
    }
    bool load(std::string_view name = "#a") {
        const bool asked = server.client.load_older(server.conversation(name).id, server.now());
        server.collect();
        return asked;
    }
    [[nodiscard]] OlderRows older(std::string_view name = "#a") const {
        return server.conversation(name).older;
    }
};

TEST_F(ScrollingBack, a_page_is_asked_for_once_and_put_before_the_rest) {
    ASSERT_TRUE(load());
    EXPECT_FALSE(load()) << "one is on its way";
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY BEFORE #a msgid=m3 100"));
    EXPECT_EQ(older(), OlderRows::asked);
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one", "msgid=m2 :ada!u@host PRIVMSG #a two",
            "msgid=m3 :bob!u@host PRIVMSG #a three"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: one", "sent ada: two",
                                               "received bob: three", "received bob: four"));
    EXPECT_EQ(older(), OlderRows::unknown);
    ASSERT_EQ(server.told<OlderAdded>().size(), 1U);
    EXPECT_EQ(server.last<OlderAdded>().messages.size(), 2U);
    EXPECT_THAT(server.told<MessageAdded>(), IsEmpty());
    EXPECT_EQ(server.conversation("#a").unread, 0U);
    ASSERT_TRUE(load());
    EXPECT_EQ(server.sent.back(), "CHATHISTORY BEFORE #a msgid=m1 100");
}

TEST_F(ScrollingBack, an_empty_page_is_the_end_of_it) {
    ASSERT_TRUE(load());
    answer({});
    EXPECT_EQ(older(), OlderRows::none);
    server.forget();
    EXPECT_FALSE(load());
    EXPECT_THAT(server.sent, IsEmpty());
    come_back();
    enter_room();
    answer({});
    EXPECT_EQ(older(), OlderRows::none) << "it begins there on the next link, too";
}

TEST_F(ScrollingBack, so_is_a_page_that_brings_nothing_new) {
    ASSERT_TRUE(load());
    answer({"msgid=m3 :bob!u@host PRIVMSG #a three"});
    EXPECT_EQ(older(), OlderRows::none);
    EXPECT_EQ(server.rows("#a").size(), 2U);
}

TEST_F(ScrollingBack, rows_that_come_live_meanwhile_stay_behind) {
    ASSERT_TRUE(load());
    server.says("@msgid=m5 :bob!u@host PRIVMSG #a five");
    answer({"msgid=m2 :bob!u@host PRIVMSG #a two"});
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: two", "received bob: three",
                                               "received bob: four", "received bob: five"));
    EXPECT_EQ(server.conversation("#a").unread, 1U);
}

TEST_F(ScrollingBack, a_server_without_message_ids_is_asked_by_time) {
    server.says(":srv.test 005 ada MSGREFTYPES=timestamp CHATHISTORY=20 :are supported");
    server.says(":ada!u@host JOIN #b");
    answer({"time=2026-11-22T18:40:00.123Z :bob!u@host PRIVMSG #b hi"}, "#b");
    server.forget();
    ASSERT_TRUE(load("#b"));
    EXPECT_THAT(server.sent,
                ElementsAre("CHATHISTORY BEFORE #b timestamp=2026-11-22T18:40:00.123Z 20"));
}

TEST_F(ScrollingBack, what_the_server_refuses_is_not_asked_for_again_on_this_link) {
    ASSERT_TRUE(load());
    server.says("FAIL CHATHISTORY MESSAGE_ERROR BEFORE #a :Messages could not be retrieved");
    EXPECT_EQ(older(), OlderRows::withheld);
    EXPECT_FALSE(load());
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
    come_back();
    EXPECT_EQ(older(), OlderRows::unknown);
    EXPECT_FALSE(load()) << "not in the room yet";
    enter_room();
    EXPECT_FALSE(load()) << "what was missed comes first";
    answer({});
    EXPECT_TRUE(load());
}

TEST_F(ScrollingBack, a_refusal_that_names_no_target_is_of_all_questions) {
    ASSERT_TRUE(load());
    server.says("FAIL CHATHISTORY INVALID_PARAMS BEFORE msgid=m3 :Invalid selector");
    EXPECT_EQ(older(), OlderRows::withheld);
}

TEST_F(ScrollingBack, a_question_without_an_answer_is_given_up) {
    ASSERT_TRUE(load());
    server.says(":ada!u@host JOIN #b");
    server.says("@msgid=x1 :bob!u@host PRIVMSG #b held");
    EXPECT_THAT(server.rows("#b"), IsEmpty()) << "while its history is awaited";
    server.pass(seconds{29});
    EXPECT_EQ(older(), OlderRows::asked);
    server.pass(seconds{2});
    EXPECT_EQ(older(), OlderRows::withheld);
    EXPECT_THAT(server.rows("#b"), ElementsAre("received bob: held"));
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one"});
    EXPECT_EQ(server.rows("#a").size(), 3U) << "an answer that comes late is shown as it is";
}

TEST_F(ScrollingBack, a_broken_link_ends_the_question) {
    ASSERT_TRUE(load());
    server.breaks();
    EXPECT_EQ(older(), OlderRows::unknown);
    EXPECT_FALSE(load());
}

TEST_F(ScrollingBack, a_person_has_a_past_too_whatever_people_were_called_then) {
    server.client.open_person("bob", server.now());
    ASSERT_TRUE(load("bob"));
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY LATEST bob * 100"));
    answer({"msgid=p1;account=ada :adele!u@host PRIVMSG bob hello",
            "msgid=p2 :bobby!u@host PRIVMSG adele hi", "msgid=p3 :ada!u@host PRIVMSG bob you"},
           "bob");
    EXPECT_THAT(server.rows("bob"),
                ElementsAre("sent adele: hello", "received bobby: hi", "sent ada: you"));
    EXPECT_EQ(server.client.conversations().size(), 2U) << "nobody else's was opened";
    ASSERT_TRUE(load("bob"));
    EXPECT_EQ(server.sent.back(), "CHATHISTORY BEFORE bob msgid=p1 100");
}

TEST_F(ScrollingBack, a_server_without_history_is_asked_for_nothing) {
    ScriptedServer plain;
    plain.go_online(all_capabilities);
    plain.let_in("#a");
    plain.says("@msgid=m1 :bob!u@host PRIVMSG #a one");
    plain.forget();
    EXPECT_FALSE(plain.client.load_older(plain.conversation("#a").id, plain.now()));
    plain.collect();
    EXPECT_THAT(plain.sent, IsEmpty());
}

TEST_F(ScrollingBack, what_an_earlier_start_left_behind_stands_where_the_server_has_it) {
    Message left;
    left.origin = MessageOrigin::own;
    left.state = MessageState::sending;
    left.text = "said and not confirmed";
    left.target = "#a";
    left.client_id = "desk6-9";
    ScriptedServer next{2};
    ClientConfig fresh = config();
    fresh.rooms = {{"#a", ""}};
    next.dial(fresh);
    next.client.restore_unsent({left}, next.now());
    std::swap(next, server);
    log_in();
    enter_room();
    server.says("@label=b1;msgid=m2 :ada!u@host PRIVMSG #a :said and not confirmed");
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one",
            "msgid=m2 :ada!u@host PRIVMSG #a :said and not confirmed",
            "msgid=m3 :bob!u@host PRIVMSG #a three"});
    EXPECT_THAT(server.rows("#a"),
                ElementsAre("received bob: one", "sent ada: said and not confirmed",
                            "received bob: three"));
}

TEST_F(ScrollingBack, a_row_that_leaves_the_memory_is_told_and_can_be_had_again) {
    ClientConfig small = config();
    small.server = "irc://another.test";
    small.limits.messages_per_conversation_max = 3;
    server.dial(small);
    log_in();
    enter_room();
    answer({});
    ASSERT_EQ(older(), OlderRows::none);
    for (const char* id : {"n1", "n2", "n3"}) {
        server.says("@msgid=" + std::string(id) + " :bob!u@host PRIVMSG #a " + id);
    }
    ASSERT_EQ(older(), OlderRows::none);
    const MessageId oldest = server.conversation("#a").timeline.messages().front()->id;
    server.says("@msgid=n4 :bob!u@host PRIVMSG #a n4");
    EXPECT_EQ(server.last<MessageDropped>().message, oldest);
    ASSERT_TRUE(load());
    answer({"msgid=n1 :bob!u@host PRIVMSG #a n1"});
    EXPECT_EQ(server.rows("#a").size(), 4U) << "who goes back to read gets more room";
}

TEST_F(ScrollingBack, a_conversation_closed_with_a_message_in_doubt_is_over) {
    say("one");
    server.client.close(server.conversation("#a").id, server.now());
    server.collect();
    come_back();
    EXPECT_EQ(server.count_sent("@label"), 0U);
    EXPECT_EQ(server.client.unsent_messages(), 0U);
}

/// A server that answers CHATHISTORY about #a from the log it keeps.
struct LoggingServer {
    ScriptedServer server;
    std::vector<std::string> log;  // msgids
    std::size_t answered = 0;      // lines of the client

    static ClientConfig config(std::size_t page) {
        ClientConfig config = ServerThatKeeps::config();
        config.limits.history_page_messages = page;
        config.limits.history_pages_max = 1'000;
        return config;
    }
    void enter() {
        server.says(":srv.test CAP * LS :" + std::string(history_offer));
        server.says(":srv.test CAP * ACK :" + server.sent_line("CAP REQ :").substr(9));
        server.says("AUTHENTICATE +");
        server.says_all({":srv.test 900 ada ada!u@host ada :In", ":srv.test 903 ada :In",
                         ":srv.test 001 ada :Welcome", ":srv.test 422 ada :No MOTD",
                         ":ada!u@host JOIN #a"});
    }
    void say_next(bool live) {
        log.push_back("m" + std::to_string(log.size()));
        if (live) server.says("@msgid=" + log.back() + " :bob!u@host PRIVMSG #a " + log.back());
    }
    [[nodiscard]] std::optional<std::string> next_question() {
        while (answered < server.sent.size()) {
            const std::string& line = server.sent[answered++];
            if (line.starts_with("CHATHISTORY ")) return line;
        }
        return std::nullopt;
    }
    void answer() {
        while (const auto question = next_question()) {
            std::istringstream words(*question);
            std::string command;
            std::string word;
            std::string target;
            std::string from;
            std::size_t count = 0;
            words >> command >> word >> target >> from >> count;
            const auto at = std::find(log.begin(), log.end(), from == "*" ? from : from.substr(6));
            const auto place = static_cast<std::size_t>(at - log.begin());
            std::size_t first = word == "AFTER" ? place + 1 : place - std::min(place, count);
            const std::size_t last = word == "AFTER" ? std::min(first + count, log.size()) : place;
            server.says(":srv.test BATCH +h chathistory #a");
            for (; first < last; ++first) {
                server.says("@batch=h;msgid=" + log[first] + " :bob!u@host PRIVMSG #a " +
                            log[first]);
            }
            server.says(":srv.test BATCH -h");
        }
    }
    [[nodiscard]] std::vector<std::string> shown() const {
        std::vector<std::string> shown;
        for (const MessagePtr& row : server.conversation("#a").timeline.messages()) {
            shown.push_back(row->msgid);
        }
        return shown;
    }
    bool load() {
        const bool asked = server.client.load_older(server.conversation("#a").id, server.now());
        server.collect();
        return asked;
    }
};

RC_GTEST_PROP(OlderRows, who_scrolls_to_the_beginning_has_read_the_whole_log_once, ()) {
    LoggingServer world;
    ScriptedServer& server = world.server;
    const auto said_before = *rc::gen::inRange<std::size_t>(1, 60);
    while (world.log.size() < said_before) world.say_next(false);
    server.dial(LoggingServer::config(*rc::gen::inRange<std::size_t>(1, 9)));
    world.enter();
    const auto steps = *rc::gen::inRange(0, 40);
    for (int i = 0; i < steps; ++i) {
        const int what = *rc::gen::inRange(0, 12);
        if (what < 4) world.say_next(true);
        if (what >= 4 && what < 7) world.answer();
        if (what >= 7 && what < 10) world.load();
        if (what < 10) continue;
        world.answer();  // a gap without a place to begin at loses nothing
        server.breaks();
        for (int missed = *rc::gen::inRange(0, 12); missed > 0; --missed) world.say_next(false);
        server.client.reconnect_now(server.now());
        server.collect();
        server.accept();
        server.forget();
        world.answered = 0;
        world.enter();
    }
    world.answer();
    while (world.load()) world.answer();
    RC_ASSERT(server.conversation("#a").older == OlderRows::none);
    RC_ASSERT(world.shown() == world.log);
}

}  // namespace
}  // namespace brusio::client::test
