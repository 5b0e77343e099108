#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ScriptedServer ignoring(const IgnoredPerson& person, std::string_view capabilities = "") {
    ScriptedServer server;
    server.go_online(capabilities);
    server.let_in("#qt", "ada bob");
    server.client.set_ignored({person});
    server.forget();
    return server;
}

TEST(Ignoring, what_somebody_says_leaves_no_row_and_no_count) {
    ScriptedServer server = ignoring({"", "bob!*@*"});
    server.says(":Bob!b@h PRIVMSG #qt :ada: hello");
    server.says(":bob!b@h NOTICE #qt :hello");
    server.says(
        ":bob!b@h PRIVMSG #qt :\x01"
        "ACTION waves\x01");
    server.says(":bob!b@h PRIVMSG ada :psst");
    server.says(":bob!b@h PRIVMSG ada :\x01VERSION\x01");
    server.says(":bob!b@h INVITE ada #trap");
    server.says(":bobby!b@h PRIVMSG #qt :I am another");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("received bobby: I am another"));
    EXPECT_EQ(server.conversation("#qt").unread, 1U);
    EXPECT_EQ(server.client.find_conversation("bob"), nullptr);
    EXPECT_THAT(server.told<Invited>(), IsEmpty());
    EXPECT_EQ(server.count_sent("NOTICE"), 0U);
}

TEST(Ignoring, an_account_is_known_by_its_tag_under_every_nick) {
    ScriptedServer server = ignoring({"Bob", ""}, all_capabilities);
    server.says("@account=bob :robert!b@h PRIVMSG #qt :hello");
    server.says(":bob!b@h PRIVMSG #qt :the nick alone is not the account");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("received bob: the nick alone is not the account"));
}

TEST(Ignoring, an_account_is_known_from_a_room_where_lines_do_not_say_it) {
    ScriptedServer server = ignoring({"bob", ""}, "extended-join");
    server.says(":robert!b@h JOIN #qt bob :Robert");
    server.says(":robert!b@h PRIVMSG ada :psst");
    EXPECT_EQ(server.client.find_conversation("robert"), nullptr);
}

TEST(Ignoring, masks_match_as_a_whole_and_oneself_is_never_ignored) {
    ScriptedServer server = ignoring({"", "*!?@*.spam.test"});
    server.says(":eve!e@a.spam.test PRIVMSG #qt :buy");
    server.says(":eve!ee@a.spam.test PRIVMSG #qt :two signs");
    server.says(":eve!e@spam.test PRIVMSG #qt :no dot");
    server.says(":ada!a@x.spam.test PRIVMSG #qt :me");
    EXPECT_THAT(server.rows("#qt"),
                ElementsAre("received eve: two signs", "received eve: no dot", "sent ada: me"));
}

TEST(Ignoring, who_is_not_ignored_any_more_is_heard_again) {
    ScriptedServer server = ignoring({"", "bob!*@*"});
    server.says(":bob!b@h PRIVMSG #qt :one");
    server.client.set_ignored({});
    server.says(":bob!b@h PRIVMSG #qt :two");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("received bob: two"));
}

}  // namespace
}  // namespace brusio::client::test
