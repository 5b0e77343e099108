#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* redact_caps =
    "draft/message-redaction message-tags batch draft/chathistory labeled-response "
    "standard-replies";

/// ann is the operator of #a; bob has an account; carol has none and reads no REDACT.
class Redact : public testing::Test {
 protected:
    Redact() {
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        for (BenchClient* client : {&ann, &bob, &carol}) client->send("JOIN #a");
        bench.forget_all();
    }
    /// Says it and gives the message's id.
    std::string say(BenchClient& client, const std::string& line) {
        (void)bench.take_writes();
        client.send(line);
        const std::vector<Write> writes = bench.take_writes();
        bench.forget_all();
        for (const Write& write : writes) {
            const auto* said = std::get_if<AppendMessage>(&write);
            if (said != nullptr) return said->message.id;
        }
        return {};
    }
    static std::vector<std::string> history(BenchClient& client, const std::string& target) {
        std::vector<std::string> lines = client.ask("CHATHISTORY LATEST " + target + " * 10");
        std::erase_if(lines, [](const auto& line) { return line.find(" PRIVMSG ") == line.npos; });
        return lines;
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", redact_caps, over_tls());
    BenchClient& bob = bench.connect("bob", redact_caps, over_tls("192.0.2.2"));
    BenchClient& carol = bench.connect("carol", "message-tags");
};

TEST_F(Redact, takes_back_what_one_has_said) {
    const std::string id = say(bob, "PRIVMSG #a :oops");
    say(bob, "PRIVMSG #a :kept");
    const auto told =
        ElementsAre(EndsWith(":bob!~user@192.0.2.2 REDACT #a " + id + " :wrong room"));
    EXPECT_THAT(bob.ask("REDACT #A " + id + " :wrong room"), told);
    EXPECT_THAT(ann.take(), told);
    EXPECT_THAT(carol.take(), IsEmpty());
    EXPECT_THAT(history(ann, "#a"), ElementsAre(EndsWith("PRIVMSG #a :kept")));
    EXPECT_THAT(bob.ask("REDACT #a " + id),
                ElementsAre(HasSubstr("FAIL REDACT UNKNOWN_MSGID #a " + id + " :")));
}

TEST_F(Redact, the_text_has_left_the_store_for_good) {
    const std::string id = say(bob, "PRIVMSG #a :oops");
    EXPECT_THAT(bob.ask("@label=1 REDACT #a " + id),
                ElementsAre(AllOf(HasSubstr("label=1"), EndsWith(" REDACT #a " + id))));
    const std::vector<Write> writes = bench.take_writes();
    ASSERT_EQ(writes.size(), 1U);
    EXPECT_EQ(std::get<RedactMessage>(writes[0]).id, id);
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.open(over_tls());
    again.send("CAP REQ :batch draft/chathistory");
    again.send("PASS ann:secret-word");
    again.send("NICK ann");
    again.send("USER user 0 * :Ann");
    again.send("CAP END");
    EXPECT_THAT(history(again, "#a"), IsEmpty());
}

TEST_F(Redact, operators_of_a_room_take_back_anything_there) {
    const std::string id = say(carol, "PRIVMSG #a :spam");
    EXPECT_THAT(ann.ask("REDACT #a " + id), ElementsAre(EndsWith(" REDACT #a " + id)));
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith(":ann!~user@192.0.2.1 REDACT #a " + id)));
}

TEST_F(Redact, others_may_not_and_nobody_hears_of_it) {
    const std::string id = say(ann, "PRIVMSG #a :mine");
    EXPECT_THAT(bob.ask("REDACT #a " + id),
                ElementsAre(HasSubstr("FAIL REDACT REDACT_FORBIDDEN #a " + id + " :")));
    ann.send("MODE #a +hv bob bob");
    EXPECT_THAT(bob.ask("REDACT #a " + id), Contains(HasSubstr("REDACT_FORBIDDEN")));
    EXPECT_THAT(ann.take(), Not(Contains(HasSubstr("REDACT"))));
}

TEST_F(Redact, a_guest_cannot_show_that_it_was_its_own) {
    const std::string id = say(carol, "PRIVMSG #a :mine");
    EXPECT_THAT(carol.ask("REDACT #a " + id), ElementsAre(HasSubstr("REDACT_FORBIDDEN")));
    const std::string secret = say(carol, "PRIVMSG bob :mine");
    EXPECT_THAT(carol.ask("REDACT bob " + secret),
                ElementsAre(HasSubstr("FAIL REDACT INVALID_TARGET bob :")));
}

TEST_F(Redact, after_a_while_only_operators_may) {
    const std::string id = say(bob, "PRIVMSG #a :old");
    bench.advance(24h);
    const std::string other = say(bob, "PRIVMSG #a :new");
    EXPECT_THAT(bob.ask("REDACT #a " + other), ElementsAre(EndsWith("REDACT #a " + other)));
    bench.advance(1s);
    bench.forget_all();
    EXPECT_THAT(bob.ask("REDACT #a " + id),
                ElementsAre(HasSubstr("REDACT_WINDOW_EXPIRED #a " + id + " 86400 :")));
    EXPECT_THAT(ann.ask("REDACT #a " + id), ElementsAre(EndsWith("REDACT #a " + id)));
}

TEST_F(Redact, works_in_private) {
    const std::string id = say(bob, "PRIVMSG ann :psst");
    EXPECT_THAT(ann.ask("REDACT bob " + id), ElementsAre(HasSubstr("REDACT_FORBIDDEN bob " + id)));
    const auto told = ElementsAre(EndsWith(":bob!~user@192.0.2.2 REDACT ann " + id));
    EXPECT_THAT(bob.ask("REDACT ann " + id), told);
    EXPECT_THAT(ann.take(), told);
    EXPECT_THAT(history(ann, "bob"), IsEmpty());
}

TEST_F(Redact, a_message_for_a_rank_is_taken_back_among_that_rank) {
    ann.send("MODE #a +v bob");
    const std::string for_voices = say(bob, "PRIVMSG +#a :psst");
    const std::string for_operators = say(ann, "PRIVMSG @#a :secret");
    EXPECT_THAT(bob.ask("REDACT #a " + for_operators), ElementsAre(HasSubstr("UNKNOWN_MSGID")));
    EXPECT_THAT(bob.ask("REDACT #a " + for_voices),
                ElementsAre(EndsWith(" REDACT +#a " + for_voices)));
    EXPECT_THAT(ann.take(), ElementsAre(EndsWith(" REDACT +#a " + for_voices)));
}

TEST_F(Redact, what_one_could_not_read_does_not_exist) {
    BenchClient& eve = bench.connect("eve", redact_caps, over_tls("192.0.2.66"));
    const std::string id = say(ann, "PRIVMSG #a :before eve");
    eve.send("REGISTER * * secret-word");
    (void)eve.take();
    EXPECT_THAT(eve.ask("REDACT #a " + id), ElementsAre(HasSubstr("INVALID_TARGET #a :")));
    EXPECT_THAT(eve.ask("REDACT #none " + id), ElementsAre(HasSubstr("INVALID_TARGET #none :")));
    EXPECT_THAT(eve.ask("REDACT ann " + id), ElementsAre(HasSubstr("UNKNOWN_MSGID ann " + id)));
    EXPECT_THAT(eve.ask("REDACT nobody " + id), ElementsAre(HasSubstr("UNKNOWN_MSGID nobody ")));
    eve.send("JOIN #a");
    (void)eve.take();
    EXPECT_THAT(eve.ask("REDACT #a " + id), ElementsAre(HasSubstr("UNKNOWN_MSGID #a " + id)));
    EXPECT_THAT(eve.ask("REDACT #a nonsense"), ElementsAre(HasSubstr("UNKNOWN_MSGID #a nonsense")));
    EXPECT_THAT(eve.ask("REDACT #a"), ElementsAre(HasSubstr(" 461 eve REDACT ")));
}

TEST_F(Redact, what_happened_cannot_be_taken_back) {
    const std::string id = say(ann, "TOPIC #a :tea");
    EXPECT_THAT(ann.ask("REDACT #a " + id), ElementsAre(HasSubstr("UNKNOWN_MSGID")));
}

TEST_F(Redact, waits_while_nothing_can_be_stored) {
    const std::string id = say(bob, "PRIVMSG #a :oops");
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(bob.ask("REDACT #a " + id), ElementsAre(HasSubstr("REDACT STORE_UNAVAILABLE #a")));
}

}  // namespace
}  // namespace brusio
