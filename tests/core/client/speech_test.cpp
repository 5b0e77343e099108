#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Speech, what_others_say_in_a_room_is_added_and_counted) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob");
    server.says(
        "@msgid=m1;time=2026-01-02T03:04:05.006Z;account=bob "
        ":bob!b@h PRIVMSG #QT :good morning");
    server.says(":bob!b@h PRIVMSG #qt :ADA: are you there?");
    server.says(
        ":bob!b@h PRIVMSG #qt :\x01"
        "ACTION yawns\x01");
    EXPECT_THAT(server.rows("#qt"),
                ElementsAre("received bob: good morning", "received bob: ADA: are you there?",
                            "received bob: yawns"));
    const auto& rows = server.conversation("#qt").timeline.messages();
    EXPECT_EQ(rows[0]->time.unix_ms, 1767323045006);
    EXPECT_EQ(rows[0]->account, "bob");
    EXPECT_FALSE(rows[0]->mentions_me);
    EXPECT_TRUE(rows[1]->mentions_me);
    EXPECT_EQ(rows[1]->time.unix_ms, server.now().wall.unix_ms);
    EXPECT_EQ(rows[2]->kind, MessageKind::action);
    EXPECT_EQ(server.conversation("#qt").unread, 3U);
    EXPECT_EQ(server.conversation("#qt").mentions, 1U);
}

TEST(Speech, reading_lowers_the_counts_and_never_moves_back) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    for (const char* text : {"ada", "two", "three"}) {
        server.says(":bob!b@h PRIVMSG #qt :" + std::string(text));
    }
    const Conversation& room = server.conversation("#qt");
    const auto rows = room.timeline.messages();
    server.client.mark_read(room.id, rows[1]->id, server.now());
    EXPECT_EQ(room.unread, 1U);
    EXPECT_EQ(room.mentions, 0U);
    server.client.mark_read(room.id, rows[0]->id, server.now());
    EXPECT_EQ(room.unread, 1U);
    server.client.mark_read(room.id, rows[2]->id, server.now());
    server.collect();
    EXPECT_EQ(server.last<UnreadChanged>().unread, 0U);
}

TEST(Speech, the_same_msgid_is_shown_once) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob");
    server.says("@msgid=m1 :bob!b@h PRIVMSG #qt :hi");
    server.says("@msgid=m1 :bob!b@h PRIVMSG #qt :hi");
    server.says("@msgid=m2 :bob!b@h PRIVMSG #qt :hi");
    EXPECT_EQ(server.rows("#qt").size(), 2U);
    EXPECT_EQ(server.conversation("#qt").unread, 2U);
}

TEST(Speech, a_private_message_opens_a_conversation_that_follows_the_nick) {
    ScriptedServer server;
    server.go_online("");
    server.says(":bob!b@h PRIVMSG ada :psst");
    EXPECT_EQ(server.conversation("bob").kind, ConversationKind::person);
    EXPECT_EQ(server.told<ConversationOpened>().size(), 1U);
    const ConversationId id = server.conversation("bob").id;
    server.says(":bob!b@h NICK robert");
    EXPECT_EQ(server.client.find_conversation("bob"), nullptr);
    EXPECT_EQ(server.conversation("Robert").id, id);
    EXPECT_EQ(server.last<ConversationRenamed>().name, "robert");
}

TEST(Speech, an_own_message_of_another_session_belongs_to_the_one_it_was_for) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.says("@msgid=1 :ada!u@h PRIVMSG bob :from my phone");
    EXPECT_THAT(server.rows("bob"), ElementsAre("sent ada: from my phone"));
    EXPECT_EQ(server.conversation("bob").unread, 0U);
}

TEST(Speech, a_message_to_a_rank_belongs_to_the_room) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    server.says(":bob!b@h PRIVMSG @#qt :operators only");
    ASSERT_THAT(server.rows("#qt"), ElementsAre("received bob: operators only"));
    EXPECT_EQ(server.conversation("#qt").timeline.newest()->target, "@#qt");
}

TEST(Speech, servers_and_strangers_to_no_room_are_notices_of_the_server) {
    ScriptedServer server;
    server.go_online("");
    server.says(":srv.test NOTICE ada :*** looking up your host");
    server.says("NOTICE * :*** hello");
    server.says(":!x@y PRIVMSG ada :from nobody");
    server.says(":oper!o@h NOTICE $*.test :maintenance tonight");
    server.says(":bob!b@h PRIVMSG #closed :to a room we left");
    EXPECT_EQ(server.told<ServerNotice>().size(), 4U);
    EXPECT_THAT(server.client.conversations(), IsEmpty());
}

TEST(Speech, what_a_server_says_to_a_room_is_a_line_of_it) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt", "ada bob");
    server.says(":srv.test NOTICE #qt :the room is open again");
    server.says("NOTICE @#qt :a word to its operators");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("received srv.test: the room is open again",
                                                "received *: a word to its operators"));
    EXPECT_EQ(server.told<ServerNotice>().size(), 0U);
}

TEST(Speech, a_password_that_comes_back_as_an_echo_is_not_kept) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.client.raw("PRIVMSG NickServ :identify hunter2", server.now());
    server.says(":ada!a@h PRIVMSG NickServ :identify hunter2");
    server.says(":ada!a@h PRIVMSG bob :identify hunter2");
    EXPECT_THAT(server.rows("NickServ"), ElementsAre("sent ada: identify ***"));
    EXPECT_THAT(server.rows("bob"), ElementsAre("sent ada: identify hunter2"));
}

TEST(Speech, wallops_are_told_with_who_wrote_them) {
    ScriptedServer server;
    server.go_online("");
    server.says(":oper!o@h WALLOPS :the disk is full");
    server.says(":srv.test WALLOPS :going down");
    const auto told = server.told<ServerNotice>();
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].kind, ServerText::wallops);
    EXPECT_EQ(told[0].from + " " + told[0].text, "oper the disk is full");
    EXPECT_EQ(told[1].from + " " + told[1].text, "srv.test going down");
}

TEST(Speech, text_that_is_not_utf8_is_read_as_latin_1) {
    ScriptedServer server;
    server.go_online("");
    server.says(":bob!b@h PRIVMSG ada :caff\xE8");
    EXPECT_THAT(server.rows("bob"), ElementsAre("received bob: caff\xC3\xA8"));
}

TEST(Speech, ctcp_version_is_answered_politely_or_not_at_all) {
    ScriptedServer server;
    server.go_online("");
    server.says(":bob!b@h PRIVMSG ada :\x01VERSION\x01");
    server.says(":eve!e@h PRIVMSG ada :\x01VERSION\x01");
    EXPECT_THAT(server.sent, ElementsAre("NOTICE bob :\x01VERSION Brusio\x01"));
    server.pass(seconds{3});
    server.says(":eve!e@h PRIVMSG ada :\x01PING 123\x01");
    EXPECT_EQ(server.sent.size(), 1U);
    EXPECT_THAT(server.client.conversations(), IsEmpty());

    ScriptedServer silent;
    ClientConfig config = ScriptedServer::config();
    config.version_reply = VersionReply::silent;
    silent.go_online("", config);
    silent.says(":bob!b@h PRIVMSG ada :\x01VERSION\x01");
    EXPECT_THAT(silent.sent, IsEmpty());
}

TEST(Speech, typing_is_shown_until_they_speak_or_fall_silent) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob eve");
    server.says("@+typing=active :bob!b@h TAGMSG #qt");
    server.says("@+typing=paused :eve!e@h TAGMSG #qt");
    ASSERT_EQ(server.conversation("#qt").typists.size(), 2U);
    server.says(":bob!b@h PRIVMSG #qt :done");
    ASSERT_EQ(server.conversation("#qt").typists.size(), 1U);
    EXPECT_EQ(server.conversation("#qt").typists[0].nick, "eve");
    server.says("@+typing=active :eve!e@h TAGMSG #qt");
    server.pass(seconds{7});
    EXPECT_THAT(server.conversation("#qt").typists, IsEmpty());
    EXPECT_EQ(server.last<TypingChanged>().state, TypingState::done);
    server.says("@+typing=active :stranger!s@h TAGMSG ada");
    EXPECT_EQ(server.client.find_conversation("stranger"), nullptr);
}

TEST(Speech, own_typing_is_thinned_out) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const auto type = [&](TypingState state) {
        server.client.send_typing("bob", state, server.now());
        server.collect();
    };
    type(TypingState::done);
    EXPECT_THAT(server.sent, IsEmpty());
    type(TypingState::active);
    type(TypingState::active);
    server.pass(seconds{3});
    type(TypingState::active);
    type(TypingState::done);
    type(TypingState::done);
    EXPECT_THAT(server.sent, ElementsAre("@+typing=active TAGMSG bob", "@+typing=active TAGMSG bob",
                                         "@+typing=done TAGMSG bob"));

    ScriptedServer old;
    old.go_online("");
    old.client.send_typing("bob", TypingState::active, old.now());
    old.collect();
    EXPECT_THAT(old.sent, IsEmpty());
}

TEST(Speech, history_is_not_unread) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt", "ada bob");
    server.says_all({":srv.test BATCH +h chathistory #qt",
                     "@batch=h;msgid=1 :bob!b@h PRIVMSG #qt :yesterday",
                     "@batch=h;msgid=2 :ada!u@h PRIVMSG #qt :indeed", ":srv.test BATCH -h",
                     "@msgid=1 :bob!b@h PRIVMSG #qt :yesterday"});
    EXPECT_THAT(server.rows("#qt"), ElementsAre("received bob: yesterday", "sent ada: indeed"));
    EXPECT_EQ(server.conversation("#qt").unread, 0U);
}

TEST(Speech, strangers_cannot_open_conversations_without_end) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.limits.conversations_max = 3;
    server.go_online("", config);
    server.let_in("#qt");
    for (int i = 0; i < 50; ++i) {
        server.says(":spam" + std::to_string(i) + "!s@h PRIVMSG ada :buy this");
        server.says(":ada!u@h JOIN #forced" + std::to_string(i));
    }
    EXPECT_EQ(server.client.conversations().size(), 3U);
    EXPECT_NE(server.client.find_conversation("#qt"), nullptr);
    EXPECT_NE(server.client.find_conversation("spam49"), nullptr);
}

TEST(Speech, a_protocol_log_shows_both_directions_without_secrets) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.password = "hunter2";
    config.protocol_log = ProtocolLog::on;
    server.dial(config);
    server.says(":srv.test 001 ada :Welcome");
    std::vector<std::string> lines;
    for (const LogLine& line : server.told<LogLine>()) {
        lines.push_back((line.direction == LineDirection::in ? "< " : "> ") + line.line);
    }
    EXPECT_THAT(lines, ElementsAre("> CAP LS 302", "> PASS ***", "> NICK ada",
                                   "> USER user 0 * :A Person", "< :srv.test 001 ada :Welcome"));
}

}  // namespace
}  // namespace brusio::client::test
