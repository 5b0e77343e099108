#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Admin, tells_the_three_lines_of_the_configuration) {
    session::ServerConfig config = EngineBench::default_config();
    config.admin = {"Somewhere", "Somebody", "root@irc.example"};
    EngineBench bench(std::move(config));
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("ADMIN"),
                ElementsAre(":irc.example 256 alice irc.example :Who runs this server",
                            ":irc.example 257 alice :Somewhere", ":irc.example 258 alice :Somebody",
                            ":irc.example 259 alice :root@irc.example"));
}

TEST(Admin, of_a_server_that_is_not_here_is_402) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("ADMIN other.example"),
                ElementsAre(":irc.example 402 alice other.example :There is no such server"));
}

TEST(Admin, without_configured_lines_says_so) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(
        alice.ask("ADMIN irc.*"),
        ElementsAre(":irc.example 423 alice irc.example :Nobody wrote down who runs this server"));
}

}  // namespace
}  // namespace brusio
