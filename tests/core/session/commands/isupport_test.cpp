#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "core/session/isupport_tokens.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing_support::BenchClient;
using testing_support::EngineBench;

using Tokens = std::map<std::string, std::string>;

Tokens tokens_of(const session::ServerConfig& config) {
    Tokens tokens;
    for (const std::string& token : session::isupport_tokens(config)) {
        const std::size_t equals = token.find('=');
        const std::string value = equals == std::string::npos ? "" : token.substr(equals + 1);
        EXPECT_TRUE(tokens.emplace(token.substr(0, equals), value).second) << token;
    }
    return tokens;
}

TEST(Isupport, promises_what_the_limits_say) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.nick_bytes_max = 11;
    config.limits.topic_bytes_max = 222;
    config.limits.rooms_per_user_max = 33;
    config.limits.targets_per_command_max = 5;
    const Tokens tokens = tokens_of(config);
    EXPECT_EQ(tokens.at("NICKLEN"), "11");
    EXPECT_EQ(tokens.at("TOPICLEN"), "222");
    EXPECT_EQ(tokens.at("CHANLIMIT"), "#:33");
    EXPECT_THAT(tokens.at("TARGMAX"), HasSubstr("PRIVMSG:5"));
}

TEST(Isupport, announces_every_mode_letter_once) {
    const Tokens tokens = tokens_of(EngineBench::default_config());
    EXPECT_EQ(tokens.at("CHANMODES"), "beI,k,Fjl,CMRimnst");
    EXPECT_EQ(tokens.at("PREFIX"), "(ohv)@%+");
    EXPECT_EQ(tokens.at("STATUSMSG"), "@%+");
}

TEST(Isupport, promises_not_to_close_who_sends_too_fast) {
    EXPECT_EQ(tokens_of(EngineBench::default_config()).count("SAFERATE"), 1U);
}

TEST(Isupport, tells_of_an_icon_and_a_file_host_where_there_are_any) {
    session::ServerConfig config = EngineBench::default_config();
    EXPECT_EQ(tokens_of(config).count("draft/ICON"), 0U);
    EXPECT_EQ(tokens_of(config).count("draft/FILEHOST"), 0U);
    config.icon = "https://example.org/i.png?size={size}";
    config.filehost = "https://example.org/up";
    const Tokens tokens = tokens_of(config);
    EXPECT_THAT(tokens.at("draft/ICON"), HasSubstr("https://example.org/i.png"));
    EXPECT_EQ(tokens.at("draft/FILEHOST"), "https://example.org/up");
    EXPECT_EQ(tokens.at("soju.im/FILEHOST"), "https://example.org/up");
}

TEST(Isupport, escapes_the_name_of_the_network) {
    session::ServerConfig config = EngineBench::default_config();
    config.network = "Two Words";
    EXPECT_EQ(tokens_of(config).at("NETWORK"), "Two\\x20Words");
}

TEST(Isupport, lines_hold_at_most_thirteen_tokens_and_all_of_them) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    std::size_t tokens = 0;
    for (const std::string& line : alice.ask("ISUPPORT")) {
        ASSERT_TRUE(line.starts_with(":irc.example 005 alice ")) << line;
        EXPECT_LE(line.size() + 2, 512U);
        const std::string params = line.substr(23, line.find(" :are") - 23);
        const auto count =
            static_cast<std::size_t>(std::count(params.begin(), params.end(), ' ')) + 1;
        EXPECT_LE(count, 13U);
        tokens += count;
    }
    EXPECT_EQ(tokens, session::isupport_tokens(EngineBench::default_config()).size());
}

TEST(Isupport, targets_beyond_the_promised_number_are_refused) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.targets_per_command_max = 2;
    EngineBench bench(std::move(config));
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("PRIVMSG x,y,z :hello"), Contains(HasSubstr(" 407 alice z ")));
}

}  // namespace
}  // namespace brusio
