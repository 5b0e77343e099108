#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;

/// "bridge" is the operator of #a, "bob" a member.
class Relaymsg : public testing::Test {
 protected:
    Relaymsg() {
        bridge.send("JOIN #a");
        bob.send("JOIN #a");
        bench.forget_all();
    }

    EngineBench bench;
    BenchClient& bridge = bench.connect("bridge", "draft/relaymsg message-tags echo-message");
    BenchClient& bob = bench.connect("bob", "message-tags");
};

TEST_F(Relaymsg, says_it_under_the_name_of_somebody_elsewhere) {
    bridge.send("RELAYMSG #a ann/discord :hello from afar");
    EXPECT_THAT(bob.take(),
                ElementsAre(EndsWith(":ann/discord!relay@192.0.2.1 PRIVMSG #a :hello from afar")));
}

TEST_F(Relaymsg, the_tag_tells_who_has_relayed_it) {
    bridge.send("@+draft/reply=x RELAYMSG #a ann/discord :hello");
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr("draft/relaymsg=bridge;+draft/reply=x ")));
    EXPECT_THAT(bridge.take(), ElementsAre(HasSubstr("draft/relaymsg=bridge")));
}

TEST_F(Relaymsg, nobody_else_can_set_the_tag) {
    bob.send("@draft/relaymsg=bridge PRIVMSG #a :it is not me");
    EXPECT_THAT(bridge.take(), ElementsAre(Not(HasSubstr("relaymsg"))));
}

TEST_F(Relaymsg, is_for_operators_of_the_channel_who_are_in_it) {
    bob.send("CAP REQ :draft/relaymsg");
    bench.forget_all();
    EXPECT_THAT(bob.ask("RELAYMSG #a ann/d :x"), ElementsAre(HasSubstr(" 482 bob #a ")));
    bridge.send("MODE #a +v bob");
    bridge.send("MODE #a +h bob");
    EXPECT_THAT(bob.ask("RELAYMSG #a ann/d :x"), ElementsAre(HasSubstr(" 482 bob #a ")));
    bob.send("PART #a");
    EXPECT_THAT(bob.ask("RELAYMSG #a ann/d :x"), ElementsAre(HasSubstr(" 442 bob #a ")));
    EXPECT_THAT(bob.ask("RELAYMSG #nowhere ann/d :x"),
                ElementsAre(HasSubstr(" 403 bob #nowhere ")));
}

TEST_F(Relaymsg, needs_the_capability) {
    bench.forget_all();
    BenchClient& eve = bench.connect("eve", "standard-replies");
    EXPECT_THAT(eve.ask("RELAYMSG #a ann/d :x"),
                ElementsAre(HasSubstr("FAIL RELAYMSG CAPABILITY_REQUIRED ")));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(Relaymsg, names_have_a_slash_and_are_else_like_nicks) {
    bridge.send("CAP REQ :standard-replies");
    bench.forget_all();
    for (const char* name : {"ann", "bob", "/", "/ann", "ann/", "an n/d", "ann!x/d", "ann@h/d",
                             "@ann/d", "#a/d", "1ann/d", "ann.x/d", "a*/d", "ann,/d",
                             "a-name-that-is-much-longer-than-any-nick-may-be/discord"}) {
        const std::string line = std::string{"RELAYMSG #a "} + name + " :x";
        bridge.send(line);
        EXPECT_THAT(bridge.take(), Not(Contains(HasSubstr("PRIVMSG")))) << name;
        EXPECT_THAT(bob.take(), IsEmpty()) << name;
    }
    EXPECT_THAT(bridge.ask("RELAYMSG #a ann :x"),
                ElementsAre(HasSubstr("FAIL RELAYMSG INVALID_NICK ann ")));
}

TEST_F(Relaymsg, no_nick_can_look_like_a_relayed_name) {
    EXPECT_THAT(bob.ask("NICK ann/discord"), ElementsAre(HasSubstr(" 432 ")));
}

TEST_F(Relaymsg, a_relayed_name_can_be_banned) {
    bridge.send("MODE #a +b ann/discord!*@*");
    bench.forget_all();
    EXPECT_THAT(bridge.ask("RELAYMSG #a Ann/Discord :x"),
                ElementsAre(HasSubstr(" 404 bridge #a ")));
    EXPECT_THAT(bob.take(), IsEmpty());
    bridge.send("RELAYMSG #a other/discord :x");
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr("other/discord!")));
}

TEST_F(Relaymsg, without_words_there_is_nothing_to_say) {
    EXPECT_THAT(bridge.ask("RELAYMSG #a ann/d :"), ElementsAre(HasSubstr(" 412 ")));
    EXPECT_THAT(bridge.ask("RELAYMSG #a ann/d"), ElementsAre(HasSubstr(" 461 ")));
}

TEST_F(Relaymsg, plain_people_read_it_too) {
    testing_support::LinkOptions options;
    options.kind = LinkKind::plain;
    BenchClient& plain = bench.open(options);
    plain.send("paul");
    bench.make_operator(bridge);
    bridge.send("JOIN #lobby");
    bridge.send("MODE #lobby +o bridge");
    bench.forget_all();
    bridge.send("RELAYMSG #lobby ann/discord :hello");
    EXPECT_THAT(plain.take(), ElementsAre("ann/discord: hello"));
}

TEST_F(Relaymsg, history_shows_the_name_and_the_tag_but_no_account) {
    BenchClient& owner =
        bench.connect("owner", "draft/relaymsg message-tags account-tag batch draft/chathistory",
                      testing_support::over_tls());
    owner.send("REGISTER * * secret-word");
    owner.send("JOIN #own");
    bench.forget_all();
    owner.send("RELAYMSG #own ann/discord :hello");
    const auto page = owner.ask("CHATHISTORY LATEST #own * 10");
    EXPECT_THAT(page, Contains(testing::AllOf(HasSubstr(":ann/discord!relay@"),
                                              HasSubstr("draft/relaymsg=owner"),
                                              Not(HasSubstr("account=")))));
}

}  // namespace
}  // namespace brusio
