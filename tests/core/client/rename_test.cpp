// Rooms that get another name (RENAME, docs/protocol.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/wire/capabilities.h"
#include "tests/core/client/scripted_server.h"

namespace brusio::client::test {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

class Rename : public testing::Test {
 protected:
    void SetUp() override {
        const auto& rename = wire::capability_row(wire::Capability::room_rename);
        server.go_online(std::string(all_capabilities) + " " + std::string(rename.name));
        server.let_in("#a", "ada @bob");
        server.forget();
    }
    MessageId say(std::string_view target, std::string_view text) {
        const MessageId id = server.client.send_message(target, text, server.now()).front();
        server.collect();
        return id;
    }
    ScriptedServer server;
};

TEST_F(Rename, keeps_everything_of_the_room) {
    server.says(":bob!u@host PRIVMSG #a :ada: look");
    const ConversationId id = server.conversation("#a").id;
    server.forget();
    server.says(":bob!u@host RENAME #a #b :Typo");
    EXPECT_EQ(server.client.find_conversation("#a"), nullptr);
    const Conversation& room = server.conversation("#b");
    EXPECT_EQ(room.id, id);
    EXPECT_EQ(room.name, "#b");
    EXPECT_EQ(room.membership, Membership::inside);
    EXPECT_EQ(room.members.size(), 2U);
    EXPECT_EQ(room.unread, 1U);
    EXPECT_EQ(room.mentions, 1U);
    EXPECT_EQ(server.last<ConversationRenamed>().name, "#b");
    const Message& row = *room.timeline.newest();
    EXPECT_EQ(row.kind, MessageKind::room_renamed);
    EXPECT_EQ(row.sender + " " + row.subject + " " + row.target + " " + row.text, "bob #a #b Typo");
    EXPECT_THAT(server.sent, IsEmpty());
    server.says(":bob!u@host PRIVMSG #b :still here");
    EXPECT_EQ(server.rows("#b").size(), 3U);
}

TEST_F(Rename, of_the_case_alone_is_one_too) {
    server.says(":bob!u@host RENAME #a #A :");
    EXPECT_EQ(server.conversation("#a").name, "#A");
    EXPECT_EQ(server.client.conversations().size(), 1U);
}

TEST_F(Rename, takes_along_what_is_still_to_be_said) {
    const MessageId failed = say("#a", "one");
    server.says("@label=" + server.last_label() + " :srv.test 404 ada #a :Cannot send");
    const MessageId to_rank = say("@#a", "two");
    server.says("@label=" + server.last_label() + " :srv.test 404 ada #a :Cannot send");
    server.says(":bob!u@host RENAME #a #b :");
    server.forget();
    server.client.retry(failed, server.now());
    server.client.retry(to_rank, server.now());
    server.collect();
    EXPECT_THAT(server.sent, ElementsAre("@label=b3 PRIVMSG #b one", "@label=b4 PRIVMSG @#b two"));
}

TEST_F(Rename, is_where_we_come_back_to) {
    server.says(":bob!u@host RENAME #a #b :");
    server.breaks();
    server.pass(seconds{40});
    server.accept();
    server.forget();
    server.welcome("");
    EXPECT_EQ(server.sent_line("JOIN"), "JOIN #b");
}

TEST_F(Rename, to_the_name_of_a_room_that_was_left_takes_its_place) {
    server.let_in("#b");
    server.client.part("#b", "", server.now());
    server.says(":ada!user@host PART #b");
    const ConversationId id = server.conversation("#a").id;
    server.says(":bob!u@host RENAME #a #b :");
    EXPECT_EQ(server.conversation("#b").id, id);
    EXPECT_EQ(server.client.conversations().size(), 1U);
}

TEST_F(Rename, says_what_waited_for_a_room_of_that_name) {
    server.client.join("#b", "", server.now());
    say("#b", "hello");
    EXPECT_EQ(server.count_sent("@label"), 0U);
    server.says(":bob!u@host RENAME #a #b :");
    EXPECT_EQ(server.sent_line("@label"), "@label=b1 PRIVMSG #b hello");
    EXPECT_EQ(server.rows("#b").size(), 2U);
    EXPECT_EQ(server.client.unsent_messages(), 1U);
}

TEST_F(Rename, that_makes_no_sense_changes_nothing) {
    server.says(":bob!u@host RENAME #other #b :");
    server.says(":bob!u@host RENAME #a b :");
    server.says(":bob!u@host RENAME #a :");
    server.says(":bob!u@host RENAME #a :#b c");
    EXPECT_THAT(server.told<ConversationRenamed>(), IsEmpty());
    EXPECT_EQ(server.conversation("#a").name, "#a");
}

TEST(PersonRename, takes_along_what_is_still_to_be_said) {
    ScriptedServer server;
    server.go_online("labeled-response batch");
    server.let_in("#a", "ada bob");
    const MessageId id = server.client.send_message("bob", "hello", server.now()).front();
    server.collect();
    server.says("@label=b1 :srv.test 401 ada bob :No such nick");
    server.says(":bob!u@host NICK rob");
    server.client.retry(id, server.now());
    server.collect();
    EXPECT_EQ(server.sent.back(), "@label=b2 PRIVMSG rob hello");
}

}  // namespace
}  // namespace brusio::client::test
