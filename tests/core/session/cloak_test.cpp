#include "core/session/cloak.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/session/server_state.h"
#include "core/wire/skeleton.h"
#include "tests/support/fake_hashing.h"

namespace brusio::session {
namespace {

using ::testing::MatchesRegex;

ServerState state_with(CloaksConfig cloaks, std::string network = "Example") {
    ServerConfig config;
    config.network = std::move(network);
    config.cloaks = std::move(cloaks);
    ServerState state{std::move(config), 1, wire::ascii_skeleton};
    state.keyed_hash = testing_support::fake_keyed_hash;
    return state;
}

LinkInfo from(std::string address) {
    LinkInfo info;
    info.peer_address = std::move(address);
    return info;
}

std::string host(const std::string& address) {
    return shown_host(state_with({true, {}}), from(address));
}

/// The labels of a host after the first, with the dot before them.
std::string network_of(const std::string& host) { return host.substr(host.find('.')); }

TEST(Cloak, has_65_bits_of_the_address_and_names_its_two_networks) {
    EXPECT_THAT(host("192.0.2.1"),
                MatchesRegex("[a-z2-7]{13}\\.[a-z2-7]{8}\\.[a-z2-7]{8}\\.example"));
    EXPECT_THAT(host("2001:db8::1"),
                MatchesRegex("[a-z2-7]{13}\\.[a-z2-7]{8}\\.[a-z2-7]{8}\\.example"));
}

TEST(Cloak, is_the_same_for_the_same_address_however_it_is_written) {
    EXPECT_EQ(host("2001:db8::1"), host("2001:0DB8:0::0001"));
    EXPECT_EQ(host("::ffff:192.0.2.1"), host("192.0.2.1"));
    EXPECT_NE(host("192.0.2.1"), host("192.0.2.2"));
}

TEST(Cloak, neighbours_in_a_network_share_the_end) {
    EXPECT_EQ(network_of(host("192.0.2.1")), network_of(host("192.0.2.77")));
    EXPECT_NE(network_of(host("192.0.2.1")), network_of(host("192.0.3.1")));
    EXPECT_EQ(network_of(network_of(host("192.0.2.1")).substr(1)),
              network_of(network_of(host("192.0.3.1")).substr(1)));
    EXPECT_EQ(network_of(host("2001:db8:1:2::1")), network_of(host("2001:db8:1:2:9::1")));
    EXPECT_NE(network_of(host("2001:db8:1:2::1")), network_of(host("2001:db8:1:3::1")));
}

// 10.1.0.0 as an address, as a /24 and as a /16 are three things.
TEST(Cloak, each_group_is_hashed_apart) {
    const std::string cloak = host("10.1.0.0");
    EXPECT_NE(cloak.substr(0, 8), cloak.substr(14, 8));
    EXPECT_NE(cloak.substr(14, 8), cloak.substr(23, 8));
}

TEST(Cloak, who_is_near_is_at_localhost) {
    const ServerState state = state_with({true, {}});
    LinkInfo near = from("::1");
    near.loopback = true;
    EXPECT_EQ(shown_host(state, near), "localhost");
    EXPECT_EQ(shown_host(state, from("unix")), "localhost");
}

// A proxy may say 127.0.0.1; that is not believed.
TEST(Cloak, a_loopback_address_that_was_forwarded_is_like_any_other) {
    EXPECT_THAT(host("127.0.0.1"), MatchesRegex("[a-z2-7]{13}\\..*\\.example"));
}

TEST(Cloak, the_suffix_is_what_the_configuration_says_or_the_network) {
    EXPECT_THAT(shown_host(state_with({true, "hidden.example.org"}), from("192.0.2.1")),
                ::testing::EndsWith(".hidden.example.org"));
    EXPECT_EQ(cloak_suffix(state_with({true, {}}, "My-Net 2!").config), "mynet2");
    EXPECT_EQ(cloak_suffix(state_with({true, {}}, "\xE2\x98\x83").config), "cloak");
    EXPECT_EQ(cloak_suffix(state_with({true, {}}, std::string(99, 'N')).config).size(),
              cloak_suffix_bytes_max);
}

TEST(Cloak, without_cloaks_the_address_is_shown) {
    const ServerState state = state_with({false, {}});
    EXPECT_EQ(shown_host(state, from("192.0.2.1")), "192.0.2.1");
    EXPECT_EQ(shown_host(state, from("::1")), "0::1");
    EXPECT_EQ(shown_source(state, "a!b@192.0.2.1"), "a!b@192.0.2.1");
}

TEST(Cloak, an_address_that_was_kept_is_hidden_and_nothing_else_is_touched) {
    const ServerState state = state_with({true, {}});
    EXPECT_EQ(shown_source(state, "a!b@192.0.2.1"), "a!b@" + host("192.0.2.1"));
    EXPECT_EQ(shown_source(state, "a!b@0::1"), "a!b@localhost");
    EXPECT_EQ(shown_source(state, "a!b@127.0.0.1"), "a!b@localhost");
    for (const std::string text : {"irc.example", "a!b@localhost", "a", "", "a!b@"}) {
        EXPECT_EQ(shown_source(state, text), text);
    }
    const std::string cloaked = "a!b@" + host("192.0.2.1");
    EXPECT_EQ(shown_source(state, cloaked), cloaked);
}

TEST(Cloak, a_host_tells_an_address_or_nothing) {
    EXPECT_EQ(told_address("192.0.2.1").text(), "192.0.2.1");
    EXPECT_EQ(told_address("0::1").text(), "::1");
    EXPECT_TRUE(told_address("localhost").is_loopback());
    EXPECT_TRUE(told_address(host("192.0.2.1")).is_none());
}

}  // namespace
}  // namespace brusio::session
