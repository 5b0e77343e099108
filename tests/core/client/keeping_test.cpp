#include "core/client/keeping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/kept_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

TEST_F(KeptServer, what_was_there_before_is_there_without_a_network) {
    go_in({line(1), line(2)});
    server.says(":srv.test 332 ada #a :Roses");
    read_all();
    server.says("@msgid=m3;+x=y :bob!u@host PRIVMSG #a :ada: three");
    const MessageId last = server.conversation("#a").timeline.newest()->id;
    start_offline();
    EXPECT_EQ(server.client.phase(), Phase::connecting);
    EXPECT_THAT(server.rows("#a"),
                ElementsAre("received bob: 1", "received bob: 2", "received bob: ada: three"));
    const Conversation& room = server.conversation("#a");
    EXPECT_EQ(room.timeline.newest()->id, last) << "under the ids that they had";
    EXPECT_EQ(room.timeline.newest()->tags, "msgid=m3;+x=y") << "as they came";
    EXPECT_EQ(room.unread, 1U);
    EXPECT_EQ(room.mentions, 1U);
    EXPECT_EQ(room.topic.text, "Roses");
    EXPECT_THAT(server.told<OlderAdded>(), SizeIs(1));
}

TEST_F(KeptServer, what_was_missed_is_asked_for_after_what_is_kept) {
    go_in({line(1), line(2)});
    start_offline();
    come_online();
    EXPECT_EQ(server.sent_line("CHATHISTORY"), "CHATHISTORY AFTER #a msgid=m2 100");
    answer({line(3)});
    server.says("@" + line(4));
    EXPECT_EQ(server.conversation("#a").unread, 2U);
    start_offline();
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: 1", "received bob: 2",
                                               "received bob: 3", "received bob: 4"));
    EXPECT_EQ(server.conversation("#a").unread, 2U);
}

TEST_F(KeptServer, scrolling_back_reads_the_store_before_it_asks_the_server) {
    std::vector<std::string> lines;
    for (int number = 1; number <= 5; ++number) lines.push_back(line(number));
    go_in(lines);
    ClientConfig small = config();
    small.limits.stored_page_messages = 2;
    start_offline(small);
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: 4", "received bob: 5"));
    EXPECT_TRUE(load()) << "there is no network";
    EXPECT_THAT(server.rows("#a"), SizeIs(4));
    EXPECT_TRUE(load());
    EXPECT_FALSE(load()) << "that was all of it";
    come_online();
    answer({});
    server.forget();
    EXPECT_TRUE(load());
    EXPECT_EQ(server.sent_line("CHATHISTORY"), "CHATHISTORY BEFORE #a msgid=m1 100");
    answer({line(0)});
    start_offline();
    EXPECT_THAT(server.rows("#a"), SizeIs(6)) << "what the server gave is kept as well";
    EXPECT_THAT(server.rows("#a").front(), StartsWith("received bob: 0"));
}

TEST_F(KeptServer, what_is_not_settled_is_no_row_yet_and_is_there_at_the_next_start) {
    go_in({line(1)});
    say("one");
    say("two");
    say("three");
    EXPECT_EQ(kept.rows(), 1U);
    EXPECT_THAT(kept.unsent(), SizeIs(3));
    server.says("@label=b1;msgid=m2 :ada!u@host PRIVMSG #a one");
    server.says("@label=b2 FAIL PRIVMSG X :No");
    ASSERT_THAT(kept.unsent(), SizeIs(2));
    EXPECT_EQ(kept.unsent()[0].state, MessageState::failed);
    EXPECT_EQ(kept.unsent()[1].state, MessageState::sending);
    const std::string name = kept.unsent()[1].client_id;
    start_offline();
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: 1", "sent ada: one",
                                               "failed ada: two", "queued ada: three"));
    ASSERT_THAT(kept.unsent(), SizeIs(2)) << "each once, under its new number";
    EXPECT_EQ(kept.unsent()[1].id, server.conversation("#a").timeline.newest()->id);
    come_online();
    EXPECT_NE(server.sent_line("@label=b1;brusio/cid=" + name), "") << "under the name it had";
    server.says("@label=b1;msgid=m3 :ada!u@host PRIVMSG #a three");
    EXPECT_THAT(kept.unsent(), SizeIs(1));
    EXPECT_TRUE(server.client.cancel(kept.unsent()[0].id, server.now()));
    server.collect();
    EXPECT_THAT(kept.unsent(), IsEmpty()) << "given up by hand";
}

TEST_F(KeptServer, who_closes_a_conversation_gives_up_what_is_unsent_in_it) {
    go_in({line(1)});
    say("one");
    say("two");
    server.says("@label=b1 FAIL PRIVMSG X :No");
    EXPECT_THAT(kept.unsent(), SizeIs(2));
    server.client.close(server.conversation("#a").id, server.now());
    server.collect();
    EXPECT_THAT(kept.unsent(), IsEmpty());
}

TEST_F(KeptServer, who_goes_to_another_server_gives_nothing_up) {
    go_in({line(1)});
    say("one");
    ClientConfig elsewhere = config();
    elsewhere.server = "elsewhere.test";
    server.client.connect(elsewhere, server.now());
    server.collect();
    EXPECT_THAT(kept.unsent(), SizeIs(1));
}

TEST_F(KeptServer, a_message_that_store_and_outbox_both_have_is_shown_once) {
    go_in({line(1)});
    say("one");
    const Message left = *server.client.unsent().front();
    server.says("@label=b1;msgid=m2 :ada!u@host PRIVMSG #a one");
    start_offline();
    server.client.restore_unsent({left}, server.now());
    server.collect();
    EXPECT_THAT(server.rows("#a"), ElementsAre("received bob: 1", "sent ada: one"));
    EXPECT_THAT(server.client.unsent(), IsEmpty());
}

TEST_F(KeptServer, so_is_one_that_the_store_has_under_its_msgid_alone) {
    go_in({line(1)});
    say("one");
    // As if another device had said it: its answer got lost.
    server.says("@msgid=m2 :ada!u@host PRIVMSG #a one");
    start_offline();
    come_online();
    server.says("@label=" + server.last_label() + ";msgid=m2 :ada!u@host PRIVMSG #a one");
    const std::vector<std::string> rows = server.rows("#a");
    EXPECT_EQ(std::count(rows.begin(), rows.end(), "sent ada: one"), 1);
    EXPECT_THAT(server.client.unsent(), IsEmpty());
}

TEST_F(KeptServer, what_is_taken_back_leaves_the_store_though_it_is_not_in_memory) {
    go_in({line(1), line(2)});
    ClientConfig small = config();
    small.limits.stored_page_messages = 1;
    start_offline(small);
    come_online();
    answer({});
    server.says(":op!u@host REDACT #a m1 :why");
    server.says(":op!u@host REDACT #a m2");
    start_offline();
    const auto& rows = server.conversation("#a").timeline.messages();
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_TRUE(rows[0]->redacted && rows[1]->redacted);
    EXPECT_EQ(rows[0]->text, "why");
    EXPECT_EQ(rows[1]->text, "");
}

TEST_F(KeptServer, what_other_devices_have_read_is_read_after_the_next_start) {
    go_in({line(1)});
    server.says("@time=2026-11-22T18:40:00.000Z;msgid=m2 :bob!u@host PRIVMSG #a two");
    EXPECT_EQ(server.conversation("#a").unread, 1U);
    server.says(":srv.test MARKREAD #a timestamp=2026-11-22T18:40:00.000Z");
    start_offline();
    EXPECT_EQ(server.conversation("#a").unread, 0U);
    EXPECT_EQ(server.conversation("#a").marker.told, WallTime{1795372800000});
}

TEST_F(KeptServer, what_is_dropped_from_memory_is_read_again) {
    ClientConfig small = with_store();
    small.limits.messages_per_conversation_max = 2;
    server.dial(small);
    log_in();
    enter_room();
    answer({line(1), line(2)});
    for (int number = 3; number <= 5; ++number) server.says("@" + line(number));
    ASSERT_THAT(server.rows("#a"), SizeIs(2));
    server.forget();
    EXPECT_TRUE(load());
    EXPECT_THAT(server.sent, IsEmpty());
    EXPECT_THAT(server.rows("#a"), SizeIs(5));
}

TEST_F(KeptServer, a_renamed_room_has_its_past_after_the_next_start) {
    go_in({line(1)});
    server.says(":op!u@host RENAME #a #b :Better");
    server.breaks();
    ScriptedServer next{3};
    next.store = &kept;
    ClientConfig to = with_store();
    to.rooms = {{"#b", ""}};
    next.client.connect(to, next.now());
    next.collect();
    EXPECT_THAT(next.rows("#b"), SizeIs(2));
    EXPECT_EQ(next.rows("#b").front(), "received bob: 1");
}

TEST_F(KeptServer, a_person_who_was_closed_has_their_past_when_they_write_again) {
    go_in({});
    server.says("@msgid=p1 :bob!u@host PRIVMSG ada :hi");
    server.client.close(server.conversation("bob").id, server.now());
    server.collect();
    server.says("@msgid=p2 :bob!u@host PRIVMSG ada :you there?");
    EXPECT_THAT(server.rows("bob"), ElementsAre("received bob: hi", "received bob: you there?"));
}

TEST_F(KeptServer, rows_go_when_they_are_too_many_or_too_old) {
    ClientConfig small = with_store();
    small.limits.stored_rows_of_conversation_max = 3;
    small.limits.stored_trim_interval_rows = 2;
    server.dial(small);
    log_in();
    enter_room();
    answer({line(1)});
    for (int number = 2; number <= 9; ++number) server.says("@" + line(number));
    EXPECT_LE(kept.rows(), 3U + 2U);
    EXPECT_GE(kept.rows(), 3U);
    ClientConfig young = with_store();
    young.limits.stored_age_max = seconds{1};
    server.pass(seconds{5});
    server.client.connect(young, server.now());
    server.collect();
    EXPECT_EQ(kept.rows(), 0U);
}

TEST_F(KeptServer, without_a_store_nothing_is_written_or_asked) {
    server.dial(config());
    log_in();
    enter_room();
    answer({line(1)});
    EXPECT_THAT(server.client.take_writes(), IsEmpty());
    EXPECT_EQ(kept.rows(), 0U);
}

TEST_F(KeptServer, an_answer_that_was_never_asked_for_or_makes_no_sense_is_passed_over) {
    go_in({line(5)});
    StoredRows wild;
    wild.conversation = server.conversation("#a").id;
    wild.rows.resize(2);
    server.client.handle_stored(wild);
    wild.conversation = ConversationId{99};
    server.client.handle_stored(wild);
    server.collect();
    EXPECT_THAT(server.rows("#a"), SizeIs(1));
}

}  // namespace
}  // namespace brusio::client::test
