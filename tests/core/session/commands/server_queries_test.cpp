#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;

class ServerQueries : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
};

TEST_F(ServerQueries, take_this_server_a_mask_of_it_or_somebody_on_it) {
    for (const char* command : {"ADMIN", "INFO", "MOTD", "TIME", "VERSION"}) {
        const std::string name{command};
        for (const char* target : {"irc.example", "IRC.*", "alice"}) {
            EXPECT_THAT(alice.ask(name + " " + target), Not(Contains(HasSubstr(" 402 "))))
                << name << " " << target;
        }
        EXPECT_THAT(alice.ask(name + " other.example"),
                    ElementsAre(":irc.example 402 alice other.example :There is no such server"));
    }
}

TEST_F(ServerQueries, links_knows_one_server) {
    EXPECT_THAT(alice.ask("LINKS"),
                ElementsAre(":irc.example 364 alice irc.example irc.example :0 a test server",
                            ":irc.example 365 alice * :End of server links"));
    EXPECT_THAT(alice.ask("LINKS *.org"),
                ElementsAre(":irc.example 365 alice *.org :End of server links"));
    EXPECT_THAT(alice.ask("LINKS other.example *"), ElementsAre(HasSubstr(" 402 ")));
}

TEST_F(ServerQueries, motd_is_sent_line_by_line) {
    session::ServerConfig config = EngineBench::default_config();
    config.motd = {"Welcome", "", "Be kind"};
    EngineBench other(std::move(config));
    BenchClient& bob = other.connect("bob");
    EXPECT_THAT(bob.ask("MOTD"),
                ElementsAre(":irc.example 375 bob :- irc.example Message of the day - ",
                            ":irc.example 372 bob :- Welcome", ":irc.example 372 bob :- ",
                            ":irc.example 372 bob :- Be kind",
                            ":irc.example 376 bob :End of message of the day"));
}

TEST_F(ServerQueries, time_is_told_for_programs_and_for_people) {
    bench.advance(std::chrono::seconds{61});
    EXPECT_THAT(alice.ask("TIME"),
                ElementsAre(":irc.example 391 alice irc.example 1704067261 0 :2024-01-01 00:01:01 "
                            "UTC"));
}

TEST_F(ServerQueries, version_repeats_what_is_supported) {
    EXPECT_THAT(alice.ask("VERSION"),
                AllOf(Contains(":irc.example 351 alice brusio-test irc.example :a test server"),
                      Contains(HasSubstr(" 005 alice "))));
}

TEST_F(ServerQueries, info_ends) {
    EXPECT_EQ(alice.ask("INFO").back(), ":irc.example 374 alice :End of information");
}

}  // namespace
}  // namespace brusio
