#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

class UserMode : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
};

TEST_F(UserMode, shows_what_was_set_in_the_order_of_the_alphabet) {
    EXPECT_THAT(alice.ask("MODE alice"), ElementsAre(":irc.example 221 alice +"));
    EXPECT_THAT(alice.ask("MODE ALICE wiB"), ElementsAre(":alice!~user@192.0.2.1 MODE alice +wiB"));
    EXPECT_THAT(alice.ask("MODE alice"), ElementsAre(":irc.example 221 alice +Biw"));
}

TEST_F(UserMode, known_letters_are_applied_and_unknown_ones_complained_of_once) {
    EXPECT_THAT(alice.ask("MODE alice +xiyz"),
                ElementsAre(":alice!~user@192.0.2.1 MODE alice +i",
                            ":irc.example 501 alice :Unknown user mode"));
}

TEST_F(UserMode, nobody_makes_himself_an_operator) {
    EXPECT_THAT(alice.ask("MODE alice +o"), IsEmpty());
    EXPECT_THAT(alice.ask("MODE alice"), ElementsAre(":irc.example 221 alice +"));
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("MODE alice -o"), ElementsAre(":alice!~user@192.0.2.1 MODE alice -o"));
    EXPECT_THAT(alice.ask("REHASH"), ElementsAre(testing::HasSubstr(" 481 ")));
}

TEST_F(UserMode, of_others_are_neither_seen_nor_changed) {
    bench.connect("bob");
    const auto refused =
        ElementsAre(":irc.example 502 alice :Only your own modes can be seen and changed");
    EXPECT_THAT(alice.ask("MODE bob"), refused);
    EXPECT_THAT(alice.ask("MODE bob +i"), refused);
    bench.make_operator(alice);
    EXPECT_THAT(alice.ask("MODE bob"), refused);
}

}  // namespace
}  // namespace brusio
