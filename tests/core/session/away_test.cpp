#include "core/session/away.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// ann sits at her desk, and has a phone; bob sees when she is away.
class AwayOfSessions : public testing::Test {
 protected:
    AwayOfSessions() {
        desk.send("REGISTER * * secret-word");
        bob.send("JOIN #a");
        desk.send("JOIN #a");
        bench.forget_all();
    }
    /// One more session, which says `first` before it registers.
    BenchClient& phone(const std::string& first = {}) {
        BenchClient& client = bench.open(over_tls());
        client.send("CAP REQ :draft/pre-away");
        client.send("PASS ann:secret-word");
        client.send("NICK ann");
        if (!first.empty()) client.send(first);
        client.send("USER user 0 * :Real ann");
        client.send("CAP END");
        return client;
    }
    std::string said_of_ann() {
        for (const std::string& line : bob.ask("WHOIS ann")) {
            const std::size_t at = line.find(" 301 bob ann :");
            if (at != std::string::npos) return line.substr(at + 14);
        }
        return {};
    }

    EngineBench bench;
    BenchClient& desk = bench.connect("ann", {}, over_tls());
    BenchClient& bob = bench.connect("bob", "away-notify");
};

TEST_F(AwayOfSessions, one_who_is_here_is_enough) {
    BenchClient& pocket = phone();
    EXPECT_THAT(pocket.ask("AWAY :in the pocket"), ElementsAre(HasSubstr(" 306 ann ")));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_EQ(said_of_ann(), "");
    desk.send("AWAY :at lunch");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY :at lunch"));
    pocket.send("AWAY");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY"));
}

TEST_F(AwayOfSessions, the_newest_words_count) {
    BenchClient& pocket = phone();
    pocket.send("AWAY :first");
    bench.advance(1s);
    desk.send("AWAY :second");
    bench.advance(1s);
    pocket.send("AWAY :third");
    EXPECT_EQ(said_of_ann(), "third");
    pocket.hang_up();
    EXPECT_EQ(said_of_ann(), "second");
}

TEST_F(AwayOfSessions, who_is_left_counts_when_one_goes) {
    BenchClient& pocket = phone("AWAY :in the pocket");
    EXPECT_THAT(bob.take(), IsEmpty());
    desk.hang_up();
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY :in the pocket"));
    pocket.hang_up();
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_EQ(said_of_ann(), "in the pocket");
    phone();
    EXPECT_THAT(bob.take(), Contains(":ann!~user@192.0.2.1 AWAY"));
}

TEST_F(AwayOfSessions, where_nobody_sits_nothing_changes) {
    BenchClient& background = phone("AWAY *");
    EXPECT_THAT(bob.take(), IsEmpty());
    desk.send("AWAY :at lunch");
    EXPECT_EQ(said_of_ann(), "at lunch");
    desk.hang_up();
    EXPECT_EQ(said_of_ann(), "at lunch");
    bench.forget_all();
    background.hang_up();
    EXPECT_THAT(bob.take(), IsEmpty());
    phone("AWAY *");
    EXPECT_EQ(said_of_ann(), "at lunch");
    EXPECT_THAT(bob.take(), Not(Contains(HasSubstr(" AWAY"))));
}

TEST_F(AwayOfSessions, a_session_at_which_nobody_sits_is_like_none) {
    BenchClient& background = phone("AWAY *");
    desk.hang_up();
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY :Not connected"));
    background.send("AWAY");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY"));
    background.send("AWAY *");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY :Not connected"));
}

TEST_F(AwayOfSessions, a_guest_who_becomes_one_of_them_is_here) {
    desk.send("AWAY :at lunch");
    bench.forget_all();
    BenchClient& late = bench.connect("late", "sasl", over_tls());
    late.send("AUTHENTICATE PLAIN");
    // NUL ann NUL secret-word
    EXPECT_THAT(late.ask("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA=="), Contains(HasSubstr(" 903 ")));
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 AWAY"));
}

}  // namespace
}  // namespace brusio
