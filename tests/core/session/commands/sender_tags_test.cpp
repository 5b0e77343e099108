#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;

// IRCv3 oper-tag.

TEST(OperTag, marks_all_that_a_server_operator_says_and_does) {
    EngineBench bench;
    BenchClient& root = bench.connect("boss");
    BenchClient& bob = bench.connect("bob", "draft/oper-tag");
    BenchClient& eve = bench.connect("eve", "message-tags");
    for (BenchClient* client : {&root, &bob, &eve}) client->send("JOIN #a");
    bench.forget_all();
    root.send("PRIVMSG #a :before");
    EXPECT_THAT(bob.take(), ElementsAre(StartsWith(":boss!")));
    bench.make_operator(root);
    bench.forget_all();
    for (const char* line : {"PRIVMSG #a :hi", "NOTICE bob :hi", "MODE #a +m", "TOPIC #a :news"}) {
        root.send(line);
        EXPECT_THAT(bob.take(), ElementsAre(StartsWith("@draft/oper "))) << line;
        EXPECT_THAT(eve.take(), Not(Contains(HasSubstr("draft/oper")))) << line;
    }
    root.send("MODE boss -o");
    bench.forget_all();
    root.send("PRIVMSG #a :after");
    EXPECT_THAT(bob.take(), ElementsAre(StartsWith(":boss!")));
}

TEST(OperTag, does_not_tell_which_operator_it_is) {
    EngineBench bench;
    BenchClient& boss = bench.connect("boss");
    BenchClient& bob = bench.connect("bob", "draft/oper-tag");
    bench.make_operator(boss);
    boss.send("PRIVMSG bob :hi");
    EXPECT_THAT(bob.take(), ElementsAre(Not(HasSubstr("root"))));
}

// IRCv3 whoami.

TEST(Whoami, tells_a_client_its_own_source_between_isupport_and_lusers) {
    EngineBench bench;
    BenchClient& client = bench.open();
    for (const char* line : {"CAP REQ :chghost draft/whoami", "NICK alice",
                             "USER alice 0 * :Alice Liddell", "CAP END"}) {
        client.send(line);
    }
    const auto lines = client.take();
    const auto at = [&](std::string_view part) {
        std::size_t last = lines.size();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].find(part) != std::string::npos) last = i;
        }
        return last;
    };
    const std::size_t told = at(":alice!~alice@192.0.2.1 SETNAME :Alice Liddell");
    ASSERT_LT(told, lines.size());
    EXPECT_LT(at(" 005 "), told);
    EXPECT_GT(at(" 251 "), told);
}

TEST(Whoami, goes_with_chghost_alone) {
    EngineBench bench;
    BenchClient& client = bench.open();
    for (const char* line :
         {"CAP REQ :draft/whoami setname", "NICK alice", "USER alice 0 * :Alice", "CAP END"}) {
        client.send(line);
    }
    EXPECT_THAT(client.take(), Not(Contains(HasSubstr("SETNAME"))));
}

}  // namespace
}  // namespace brusio
