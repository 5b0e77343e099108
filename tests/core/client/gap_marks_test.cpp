#include "core/client/gap_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/kept_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Gaps : public KeptServer {
 protected:
    /// Texts of the rows, with "|" before one that comes after a gap.
    [[nodiscard]] std::vector<std::string> shown(std::string_view name = "#a") const {
        std::vector<std::string> texts;
        for (const MessagePtr& row : server.conversation(name).timeline.messages()) {
            texts.push_back((row->after_gap ? "|" : "") + row->text);
        }
        return texts;
    }
    /// In #a, where 3 pages of 2 were missed and one is fetched: 1 2 | 9.
    void leave_a_gap() {
        go_in({line(1)});
        ClientConfig small = config();
        small.limits.history_page_messages = 1;
        small.limits.history_pages_max = 1;
        start_offline(small);
        come_online();
        server.says("@" + line(9));
        answer({line(2)});
    }
};

TEST_F(Gaps, what_the_server_did_not_give_is_a_gap_that_is_kept) {
    leave_a_gap();
    EXPECT_THAT(shown(), ElementsAre("1", "2", "|9"));
    EXPECT_EQ(server.conversation("#a").timeline.newest()->gap_from, "m2");
    start_offline();
    EXPECT_THAT(shown(), ElementsAre("|9")) << "what is before it comes when it is asked for";
    EXPECT_TRUE(load());
    EXPECT_THAT(shown(), ElementsAre("1", "2", "|9")) << "without a network it stays";
}

TEST_F(Gaps, it_is_closed_by_who_scrolls_back_to_it) {
    leave_a_gap();
    start_offline();
    come_online();
    answer({});
    server.forget();
    ASSERT_TRUE(load());
    EXPECT_THAT(server.sent, ElementsAre("CHATHISTORY BEFORE #a msgid=m9 100"));
    answer({line(7), line(8)});
    EXPECT_THAT(shown(), ElementsAre("|7", "8", "9"));
    ASSERT_TRUE(load());
    answer({line(1), line(2), line(3), line(6)});
    EXPECT_THAT(shown(), ElementsAre("3", "6", "7", "8", "9"));
    server.forget();
    ASSERT_TRUE(load());
    EXPECT_THAT(server.sent, IsEmpty()) << "the rest is here";
    EXPECT_THAT(shown(), ElementsAre("1", "2", "3", "6", "7", "8", "9"));
    start_offline();
    EXPECT_THAT(shown(), ElementsAre("1", "2", "3", "6", "7", "8", "9"));
}

TEST_F(Gaps, one_that_the_server_cannot_close_is_passed_by) {
    leave_a_gap();
    start_offline();
    come_online();
    answer({});
    ASSERT_TRUE(load());
    answer({});
    EXPECT_THAT(shown(), ElementsAre("|9"));
    server.forget();
    ASSERT_TRUE(load());
    EXPECT_THAT(server.sent, IsEmpty());
    EXPECT_THAT(shown(), ElementsAre("1", "2", "|9"));
}

TEST_F(Gaps, a_page_that_is_refused_leaves_one) {
    go_in({line(1)});
    start_offline();
    come_online();
    server.says("FAIL CHATHISTORY MESSAGE_ERROR AFTER #a :Messages could not be retrieved");
    server.says("@" + line(7));
    answer({line(5), line(6)});
    EXPECT_THAT(shown(), ElementsAre("1", "|5", "6", "7")) << "the newest were asked for instead";
}

TEST_F(Gaps, the_newest_that_reach_what_is_here_leave_none) {
    go_in({line(1), line(2)});
    start_offline();
    come_online();
    server.says("FAIL CHATHISTORY MESSAGE_ERROR AFTER #a :Gone");
    answer({line(1), line(2), line(3)});
    EXPECT_THAT(shown(), ElementsAre("1", "2", "3"));
}

TEST_F(Gaps, a_link_that_breaks_before_the_answer_leaves_none_if_the_next_one_gives_it) {
    go_in({line(1)});
    start_offline();
    come_online();
    server.breaks();
    server.pass(seconds{40});
    server.accept();
    log_in();
    enter_room();
    answer({line(2)});
    EXPECT_THAT(shown(), ElementsAre("1", "2"));
}

TEST_F(Gaps, where_no_history_is_to_be_had_every_absence_is_one) {
    ClientConfig guest = config();
    guest.account = {};
    guest.device.clear();
    guest.stored = kept.bounds();
    server.dial(guest);
    server.welcome("message-tags server-time");
    server.let_in("#a");
    server.says(":bob!u@host PRIVMSG #a one");
    server.says(":bob!u@host PRIVMSG ada psst");
    EXPECT_THAT(shown(), ElementsAre("one")) << "nobody was away";
    server.breaks();
    server.pass(seconds{40});
    server.accept();
    server.welcome("message-tags server-time");
    server.says(":ada!u@host JOIN #a");
    server.says(":eve!u@host JOIN #a");
    server.says(":bob!u@host PRIVMSG #a two");
    server.says(":bob!u@host PRIVMSG ada again");
    EXPECT_THAT(shown(), ElementsAre("one", "|", "two"));
    EXPECT_THAT(shown("bob"), ElementsAre("psst", "|again"));
    start_offline(guest);
    EXPECT_THAT(shown(), ElementsAre("|", "two"));
    EXPECT_TRUE(load());
    EXPECT_THAT(shown(), ElementsAre("one", "|", "two"));
}

TEST_F(Gaps, rows_found_in_one_lie_between_its_sides) {
    leave_a_gap();
    const auto& rows = server.conversation("#a").timeline.messages();
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_GT(rows[2]->id.value - rows[1]->id.value, 20'000U) << "as many as one may scroll";
}

}  // namespace
}  // namespace brusio::client::test
