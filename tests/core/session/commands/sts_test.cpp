#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::EngineBench;
using testing_support::LinkOptions;

const LinkOptions secure{.secure = true};

session::ServerConfig with_policy() {
    session::ServerConfig config = EngineBench::default_config();
    config.sts_port = 6697;
    config.sts_duration = 24h * 180;
    return config;
}

/// All lines of CAP LS 302 as one text.
std::string offered(EngineBench& bench, const LinkOptions& options) {
    std::string lines;
    for (const std::string& line : bench.open(options).ask("CAP LS 302")) lines += line + "\n";
    return lines;
}

// IRCv3 sts, "The port key" and "The duration key".
TEST(Sts, a_link_without_tls_is_shown_the_port_and_one_with_tls_the_duration) {
    EngineBench bench{with_policy()};
    EXPECT_THAT(offered(bench, {}),
                testing::AllOf(HasSubstr("sts=port=6697"), Not(HasSubstr("duration"))));
    EXPECT_THAT(offered(bench, secure),
                testing::AllOf(HasSubstr("sts=duration=15552000"), Not(HasSubstr("port="))));
}

TEST(Sts, without_a_duration_what_clients_were_told_before_is_taken_back) {
    session::ServerConfig config = with_policy();
    config.sts_duration = 0s;
    EngineBench bench{config};
    EXPECT_THAT(offered(bench, secure), HasSubstr("sts=duration=0"));
}

TEST(Sts, clients_that_read_no_values_are_not_told) {
    EngineBench bench{with_policy()};
    EXPECT_THAT(bench.open().ask("CAP LS"), ElementsAre(Not(HasSubstr("sts"))));
}

TEST(Sts, without_a_port_there_is_no_policy) {
    EngineBench bench;
    EXPECT_THAT(offered(bench, {}), Not(HasSubstr("sts")));
    EXPECT_THAT(offered(bench, secure), Not(HasSubstr("sts")));
}

TEST(Sts, nobody_can_request_it) {
    EngineBench bench{with_policy()};
    auto& alice = bench.open();
    alice.send("CAP LS 302");
    EXPECT_THAT(alice.ask("CAP REQ :sts"), ElementsAre(HasSubstr(" NAK ")));
    EXPECT_THAT(alice.ask("CAP LIST"), ElementsAre(Not(HasSubstr("sts"))));
}

}  // namespace
}  // namespace brusio
