#include "transport/filter/forwarded.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::filter {
namespace {

using Lines = std::vector<std::string>;

TrustedProxies proxies() {
    return {{IpRange::parse("127.0.0.1").value(), IpRange::parse("10.0.0.0/8").value(),
             IpRange::parse("2001:db8:1::/48").value()}};
}

/// "none": the proxies do not know; "refused": the headers contradict each other.
std::string client(ForwardedHeaders headers) {
    const auto peer = read_forwarded(headers, proxies());
    if (!peer) return "refused";
    return peer->address ? peer->address->text() : "none";
}

std::string of_list(Lines lines) { return client({std::move(lines), {}, {}}); }
std::string of_forwarded(Lines lines) { return client({{}, std::move(lines), {}}); }

TEST(Forwarded, the_lists_are_read_from_the_right) {
    EXPECT_EQ(of_list({"203.0.113.9"}), "203.0.113.9");
    EXPECT_EQ(of_list({"198.51.100.1, 203.0.113.9"}), "203.0.113.9");
    EXPECT_EQ(of_list({"198.51.100.1, 203.0.113.9, 10.1.1.1, 127.0.0.1"}), "203.0.113.9");
    EXPECT_EQ(of_forwarded({"for=198.51.100.1, for=203.0.113.9;proto=https, for=10.0.0.7"}),
              "203.0.113.9");
}

TEST(Forwarded, several_lines_are_one_list) {
    EXPECT_EQ(of_list({"198.51.100.1", "203.0.113.9", "10.1.1.1"}), "203.0.113.9");
    EXPECT_EQ(of_list({"203.0.113.9, 10.1.1.1", "10.2.2.2,,10.3.3.3"}), "203.0.113.9");
    EXPECT_EQ(of_forwarded({"for=203.0.113.9", "For=\"10.1.1.1:80\""}), "203.0.113.9");
}

TEST(Forwarded, an_entry_that_is_no_address_ends_the_reading) {
    EXPECT_EQ(of_list({"203.0.113.9, unknown"}), "none");
    EXPECT_EQ(of_list({"203.0.113.9, eve, 10.1.1.1"}), "10.1.1.1");
    EXPECT_EQ(of_forwarded({"for=203.0.113.9, for=_hidden, for=10.1.1.1"}), "10.1.1.1");
    EXPECT_EQ(of_forwarded({"for=203.0.113.9, proto=https"}), "none");
    EXPECT_EQ(of_forwarded({"for=\"203.0.113.9"}), "none");
}

TEST(Forwarded, who_passed_trusted_addresses_alone_is_the_first_of_them) {
    EXPECT_EQ(of_list({"10.9.9.9, 10.1.1.1"}), "10.9.9.9");
}

TEST(Forwarded, an_address_may_have_a_port_brackets_and_quotes) {
    EXPECT_EQ(of_list({"203.0.113.9:5555"}), "203.0.113.9");
    EXPECT_EQ(of_list({"2001:db8::7"}), "2001:db8::7");
    EXPECT_EQ(of_list({"[2001:db8::7]"}), "2001:db8::7");
    EXPECT_EQ(of_list({"[2001:db8::7]:443"}), "2001:db8::7");
    EXPECT_EQ(of_list({"[2001:db8::7]x"}), "none");
    EXPECT_EQ(of_list({"[2001:db8::7"}), "none");
    EXPECT_EQ(of_forwarded({"by=10.0.0.1; FOR=\"[2001:db8::7]:4711\" ;host=a.example"}),
              "2001:db8::7");
    EXPECT_EQ(of_forwarded({"for=203.0.113.9;host=\"a,b;for=1.1.1.1\\\"\""}), "203.0.113.9");
}

// A proxy sets one of the two; the other is what the client made up.
TEST(Forwarded, headers_that_contradict_each_other_are_refused) {
    EXPECT_EQ(client({{"203.0.113.9"}, {"for=198.51.100.1"}, {}}), "refused");
    EXPECT_EQ(client({{"203.0.113.9"}, {"for=unknown"}, {}}), "refused");
    EXPECT_EQ(client({{"198.51.100.1, 203.0.113.9"}, {"for=203.0.113.9"}, {}}), "203.0.113.9");
}

TEST(Forwarded, secure_is_what_the_nearest_proxy_says) {
    const auto secure = [](ForwardedHeaders headers) {
        return read_forwarded(headers, proxies())->secure;
    };
    EXPECT_TRUE(secure({{}, {}, {"https"}}));
    EXPECT_TRUE(secure({{}, {}, {"http, WSS"}}));
    EXPECT_FALSE(secure({{}, {}, {"https, http"}}));
    EXPECT_FALSE(secure({{}, {}, {"https", "http"}}));
    EXPECT_TRUE(secure({{}, {"for=203.0.113.9;proto=https"}, {}}));
    EXPECT_FALSE(secure({{"203.0.113.9"}, {}, {}}));
}

}  // namespace
}  // namespace brusio::filter
