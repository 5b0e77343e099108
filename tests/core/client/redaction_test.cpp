#include "core/client/redaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/client/server_that_keeps.h"

namespace brusio::client::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view redaction_offer =
    "batch message-tags labeled-response echo-message sasl=PLAIN draft/chathistory "
    "draft/message-redaction";

class Redaction : public ServerThatKeeps {
 protected:
    void SetUp() override {
        server.dial(config());
        log_in(redaction_offer);
        enter_room();
    }
    [[nodiscard]] MessagePtr row(std::string_view msgid) const {
        return server.conversation("#a").timeline.find_msgid(msgid);
    }
    bool take_back(MessageId message, std::string_view reason = {}) {
        const bool asked =
            server.client.redact(server.conversation("#a").id, message, reason, server.now());
        server.collect();
        return asked;
    }
};

TEST_F(Redaction, of_somebody_else_takes_the_text_and_leaves_the_row) {
    answer({"msgid=m1 :bob!u@host PRIVMSG #a :ada: a secret"});
    server.says(":bob!u@host REDACT #a m1");
    ASSERT_NE(row("m1"), nullptr);
    EXPECT_TRUE(row("m1")->redacted);
    EXPECT_EQ(row("m1")->text, "");
    EXPECT_EQ(row("m1")->subject, "bob");
    EXPECT_TRUE(server.last<MessageChanged>().message->redacted);
    server.says(":carla!u@host REDACT #a m1 :late");
    EXPECT_EQ(row("m1")->subject, "bob") << "once is enough";
}

TEST_F(Redaction, tells_who_and_why) {
    answer({"msgid=m1 :bob!u@host PRIVMSG #a :spam"});
    server.says(":carla!u@host REDACT #a m1 :no advertising");
    EXPECT_EQ(row("m1")->subject, "carla");
    EXPECT_EQ(row("m1")->text, "no advertising");
    EXPECT_EQ(row("m1")->sender, "bob");
}

TEST_F(Redaction, of_an_own_message_is_asked_for_and_done_when_the_server_says_so) {
    answer({});
    const MessageId id = say("oops");
    EXPECT_FALSE(take_back(id)) << "the server has not told its name";
    server.says("@label=" + server.last_label() + ";msgid=m1 :ada!u@host PRIVMSG #a oops");
    ASSERT_TRUE(server.client.can_redact(server.conversation("#a").id, id));
    server.forget();
    ASSERT_TRUE(take_back(id));
    EXPECT_THAT(server.sent, ElementsAre("REDACT #a m1"));
    EXPECT_FALSE(row("m1")->redacted);
    server.says(":ada!u@host REDACT #a m1");
    EXPECT_TRUE(row("m1")->redacted);
    EXPECT_FALSE(take_back(id)) << "it is gone";
}

TEST_F(Redaction, of_others_is_not_ours_to_ask_for) {
    answer({"msgid=m1 :bob!u@host PRIVMSG #a :his"});
    EXPECT_FALSE(take_back(row("m1")->id));
}

TEST_F(Redaction, in_private_reaches_the_conversation_with_the_other) {
    server.says("@msgid=p1 :bob!u@host PRIVMSG ada psst");
    server.says(":bob!u@host REDACT ada p1");
    EXPECT_TRUE(server.conversation("bob").timeline.find_msgid("p1")->redacted);
}

TEST_F(Redaction, is_known_of_messages_that_are_not_shown_yet) {
    server.says("@msgid=m2 :bob!u@host PRIVMSG #a live");
    server.says(":bob!u@host REDACT #a m2");
    answer({"msgid=m1 :bob!u@host PRIVMSG #a one", "time=x :bob!u@host REDACT #a m1"});
    ASSERT_NE(row("m1"), nullptr);
    EXPECT_TRUE(row("m1")->redacted) << "in the page";
    ASSERT_NE(row("m2"), nullptr);
    EXPECT_TRUE(row("m2")->redacted) << "held back behind it";
}

TEST_F(Redaction, of_what_we_do_not_have_is_passed_over) {
    answer({});
    server.forget();
    server.says(":bob!u@host REDACT #a m9");
    server.says(":bob!u@host REDACT #other m9");
    server.says(":bob!u@host REDACT #a :");
    EXPECT_THAT(server.told<MessageChanged>(), IsEmpty());
}

TEST_F(Redaction, is_not_for_guests_but_operators) {
    answer({"msgid=m1 :ada!u@host PRIVMSG #a :mine"});
    const ConversationId room = server.conversation("#a").id;
    EXPECT_TRUE(server.client.can_redact(room, row("m1")->id));
    server.says(":srv.test 901 ada ada!u@host :You are now logged out");
    EXPECT_FALSE(server.client.can_redact(room, row("m1")->id));
    EXPECT_FALSE(take_back(row("m1")->id));
    server.says(":bob!u@host MODE #a +v ada");
    EXPECT_FALSE(server.client.can_redact(room, row("m1")->id));
    server.says(":bob!u@host MODE #a +o ada");
    EXPECT_TRUE(take_back(row("m1")->id));
}

TEST_F(Redaction, is_not_of_what_was_said_without_the_account) {
    come_back(std::string(redaction_offer) + " account-tag");
    enter_room();
    answer({"msgid=m1 :ada!u@host PRIVMSG #a :as a guest",
            "msgid=m2;account=eve :ada!u@host PRIVMSG #a :as somebody else",
            "msgid=m3;account=Ada :ada!u@host PRIVMSG #a :as ourselves"});
    const ConversationId room = server.conversation("#a").id;
    EXPECT_FALSE(server.client.can_redact(room, row("m1")->id));
    EXPECT_FALSE(server.client.can_redact(room, row("m2")->id));
    EXPECT_TRUE(server.client.can_redact(room, row("m3")->id));
}

TEST_F(Redaction, is_not_asked_of_a_server_that_cannot) {
    ScriptedServer plain;
    plain.go_online(all_capabilities);
    plain.let_in("#a");
    const MessageId id = plain.client.send_message("#a", "oops", plain.now()).front();
    plain.collect();
    plain.says("@label=" + plain.last_label() + ";msgid=m1 :ada!u@host PRIVMSG #a oops");
    EXPECT_FALSE(plain.client.can_redact(plain.conversation("#a").id, id));
}

}  // namespace
}  // namespace brusio::client::test
