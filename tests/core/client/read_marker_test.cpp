#include "core/client/read_markers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view marker_offer =
    "batch message-tags server-time labeled-response echo-message sasl=PLAIN draft/chathistory "
    "brusio/exactly-once draft/read-marker";

/// Messages are named after the second of 1970-01-01T00:16 at which they were said.
class ReadMarkers : public ServerThatKeeps {
 protected:
    void SetUp() override {
        server.dial(config());
        log_in(marker_offer);
    }
    void come_in(const std::string& marker) {
        enter_room();
        server.says(":srv.test MARKREAD #a " + marker);
    }
    static std::string at(const std::string& second) {
        return "timestamp=1970-01-01T00:16:" + second + ".000Z";
    }
    static std::string said(const std::string& second, const std::string& text = "hi") {
        return "time=1970-01-01T00:16:" + second + ".000Z;msgid=m" + second +
               " :bob!u@host PRIVMSG #a :" + text;
    }
    void hear(const std::string& second, const std::string& text = "hi") {
        server.says("@" + said(second, text));
    }
    void read(std::string_view msgid) {
        const MessagePtr row = server.conversation("#a").timeline.find_msgid(msgid);
        ASSERT_NE(row, nullptr);
        server.client.mark_read(server.conversation("#a").id, row->id, server.now());
        server.collect();
    }
    [[nodiscard]] std::size_t unread() const { return server.conversation("#a").unread; }
    [[nodiscard]] std::vector<std::string> told() const {
        std::vector<std::string> lines;
        for (const std::string& line : server.sent) {
            if (line.starts_with("MARKREAD")) lines.push_back(line);
        }
        return lines;
    }
};

TEST_F(ReadMarkers, tell_the_first_time_what_is_unread) {
    come_in(at("20"));
    answer({said("10"), said("20", "ada: seen"), said("30", "ada: new"), said("40")});
    EXPECT_EQ(unread(), 2U);
    EXPECT_EQ(server.conversation("#a").mentions, 1U);
}

TEST_F(ReadMarkers, that_nobody_has_set_make_nothing_unread) {
    come_in("*");
    answer({said("10"), said("20")});
    EXPECT_EQ(unread(), 0U);
}

TEST_F(ReadMarkers, moved_by_another_device_clear_what_they_pass) {
    come_in("*");
    answer({});
    hear("10", "ada: one");
    hear("20", "ada: two");
    hear("30");
    server.forget();
    server.says(":srv.test MARKREAD #a " + at("20"));
    EXPECT_EQ(server.last<UnreadChanged>().unread, 1U);
    EXPECT_EQ(server.last<UnreadChanged>().mentions, 0U);
    server.says(":srv.test MARKREAD #a " + at("10"));
    EXPECT_EQ(unread(), 1U) << "never back";
    server.says(":srv.test MARKREAD #a " + at("59"));
    EXPECT_EQ(unread(), 0U);
    EXPECT_THAT(told(), IsEmpty()) << "the server knows it better";
}

TEST_F(ReadMarkers, pass_what_waits_behind_the_history) {
    come_in("*");
    hear("30");
    hear("40");
    server.says(":srv.test MARKREAD #a " + at("30"));
    answer({said("10"), said("20")});
    EXPECT_THAT(server.rows("#a").size(), 4U);
    EXPECT_EQ(unread(), 1U);
}

TEST_F(ReadMarkers, tell_after_a_break_what_was_read_meanwhile) {
    come_in("*");
    answer({});
    hear("10");
    come_back(marker_offer);
    come_in(at("20"));
    EXPECT_EQ(unread(), 0U) << "before the history";
    answer({said("20"), said("30")});
    EXPECT_EQ(unread(), 1U);
    read("m30");
    EXPECT_EQ(unread(), 0U);
}

TEST_F(ReadMarkers, go_out_when_something_of_others_is_read) {
    come_in("*");
    answer({});
    hear("10");
    say("mine");
    server.says("@label=" + server.last_label() +
                ";msgid=own;time=1970-01-01T00:16:15.000Z :ada!u@host PRIVMSG #a mine");
    server.forget();
    read("own");
    EXPECT_THAT(told(), ElementsAre("MARKREAD #a " + at("10")));
    server.says(":srv.test MARKREAD #a " + at("10"));
    read("own");
    EXPECT_EQ(told().size(), 1U);
}

TEST_F(ReadMarkers, go_out_once_an_interval_and_the_last_one_always) {
    come_in("*");
    answer({});
    for (const char* second : {"10", "20", "30", "40"}) hear(second);
    read("m10");
    read("m20");
    server.pass(milliseconds{500});
    read("m30");
    EXPECT_THAT(told(), ElementsAre("MARKREAD #a " + at("10")));
    server.pass(seconds{3});
    EXPECT_THAT(told(), ElementsAre("MARKREAD #a " + at("10"), "MARKREAD #a " + at("30")));
    server.pass(seconds{20});
    EXPECT_EQ(told().size(), 2U);
    read("m40");
    EXPECT_EQ(told().size(), 3U) << "at once after a rest";
}

TEST_F(ReadMarkers, that_a_broken_link_kept_back_go_out_on_the_next) {
    come_in("*");
    answer({});
    hear("10");
    server.breaks();
    read("m10");
    EXPECT_THAT(told(), IsEmpty());
    server.pass(seconds{40});
    server.accept();
    log_in(marker_offer);
    EXPECT_THAT(told(), IsEmpty()) << "not in the room yet";
    enter_room();
    EXPECT_THAT(told(), ElementsAre("MARKREAD #a " + at("10")));
}

TEST_F(ReadMarkers, that_the_server_did_not_confirm_go_out_again) {
    come_in("*");
    answer({});
    hear("10");
    read("m10");
    come_back(marker_offer);
    come_in("*");
    EXPECT_THAT(told(), ElementsAre("MARKREAD #a " + at("10")));
    server.says(":srv.test MARKREAD #a " + at("10"));
    come_back(marker_offer);
    come_in(at("10"));
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(ReadMarkers, that_are_refused_trouble_nobody) {
    come_in("*");
    answer({});
    hear("10");
    read("m10");
    server.says(":srv.test FAIL MARKREAD INTERNAL_ERROR #a :The read timestamp could not be set");
    EXPECT_THAT(server.told<ErrorRaised>(), IsEmpty());
    server.pass(seconds{20});
    EXPECT_EQ(told().size(), 1U);
}

TEST_F(ReadMarkers, of_people_are_asked_for_before_their_history) {
    server.says(":srv.test BATCH +t draft/chathistory-targets");
    server.says("@batch=t :srv.test CHATHISTORY TARGETS bob 1970-01-01T00:16:30.000Z");
    server.says(":srv.test BATCH -t");
    EXPECT_THAT(server.sent, ElementsAre("MARKREAD bob", "CHATHISTORY LATEST bob * 100"));
    server.says(":srv.test MARKREAD bob " + at("20"));
    answer({"time=1970-01-01T00:16:10.000Z;msgid=p1 :bob!u@host PRIVMSG ada :one",
            "time=1970-01-01T00:16:30.000Z;msgid=p2 :bob!u@host PRIVMSG ada :two"},
           "bob");
    EXPECT_EQ(server.conversation("bob").unread, 1U);
}

TEST_F(ReadMarkers, of_people_with_something_unread_are_asked_for_at_coming_back) {
    server.says("@time=1970-01-01T00:16:10.000Z;msgid=p1 :bob!u@host PRIVMSG ada :one");
    server.says("@time=1970-01-01T00:16:11.000Z;msgid=p2 :eve!u@host PRIVMSG ada :two");
    const Conversation& eve = server.conversation("eve");
    server.client.mark_read(eve.id, eve.timeline.newest()->id, server.now());
    server.says(":srv.test MARKREAD eve " + at("11"));
    server.breaks();
    server.pass(seconds{40});
    server.accept();
    server.forget();
    log_in(marker_offer, AfterLogin::remember);
    EXPECT_THAT(told(), ElementsAre("MARKREAD bob"));
    server.says(":srv.test MARKREAD bob " + at("10"));
    EXPECT_EQ(server.conversation("bob").unread, 0U);
}

TEST(ReadMarkersOfGuests, are_not_there) {
    ScriptedServer server;
    server.dial(ScriptedServer::config());
    server.welcome(std::string(all_capabilities) + " draft/read-marker");
    EXPECT_EQ(server.sent_line("CAP REQ").find("read-marker"), std::string::npos);
    server.let_in("#a");
    server.says("@time=1970-01-01T00:16:10.000Z;msgid=m1 :bob!u@host PRIVMSG #a hi");
    const Conversation& room = server.conversation("#a");
    server.client.mark_read(room.id, room.timeline.newest()->id, server.now());
    server.collect();
    EXPECT_EQ(room.unread, 0U);
    EXPECT_EQ(server.count_sent("MARKREAD"), 0U);
}

}  // namespace
}  // namespace brusio::client::test
