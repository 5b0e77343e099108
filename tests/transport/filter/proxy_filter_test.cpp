#include "transport/filter/proxy_filter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace brusio::filter {
namespace {

using State = ProxyReading::State;

const std::string signature{"\r\n\r\n\0\r\nQUIT\n", 12};

std::string v2(char command, char family, const std::string& body) {
    std::string header = signature + command + family;
    header += static_cast<char>(body.size() >> 8U);
    header += static_cast<char>(body.size() & 0xFFU);
    return header + body;
}

std::string tlv(char type, const std::string& value) {
    return std::string{type} + '\0' + static_cast<char>(value.size()) + value;
}

const std::string v4_body{"\xCB\x00\x71\x09\x7F\x00\x00\x01\x15\xB3\x1A\x0B", 12};
const std::string v4_tls =
    v2('\x21', '\x11', v4_body + tlv('\x20', std::string("\x01\0\0\0\0", 5)));

/// What the link is known as when the header is through; the peer is a proxy of this machine.
LinkInfo described(const std::string& header, ProxySpeaks speaks = ProxySpeaks::unknown) {
    ProxyFilter filter{speaks};
    std::string up;
    std::string down;
    filter.receive(header, up, down);
    EXPECT_EQ(filter.state(), FilterState::open) << header;
    LinkInfo info;
    info.peer_address = "127.0.0.1";
    info.loopback = true;
    filter.describe(info);
    return info;
}

TEST(ProxyHeader, version_1_tells_the_client) {
    const LinkInfo v4 = described("PROXY TCP4 203.0.113.9 198.51.100.1 5555 6667\r\n");
    EXPECT_EQ(v4.peer_address, "203.0.113.9");
    EXPECT_TRUE(v4.forwarded);
    EXPECT_FALSE(v4.loopback);
    EXPECT_FALSE(v4.secure);
    EXPECT_EQ(described("PROXY TCP6 2001:DB8::9 ::1 1 0\r\n").peer_address, "2001:db8::9");
}

TEST(ProxyHeader, version_2_tells_the_client_and_whether_it_came_over_tls) {
    EXPECT_EQ(described(v2('\x21', '\x11', v4_body)).peer_address, "203.0.113.9");
    EXPECT_FALSE(described(v2('\x21', '\x11', v4_body)).secure);
    EXPECT_TRUE(described(v4_tls).secure);
    const std::string not_tls = v4_body + tlv('\x20', std::string("\x02\0\0\0\0", 5));
    EXPECT_FALSE(described(v2('\x21', '\x11', not_tls)).secure);
    std::string v6(36, '\0');
    v6[0] = '\x20';
    v6[1] = '\x01';
    v6[15] = '\x07';
    EXPECT_EQ(described(v2('\x21', '\x21', v6)).peer_address, "2001::7");
}

TEST(ProxyHeader, the_listeners_key_says_tls_where_the_proxy_cannot) {
    EXPECT_TRUE(described("PROXY TCP4 203.0.113.9 1.2.3.4 1 2\r\n", ProxySpeaks::tls).secure);
}

TEST(ProxyHeader, a_link_of_the_proxy_itself_stays_what_it_is) {
    const LinkInfo local = described(v2('\x20', '\x00', ""), ProxySpeaks::tls);
    EXPECT_EQ(local.peer_address, "127.0.0.1");
    EXPECT_TRUE(local.loopback);
    EXPECT_FALSE(local.forwarded || local.secure);
}

TEST(ProxyHeader, a_client_that_the_proxy_does_not_know_has_its_address_but_is_not_near) {
    for (const std::string& header :
         {std::string{"PROXY UNKNOWN\r\n"}, std::string{"PROXY UNKNOWN ::1 ::1 1 2\r\n"},
          v2('\x21', '\x00', ""), v2('\x21', '\x31', std::string(216, 'x'))}) {
        const LinkInfo info = described(header);
        EXPECT_EQ(info.peer_address, "127.0.0.1");
        EXPECT_TRUE(info.forwarded);
        EXPECT_FALSE(info.loopback);
    }
}

TEST(ProxyHeader, a_loopback_address_is_not_near_because_a_proxy_says_so) {
    EXPECT_FALSE(described("PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n").loopback);
}

TEST(ProxyHeader, anything_else_is_refused_and_never_read_as_a_header) {
    const std::string sound = "PROXY TCP4 203.0.113.9 198.51.100.1 5555 6667\r\n";
    for (const std::string& bytes :
         {std::string{"NICK ann\r\n"},
          std::string{"\x16\x03\x01"},
          std::string{"PROXY TCP9 a\r\n"},
          std::string{"PROXY TCP4 203.0.113.9 198.51.100.1 5555\r\n"},
          std::string{"PROXY TCP4 203.0.113.9 198.51.100.1 5555 66677\r\n"},
          std::string{"PROXY TCP4 203.0.113.9 198.51.100.1 05 6\r\n"},
          std::string{"PROXY TCP4  203.0.113.9 198.51.100.1 5 6\r\n"},
          std::string{"PROXY TCP4 203.0.113.9 198.51.100.1 5 6 7\r\n"},
          std::string{"PROXY TCP4 ::1 ::1 5 6\r\n"},
          std::string{"PROXY TCP6 1.2.3.4 ::1 5 6\r\n"},
          std::string{"PROXY TCP4 eve 198.51.100.1 5 6\r\n"},
          "PROXY " + std::string(101, 'x'),
          "PROXY UNKNOWN" + std::string(95, 'x') + "\r\n",
          v2('\x11', '\x11', v4_body),
          v2('\x22', '\x11', v4_body),
          v2('\x21', '\x41', v4_body),
          v2('\x21', '\x13', v4_body),
          v2('\x21', '\x11', v4_body.substr(1)),
          v2('\x21', '\x11', v4_body + "xx"),
          v2('\x21', '\x11', v4_body + std::string("\x20\0\x09x", 4)),
          v2('\x21', '\x11', v4_body + tlv('\x20', "abc")),
          v2('\x21', '\x11', std::string(4096, '\0')).substr(0, 16)}) {
        EXPECT_EQ(read_proxy_header(bytes).state, State::broken) << bytes;
    }
    EXPECT_EQ(read_proxy_header(sound).state, State::whole);
}

// The proxy may send its header in pieces, and the client's first bytes with it.
TEST(ProxyFilter, a_header_cut_anywhere_is_the_same_header) {
    for (const std::string& header :
         {std::string{"PROXY TCP4 203.0.113.9 198.51.100.1 5555 6667\r\n"}, v4_tls}) {
        const std::string stream = header + "NICK ann\r\n";
        for (std::size_t cut = 1; cut < stream.size(); ++cut) {
            ProxyFilter filter{ProxySpeaks::unknown};
            std::string up;
            std::string down;
            EXPECT_TRUE(filter.awaits_proxy());
            filter.receive(stream.substr(0, cut), up, down);
            EXPECT_EQ(filter.awaits_proxy(), cut < header.size());
            filter.receive(stream.substr(cut), up, down);
            EXPECT_EQ(up, "NICK ann\r\n");
            EXPECT_EQ(down, "");
            LinkInfo info;
            filter.describe(info);
            EXPECT_EQ(info.peer_address, "203.0.113.9");
        }
    }
}

TEST(ProxyFilter, is_a_pipe_after_the_header_and_nothing_after_a_fault) {
    ProxyFilter filter{ProxySpeaks::unknown};
    std::string up;
    std::string down;
    filter.receive("PROXY UNKNOWN\r\n", up, down);
    filter.receive("PROXY TCP4 9.9.9.9 1.2.3.4 1 2\r\n", up, down);
    filter.send("PING x\r\n", down);
    EXPECT_EQ(up, "PROXY TCP4 9.9.9.9 1.2.3.4 1 2\r\n");
    EXPECT_EQ(down, "PING x\r\n");
    ProxyFilter other{ProxySpeaks::unknown};
    up.clear();
    other.receive("GET / HTTP/1.1\r\n", up, down);
    other.receive("PROXY UNKNOWN\r\n", up, down);
    EXPECT_EQ(other.state(), FilterState::failed);
    EXPECT_EQ(other.reason(), "no PROXY header");
    EXPECT_EQ(up, "");
}

}  // namespace
}  // namespace brusio::filter
