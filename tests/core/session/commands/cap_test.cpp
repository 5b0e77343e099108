#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/capabilities.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;

/// The names in a line of CAP LS, without their values.
std::vector<std::string> names_listed(const std::string& line) {
    std::istringstream list{line.substr(line.find(" :") + 2)};
    std::vector<std::string> names;
    for (std::string name; list >> name;) names.push_back(name.substr(0, name.find('=')));
    return names;
}

std::size_t known(const std::vector<std::string>& names) {
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (wire::find_capability(name)) ++count;
    }
    return count;
}

// IRCv3 capability-negotiation, "Multiline replies to CAP LS and CAP LIST".
TEST(Cap, clients_of_version_302_are_offered_everything_in_several_lines) {
    EngineBench bench;
    const std::vector<std::string> lines =
        bench.open(testing_support::over_tls()).ask("CAP LS 302");
    ASSERT_GE(lines.size(), 2U);
    std::size_t count = 0;
    for (const std::string& line : lines) {
        EXPECT_EQ(line.find(" LS * :") != line.npos, &line != &lines.back()) << line;
        count += known(names_listed(line));
    }
    EXPECT_EQ(count, wire::capability_rows().size());
}

// IRCv3 capability-negotiation, "The CAP LS subcommand": the version is a number.
TEST(Cap, any_number_from_302_on_is_a_version_with_values) {
    EngineBench bench;
    for (const char* version : {"302", "303", "1000", "30200", "99999999999999999999"}) {
        BenchClient& client = bench.open(testing_support::over_tls());
        EXPECT_THAT(client.ask(std::string{"CAP LS "} + version),
                    Contains(HasSubstr(" sasl=PLAIN")))
            << version;
        EXPECT_THAT(client.ask("CAP LIST"), Contains(HasSubstr("cap-notify"))) << version;
    }
    for (const char* version : {"", "301", "30", "4", "abc", "9x"}) {
        BenchClient& client = bench.open(testing_support::over_tls());
        EXPECT_THAT(client.ask(std::string{"CAP LS "} + version), Not(Contains(HasSubstr("sasl="))))
            << version;
    }
}

TEST(Cap, older_clients_get_one_line_of_whole_names) {
    session::ServerConfig config = EngineBench::default_config();
    config.name = std::string(58, 'x') + ".test";
    EngineBench bench{config};
    BenchClient& old = bench.open(testing_support::over_tls());
    const std::vector<std::string> lines = old.ask("CAP LS");
    ASSERT_THAT(lines, SizeIs(1));
    const std::vector<std::string> names = names_listed(lines[0]);
    EXPECT_EQ(known(names), names.size());
    EXPECT_LT(names.size(), wire::capability_rows().size());
    EXPECT_THAT(old.ask("CAP REQ draft/message-redaction"),
                testing::ElementsAre(HasSubstr(" ACK :draft/message-redaction")));
}

TEST(Cap, what_the_configuration_has_switched_off_is_not_offered) {
    auto config = EngineBench::default_config();
    config.accounts.registration = false;
    EngineBench bench{config};
    BenchClient& alice = bench.open(testing_support::over_tls());
    EXPECT_THAT(alice.ask("CAP LS 302"), Not(Contains(HasSubstr("draft/account-registration"))));
    EXPECT_THAT(alice.ask("CAP REQ draft/account-registration"), Contains(HasSubstr(" NAK ")));
}

}  // namespace
}  // namespace brusio
