#include "core/client/outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

MessageId say(ScriptedServer& server, std::string_view target, std::string_view text) {
    const auto made = server.client.send_message(target, text, server.now());
    server.collect();
    EXPECT_EQ(made.size(), 1U);
    return made.empty() ? MessageId{} : made.front();
}

TEST(Outbox, a_labelled_echo_turns_sending_into_sent_with_its_msgid_and_time) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt");
    const MessageId id = say(server, "#qt", "hello there");
    EXPECT_EQ(server.state_of("#qt", id), MessageState::sending);
    EXPECT_EQ(server.sent.back(), "@label=" + server.last_label() + " PRIVMSG #qt :hello there");

    server.says("@label=" + server.last_label() +
                ";msgid=m1;time=2026-01-02T03:04:05.006Z :ada!user@host PRIVMSG #qt :hello there");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("sent ada: hello there"));
    const MessagePtr row = server.client.message(server.conversation("#qt").id, id);
    EXPECT_EQ(row->msgid, "m1");
    EXPECT_EQ(row->time.unix_ms, 1767323045006);
    EXPECT_EQ(server.client.unsent_messages(), 0U);
}

TEST(Outbox, an_echo_in_a_labelled_batch_settles_as_well) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId id = say(server, "bob", "are you there?");
    const std::string label = server.last_label();
    server.says("@label=" + label + " :srv.test BATCH +r labeled-response");
    server.says("@batch=r;msgid=m1 :ada!user@host PRIVMSG bob :are you there?");
    server.says("@batch=r :srv.test 301 ada bob :lunch");
    server.says(":srv.test BATCH -r");
    EXPECT_EQ(server.state_of("bob", id), MessageState::sent);
    EXPECT_THAT(server.rows("bob"), ElementsAre("sent ada: are you there?"));
    EXPECT_EQ(server.last<PeerAway>().text, "lunch");
}

TEST(Outbox, echoes_without_labels_are_matched_by_what_was_said) {
    ScriptedServer server;
    server.go_online("echo-message");
    server.let_in("#qt");
    const MessageId first = say(server, "#qt", "one");
    const MessageId second = say(server, "#qt", "two");
    server.says(":ada!user@host PRIVMSG #qt :one");
    EXPECT_EQ(server.state_of("#qt", first), MessageState::sent);
    EXPECT_EQ(server.state_of("#qt", second), MessageState::sending);
    server.says(":ada!user@host PRIVMSG #qt :said from my phone");
    server.says(":ada!user@host PRIVMSG #qt :two");
    EXPECT_THAT(server.rows("#qt"),
                ElementsAre("sent ada: one", "sent ada: two", "sent ada: said from my phone"));
}

TEST(Outbox, a_server_that_echoes_nothing_has_it_once_it_is_written) {
    ScriptedServer server;
    server.go_online("");
    server.let_in("#qt");
    const MessageId id = say(server, "#qt", "hello");
    EXPECT_EQ(server.state_of("#qt", id), MessageState::sent);
    EXPECT_EQ(server.sent.back(), "PRIVMSG #qt hello");
    server.breaks();
    EXPECT_EQ(server.state_of("#qt", id), MessageState::sent);
}

TEST(Outbox, an_ack_without_echo_is_enough) {
    ScriptedServer server;
    server.go_online("batch labeled-response");
    const MessageId id = say(server, "bob", "hi");
    server.says("@label=" + server.last_label() + " :srv.test ACK");
    EXPECT_EQ(server.state_of("bob", id), MessageState::sent);
}

TEST(Outbox, a_refused_message_fails_with_the_servers_words_and_the_next_goes_on) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId refused = say(server, "#closed", "let me speak");
    const std::string label = server.last_label();
    const MessageId fine = say(server, "bob", "hi");
    server.says("@label=" + label + " :srv.test 404 ada #closed :You cannot send");
    EXPECT_EQ(server.state_of("#closed", refused), MessageState::failed);
    const MessagePtr row = server.client.message(server.conversation("#closed").id, refused);
    EXPECT_EQ(row->failure, MessageFailure::refused);
    EXPECT_EQ(row->failure_text, "You cannot send");
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::cannot_send);
    EXPECT_EQ(server.state_of("bob", fine), MessageState::sending);
}

TEST(Outbox, a_message_to_somebody_who_keeps_strangers_away_fails) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId first = say(server, "bob", "hi");
    server.says("@label=" + server.last_label() + " :srv.test 531 ada bob :Log in first");
    const MessageId second = say(server, "bob", "hello?");
    server.says("@label=" + server.last_label() + " :srv.test BATCH +1 labeled-response");
    server.says("@batch=1 :srv.test 716 ada bob :takes no messages (+g)");
    server.says("@batch=1 :srv.test 717 ada bob :has been told");
    server.says(":srv.test BATCH -1");
    for (const MessageId id : {first, second}) {
        EXPECT_EQ(server.state_of("bob", id), MessageState::failed);
    }
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::cannot_send);
}

TEST(Outbox, a_fail_reply_refuses_the_labelled_message) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId id = say(server, "bob", "hi");
    server.says("@label=" + server.last_label() +
                " :srv.test FAIL PRIVMSG RATE_LIMITED bob :Slow down");
    EXPECT_EQ(server.state_of("bob", id), MessageState::failed);
    EXPECT_EQ(server.last<StandardReply>().code, "RATE_LIMITED");
    EXPECT_THAT(server.last<StandardReply>().context, ElementsAre("bob"));
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::rate_limited);
}

TEST(Outbox, an_old_servers_refusal_hits_the_newest_message_to_that_target) {
    ScriptedServer server;
    server.go_online("");
    const MessageId old = say(server, "bob", "one");
    const MessageId newer = say(server, "bob", "two");
    server.says(":old.test 401 ada bob :No such nick");
    EXPECT_EQ(server.state_of("bob", old), MessageState::sent);
    EXPECT_EQ(server.state_of("bob", newer), MessageState::failed);
    server.says(":old.test 401 ada bob :No such nick");
    EXPECT_EQ(server.state_of("bob", old), MessageState::failed);
}

TEST(Outbox, a_whois_of_nobody_refuses_no_message) {
    ScriptedServer server;
    server.go_online("");
    const MessageId id = say(server, "bob", "one");
    server.client.whois("bob", server.now());
    server.collect();
    server.says(":old.test 401 ada bob :No such nick");
    EXPECT_EQ(server.state_of("bob", id), MessageState::sent);
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::nobody_there);
}

TEST(Outbox, what_is_said_offline_is_sent_in_order_once_back_in_the_room) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    server.let_in("#qt");
    server.breaks();
    say(server, "#qt", "first");
    say(server, "bob", "psst");
    say(server, "#qt", "second");
    EXPECT_THAT(server.rows("#qt"), ElementsAre("queued ada: first", "queued ada: second"));
    server.forget();
    server.pass(seconds{2});
    ASSERT_EQ(server.opened, 1);
    server.accept();
    server.welcome(all_capabilities);
    // The person needs no room; the room is still being joined.
    EXPECT_EQ(server.state_of("bob", MessageId{message_ids_from + 2}), MessageState::sending);
    EXPECT_THAT(server.rows("#qt"), ElementsAre("queued ada: first", "queued ada: second"));
    EXPECT_EQ(server.count_sent("JOIN #qt"), 1U);
    server.forget();
    server.says(":ada!user@host JOIN #qt");
    ASSERT_EQ(server.sent.size(), 2U);
    EXPECT_THAT(server.sent[0], testing::EndsWith("PRIVMSG #qt first"));
    EXPECT_THAT(server.sent[1], testing::EndsWith("PRIVMSG #qt second"));
}

TEST(Outbox, written_and_not_echoed_when_the_link_breaks_is_failed_and_never_sent_by_itself) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId id = say(server, "bob", "did this arrive?");
    server.breaks();
    EXPECT_EQ(server.state_of("bob", id), MessageState::failed);
    const ConversationId bob = server.conversation("bob").id;
    EXPECT_EQ(server.client.message(bob, id)->failure, MessageFailure::unknown);
    server.pass(seconds{2});
    server.accept();
    server.forget();
    server.welcome(all_capabilities);
    EXPECT_THAT(server.last_label(), IsEmpty());

    EXPECT_TRUE(server.client.retry(id, server.now()));
    server.collect();
    EXPECT_EQ(server.state_of("bob", id), MessageState::sending);
    server.says("@msgid=m9;label=" + server.last_label() +
                " :ada!user@host PRIVMSG bob :did this arrive?");
    EXPECT_THAT(server.rows("bob"), ElementsAre("sent ada: did this arrive?"));
    EXPECT_FALSE(server.client.retry(id, server.now()));
}

TEST(Outbox, queued_and_failed_messages_can_be_given_up_and_others_not) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId sending = say(server, "bob", "one");
    EXPECT_FALSE(server.client.cancel(sending, server.now()));
    server.breaks();
    const MessageId queued = say(server, "bob", "two");
    EXPECT_TRUE(server.client.cancel(sending, server.now()));
    EXPECT_TRUE(server.client.cancel(queued, server.now()));
    EXPECT_FALSE(server.client.cancel(queued, server.now()));
    EXPECT_FALSE(server.client.cancel(MessageId{4711}, server.now()));
    server.collect();
    EXPECT_THAT(server.rows("bob"), ElementsAre("cancelled ada: one", "cancelled ada: two"));
    EXPECT_EQ(server.client.unsent_messages(), 0U);
}

TEST(Outbox, a_room_that_refuses_us_fails_what_was_queued_for_it) {
    ScriptedServer server;
    server.go_online("");
    server.client.join("#vip", "", server.now());
    server.collect();
    const MessageId id = say(server, "#vip", "may I?");
    EXPECT_EQ(server.state_of("#vip", id), MessageState::queued);
    server.says(":srv.test 473 ada #vip :Invite only");
    EXPECT_EQ(server.state_of("#vip", id), MessageState::failed);
    EXPECT_EQ(server.conversation("#vip").membership, Membership::outside);
    EXPECT_EQ(server.last<ErrorRaised>().error.kind, ErrorKind::room_needs_invite);
    EXPECT_EQ(server.last<ErrorRaised>().error.subject, "#vip");
}

TEST(Outbox, only_so_many_messages_are_unconfirmed_at_a_time) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    for (int i = 0; i < 20; ++i) say(server, "bob", "number " + std::to_string(i));
    EXPECT_EQ(server.count_sent("@label="), 16U);
    const std::string label = server.sent.front().substr(7, server.sent.front().find(' ') - 7);
    server.says("@label=" + label + " :ada!user@host PRIVMSG bob :number 0");
    EXPECT_EQ(server.count_sent("@label="), 17U);
}

TEST(Outbox, a_server_without_echo_gets_a_burst_and_then_one_at_a_time) {
    ScriptedServer server;
    server.go_online("");
    for (int i = 0; i < 12; ++i) say(server, "bob", "n" + std::to_string(i));
    EXPECT_EQ(server.count_sent("PRIVMSG"), 8U);
    server.pass(milliseconds{500});
    EXPECT_EQ(server.count_sent("PRIVMSG"), 9U);
    server.pass(seconds{2});
    EXPECT_EQ(server.count_sent("PRIVMSG"), 12U);
    EXPECT_EQ(server.sent.back(), "PRIVMSG bob n11");
}

TEST(Outbox, a_message_the_server_swallows_fails_after_a_while) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    const MessageId id = say(server, "bob", "hello?");
    for (int i = 0; i < 6; ++i) {
        server.pass(seconds{9});
        server.says("PING :still here");
    }
    EXPECT_EQ(server.state_of("bob", id), MessageState::sending);
    server.pass(seconds{10});
    EXPECT_EQ(server.state_of("bob", id), MessageState::failed);
    EXPECT_EQ(server.client.phase(), Phase::online);
}

TEST(Outbox, a_full_outbox_says_so) {
    ScriptedServer server;
    ClientConfig config = ScriptedServer::config();
    config.limits.outbox_entries_max = 2;
    server.client.connect(config, server.now());
    server.collect();
    say(server, "bob", "one");
    say(server, "bob", "two");
    const MessageId third = say(server, "bob", "three");
    EXPECT_EQ(server.client.message(server.conversation("bob").id, third)->failure,
              MessageFailure::outbox_full);
    EXPECT_FALSE(server.client.retry(third, server.now()));
}

TEST(Outbox, a_message_to_ourselves_is_shown_once_whatever_the_server_does) {
    // Each row: capabilities, then what comes back for "note"; L stands for the label.
    const std::vector<std::pair<std::string_view, std::vector<std::string>>> servers{
        {"", {":ada!u@h PRIVMSG ada :note"}},
        {"echo-message", {":ada!u@h PRIVMSG ada :note", ":ada!u@h PRIVMSG ada :note"}},
        {"echo-message message-tags",
         {"@msgid=1 :ada!u@h PRIVMSG ada :note", "@msgid=1 :ada!u@h PRIVMSG ada :note"}},
        {all_capabilities, {"@label=L :ada!u@h PRIVMSG ada :note", ":ada!u@h PRIVMSG ada :note"}},
        {all_capabilities, {":ada!u@h PRIVMSG ada :note", "@label=L :ada!u@h PRIVMSG ada :note"}},
        {all_capabilities,
         {"@msgid=1 :ada!u@h PRIVMSG ada :note", "@msgid=1;label=L :ada!u@h PRIVMSG ada :note"}},
        {all_capabilities,
         {"@msgid=1;label=L :ada!u@h PRIVMSG ada :note", "@msgid=1 :ada!u@h PRIVMSG ada :note"}},
        {"batch labeled-response", {"@label=L ACK", ":ada!u@h PRIVMSG ada :note"}},
        {"batch labeled-response", {":ada!u@h PRIVMSG ada :note", "@label=L ACK"}},
    };
    for (const auto& [capabilities, answers] : servers) {
        ScriptedServer server;
        server.go_online(capabilities);
        say(server, "ada", "note");
        for (std::string answer : answers) {
            if (const auto at = answer.find("label=L"); at != std::string::npos) {
                answer.replace(at + 6, 1, server.last_label());
            }
            server.says(answer);
        }
        EXPECT_THAT(server.rows("ada"), ElementsAre("sent ada: note")) << capabilities;
        server.says(":ada!u@h PRIVMSG ada :note");  // now by another session
        EXPECT_EQ(server.rows("ada").size(), 2U) << capabilities;
    }
}

TEST(Outbox, the_echo_of_a_closed_conversation_does_not_open_it_again) {
    ScriptedServer server;
    server.go_online(all_capabilities);
    say(server, "bob", "bye");
    server.client.close(server.conversation("bob").id, server.now());
    server.says("@label=" + server.last_label() + " :ada!user@host PRIVMSG bob :bye");
    EXPECT_EQ(server.client.find_conversation("bob"), nullptr);
    EXPECT_EQ(server.client.unsent_messages(), 0U);
}

TEST(Outbox, closing_a_conversation_cancels_what_is_queued_there) {
    ScriptedServer server;
    server.client.connect(ScriptedServer::config(), server.now());
    say(server, "bob", "later");
    server.client.close(server.conversation("bob").id, server.now());
    server.collect();
    EXPECT_EQ(server.client.unsent_messages(), 0U);
    EXPECT_EQ(server.last<MessageChanged>().message->state, MessageState::cancelled);
    EXPECT_EQ(server.told<ConversationClosed>().size(), 1U);
}

TEST(Outbox, actions_and_notices_go_out_as_such) {
    ScriptedServer server;
    server.go_online("echo-message");
    server.client.send_action("bob", "waves", server.now());
    server.client.send_notice("bob", "psst", server.now());
    server.client.send_message("bob", "two\r\nlines\n\n", server.now());
    server.collect();
    EXPECT_THAT(server.sent,
                ElementsAre("PRIVMSG bob :\x01"
                            "ACTION waves\x01",
                            "NOTICE bob psst", "PRIVMSG bob two", "PRIVMSG bob lines"));
    server.says(
        ":ada!u@h PRIVMSG bob :\x01"
        "ACTION waves\x01");
    EXPECT_THAT(server.rows("bob"), ElementsAre("sent ada: waves", "sending ada: psst",
                                                "sending ada: two", "sending ada: lines"));
}

TEST(Outbox, nothing_to_say_and_nobody_to_say_it_to_makes_no_message) {
    ScriptedServer server;
    server.go_online("");
    EXPECT_THAT(server.client.send_message("bob", "\r\n\r\n", server.now()), IsEmpty());
    for (const std::string_view target : {"", "two words", "a,b", ":x", "line\nbreak"}) {
        EXPECT_THAT(server.client.send_message(target, "hi", server.now()), IsEmpty()) << target;
    }
    server.collect();
    EXPECT_THAT(server.sent, IsEmpty());
    EXPECT_THAT(server.client.conversations(), IsEmpty());
}

TEST(Outbox, what_others_receive_of_a_long_text_fits_in_512_bytes) {
    ScriptedServer server;
    server.go_online("");
    std::string text;
    for (int i = 0; i < 300; ++i) text += "caff\xC3\xA8 ";
    const auto made = server.client.send_message("#room", text, server.now());
    server.collect();
    EXPECT_GT(made.size(), 3U);
    std::string joined;
    const std::string source =
        ":" + std::string(30, 'n') + "!~" + std::string(10, 'u') + "@" + std::string(63, 'h') + " ";
    ASSERT_EQ(server.count_sent("PRIVMSG"), made.size());
    for (const std::string& line : server.sent) {
        EXPECT_LE(source.size() + line.size() + 2, 512U);
        joined += line.substr(line.find(':') + 1);
    }
    EXPECT_TRUE(joined == text);
}

}  // namespace
}  // namespace brusio::client::test
