#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* gateway_address = "203.0.113.9";

session::ServerConfig config_with_gateway() {
    session::ServerConfig config = EngineBench::default_config();
    config.gateways = {{"webchat", "hash-of-gateway-word", {"203.0.113.0/28"}},
                       {"second", "hash-of-second-word", {"203.0.113.9"}}};
    config.limits.links_per_address_max = 2;
    config.limits.new_links_per_address_max = 4;
    return config;
}

class Webirc : public testing::Test {
 protected:
    /// A client that came through the gateway and is registered.
    BenchClient& connect(const std::string& nick, const std::string& address,
                         const std::string& options = "") {
        BenchClient& client = bench.open(over_tls(gateway_address));
        client.send("WEBIRC gateway-word webchat some.host " + address + options);
        client.send("NICK " + nick);
        client.send("USER " + nick + " 0 * :" + nick);
        return client;
    }

    EngineBench bench{config_with_gateway()};
    BenchClient& root = bench.connect("root");
};

TEST_F(Webirc, a_gateway_tells_where_its_client_comes_from) {
    BenchClient& alice = connect("alice", "198.51.100.7");
    EXPECT_THAT(alice.take(), Contains(HasSubstr("001 alice")));
    EXPECT_THAT(root.ask("WHOIS alice"),
                testing::AllOf(Contains(HasSubstr(" 311 root alice ~alice 198.51.100.7 ")),
                               Contains(HasSubstr(" 320 root alice :is connecting through the "
                                                  "gateway webchat")),
                               Not(Contains(HasSubstr("some.host")))));
    bench.make_operator(root);
    EXPECT_THAT(root.ask("WHOIS alice"), Contains(HasSubstr("*@198.51.100.7 198.51.100.7")));
}

TEST_F(Webirc, the_log_hears_of_both_addresses) {
    (void)bench.take_events();
    connect("alice", "198.51.100.7");
    EXPECT_THAT(bench.take_events(), Contains(HostEvent{.kind = HostEventKind::gateway,
                                                        .address = gateway_address,
                                                        .subject = "webchat",
                                                        .reason = "198.51.100.7"}));
}

TEST_F(Webirc, a_wrong_password_closes_the_link_and_is_in_the_log) {
    (void)bench.take_events();
    BenchClient& client = bench.open(over_tls(gateway_address));
    EXPECT_THAT(client.ask("WEBIRC wrong webchat h 198.51.100.7"),
                Contains("ERROR :Wrong WEBIRC password"));
    EXPECT_TRUE(client.closed());
    EXPECT_THAT(bench.take_events(), Contains(HostEvent{.kind = HostEventKind::gateway_refused,
                                                        .address = gateway_address,
                                                        .subject = "webchat"}));
}

TEST_F(Webirc, the_right_password_is_hashed_once) {
    connect("alice", "198.51.100.7");
    bench.set_hashers(testing_support::Hashers::busy);
    EXPECT_THAT(connect("bob", "198.51.100.8").take(), Contains(HasSubstr("001 bob")));
    BenchClient& wrong = bench.open(over_tls(gateway_address));
    wrong.send("WEBIRC wrong webchat h 198.51.100.9");
    EXPECT_TRUE(wrong.closed());
}

TEST_F(Webirc, the_password_of_another_gateway_is_wrong) {
    BenchClient& client = bench.open(over_tls(gateway_address));
    client.send("WEBIRC second-word webchat h 198.51.100.7");
    EXPECT_TRUE(client.closed());
    BenchClient& second = bench.open(over_tls(gateway_address));
    second.send("WEBIRC second-word second h 198.51.100.7");
    EXPECT_FALSE(second.closed());
}

TEST_F(Webirc, others_may_not_say_where_they_come_from) {
    BenchClient& client = bench.open(over_tls("192.0.2.1"));
    EXPECT_THAT(client.ask("WEBIRC gateway-word webchat h 198.51.100.7"),
                Contains("ERROR :WEBIRC is not taken from your address"));
    EXPECT_TRUE(client.closed());
}

TEST_F(Webirc, it_comes_first_and_once) {
    for (const char* before :
         {"NICK eve", "CAP LS 302", "PASS word", "WEBIRC gateway-word webchat h 198.51.100.7"}) {
        BenchClient& client = bench.open(over_tls(gateway_address));
        client.send(before);
        client.send("WEBIRC gateway-word webchat h 198.51.100.8");
        EXPECT_TRUE(client.closed()) << before;
    }
}

TEST_F(Webirc, what_is_no_address_is_refused) {
    for (const char* address : {"somewhere", "198.51.100", "198.51.100.7/32", "1.2.3.4:5", "*"}) {
        BenchClient& client = bench.open(over_tls(gateway_address));
        EXPECT_THAT(client.ask(std::string{"WEBIRC gateway-word webchat h "} + address),
                    Contains("ERROR :WEBIRC: the fourth parameter is no address"));
        EXPECT_TRUE(client.closed()) << address;
    }
}

TEST_F(Webirc, an_address_with_a_zero_before_its_colons_is_taken) {
    connect("alice", "0::7");
    bench.make_operator(root);
    EXPECT_THAT(root.ask("WHOIS alice"), Contains(HasSubstr("*@::7 ::7")));
}

TEST_F(Webirc, is_secure_only_if_both_ways_are) {
    const auto is_secure = [&](const std::string& nick) {
        return !testing::Value(root.ask("WHOIS " + nick), Not(Contains(HasSubstr(" 671 "))));
    };
    connect("none", "198.51.100.1");
    connect("both", "198.51.100.2", " :local-port=6697 secure=yes remote-port=1");
    connect("like", "198.51.100.3", " :insecure secured");
    BenchClient& open_way = bench.open({.address = gateway_address});
    open_way.send("WEBIRC gateway-word webchat h 198.51.100.4 secure");
    open_way.send("NICK open");
    open_way.send("USER open 0 * :open");
    EXPECT_FALSE(is_secure("none"));
    EXPECT_TRUE(is_secure("both"));
    EXPECT_FALSE(is_secure("like"));
    EXPECT_FALSE(is_secure("open"));
}

TEST_F(Webirc, a_told_loopback_address_is_not_near) {
    BenchClient& near = connect("near", "127.0.0.1");
    EXPECT_THAT(near.take(), Contains(HasSubstr("001 near")));
    // Passwords are taken from this machine or over TLS alone.
    EXPECT_THAT(near.ask("REGISTER * * some-long-word"),
                Contains(HasSubstr("SECURE_CONNECTION_REQUIRED")));
}

TEST_F(Webirc, the_certificate_of_the_gateway_is_not_its_clients) {
    testing_support::LinkOptions options = over_tls(gateway_address);
    options.certificate_fingerprint = std::string(64, 'a');
    BenchClient& client = bench.open(options);
    client.send("WEBIRC gateway-word webchat h 198.51.100.7 secure");
    client.send("NICK alice");
    client.send("USER alice 0 * :alice");
    client.send("REGISTER * * some-long-word");
    EXPECT_THAT(client.ask("ACCOUNT CERT ADD"),
                Contains(HasSubstr("certificate that you want added")));
}

TEST_F(Webirc, bans_hold_the_address_behind_the_gateway) {
    bench.make_operator(root);
    root.send("BAN ADD 198.51.100.0/24 1h :go away");
    BenchClient& eve = connect("eve", "198.51.100.7");
    EXPECT_TRUE(eve.closed());
    EXPECT_THAT(eve.take(), Contains(HasSubstr("go away")));
    EXPECT_FALSE(connect("alice", "198.51.101.7").closed());
}

TEST_F(Webirc, links_of_one_address_are_limited_behind_the_gateway_too) {
    BenchClient& one = connect("one", "198.51.100.7");
    connect("two", "198.51.100.7");
    BenchClient& three = connect("three", "198.51.100.7");
    EXPECT_TRUE(three.closed());
    EXPECT_THAT(three.take(), Contains(HasSubstr("too many links from your address")));
    EXPECT_FALSE(connect("other", "198.51.100.8").closed());
    one.hang_up();
    EXPECT_FALSE(connect("again", "198.51.100.7").closed());
    // Four were new within the window: what was refused does not count.
    bench.advance(std::chrono::minutes{1});
}

TEST_F(Webirc, new_links_of_one_address_are_limited_behind_the_gateway_too) {
    for (int i = 0; i < 4; ++i) {
        BenchClient& client = connect("c" + std::to_string(i), "198.51.100.7");
        EXPECT_FALSE(client.closed()) << i;
        client.hang_up();
    }
    EXPECT_TRUE(connect("fifth", "198.51.100.7").closed());
    bench.advance(std::chrono::minutes{11});
    EXPECT_FALSE(connect("later", "198.51.100.7").closed());
}

TEST_F(Webirc, a_link_that_goes_while_the_password_is_checked_counts_for_nobody) {
    bench.set_hashers(testing_support::Hashers::slow);
    BenchClient& client = bench.open(over_tls(gateway_address));
    client.send("WEBIRC gateway-word webchat h 198.51.100.7");
    client.hang_up();
    bench.answer_hashes(1);
    bench.set_hashers(testing_support::Hashers::idle);
    connect("one", "198.51.100.7");
    EXPECT_FALSE(connect("two", "198.51.100.7").closed());
}

TEST_F(Webirc, says_so_when_the_server_is_busy) {
    bench.set_hashers(testing_support::Hashers::busy);
    BenchClient& client = bench.open(over_tls(gateway_address));
    EXPECT_THAT(client.ask("WEBIRC gateway-word webchat h 198.51.100.7"),
                Contains(HasSubstr("ERROR :The server is busy")));
    EXPECT_TRUE(client.closed());
}

TEST_F(Webirc, is_no_command_for_those_who_are_registered) {
    EXPECT_THAT(root.ask("WEBIRC gateway-word webchat h 198.51.100.7"),
                Contains(HasSubstr(" 462 ")));
}

}  // namespace
}  // namespace brusio
