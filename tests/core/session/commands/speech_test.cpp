#include "core/session/speech.h"

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
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

TEST(Speech, reaches_a_target_once_however_often_it_is_named) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob", "message-tags");
    for (BenchClient* client : {&alice, &bob}) client->send("JOIN #a");
    bench.forget_all();
    alice.send("PRIVMSG bob,B,BOB,bob :psst");
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith("PRIVMSG bob :psst")));
    alice.send("NOTICE #a,#A,#a,#a,#a,#A :heard");
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith("NOTICE #a :heard")));
    alice.send("CAP REQ :message-tags");
    bench.forget_all();
    alice.send("@+draft/react=x TAGMSG #a,#A");
    EXPECT_THAT(bob.take(), ElementsAre(EndsWith("TAGMSG #a")));
}

TEST(Speech, to_a_service_has_its_echo_and_label) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "labeled-response batch echo-message");
    const auto answer = alice.ask("@label=1 PRIVMSG NickServ :help");
    EXPECT_THAT(answer, Contains(HasSubstr(":alice!~user@192.0.2.1 PRIVMSG NickServ :help")));
    EXPECT_THAT(answer, Contains(HasSubstr(" NOTICE alice :")));
    EXPECT_THAT(answer.front(), HasSubstr("label=1"));
    EXPECT_THAT(alice.ask("@label=2 NOTICE ChanServ :hm"),
                ElementsAre(EndsWith("NOTICE ChanServ :hm")));
}

TEST(Speech, of_every_kind_is_no_idleness) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice", "message-tags");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol", {}, over_tls());
    carol.send("REGISTER * * secret-word");
    carol.send("QUIT");
    alice.send("JOIN #a");
    const auto idle = [&] {
        for (const std::string& line : bob.ask("WHOIS alice")) {
            if (line.find(" 317 ") != std::string::npos) return line.substr(0, line.find(" 17"));
        }
        return std::string{};
    };
    for (const char* line : {"PRIVMSG bob :y",
                             "PRIVMSG bob :\x01"
                             "ACTION waves\x01",
                             "NOTICE carol :later", "PRIVMSG @#a :operators"}) {
        bench.advance(20s);
        EXPECT_THAT(idle(), EndsWith(" 317 bob alice 20"));
        alice.send(line);
        EXPECT_THAT(idle(), EndsWith(" 317 bob alice 0")) << line;
    }
    bench.advance(20s);
    for (const char* line : {"@+typing=active TAGMSG bob", "PING x", "PRIVMSG nobody :y"}) {
        alice.send(line);
        EXPECT_THAT(idle(), EndsWith(" 317 bob alice 20")) << line;
    }
}

}  // namespace
}  // namespace brusio
