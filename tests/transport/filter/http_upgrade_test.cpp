#include "transport/filter/http_upgrade.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/websocket_client.h"

namespace brusio::filter {
namespace {

using test::upgrade_request;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// The good request with one thing changed.
std::string changed(const std::string& from, const std::string& to) {
    std::string request = upgrade_request();
    const std::size_t at = request.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return request.replace(at, from.size(), to);
}

int status_of(const std::string& head) {
    const auto request = parse_upgrade(head);
    return request ? 101 : request.error().status;
}

TEST(HttpUpgrade, reads_what_a_browser_sends) {
    const auto request = parse_upgrade(
        "GET /chat?x=1 HTTP/1.1\r\n"
        "Host: chat.example.org:8097\r\n"
        "Connection: keep-alive, Upgrade\r\n"
        "Pragma: no-cache\r\n"
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\n"
        "Upgrade: websocket\r\n"
        "Origin: https://chat.example.org\r\n"
        "Sec-WebSocket-Version: 13\r\n"
        "Accept-Encoding: gzip, deflate, br\r\n"
        "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n"
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
        "Sec-WebSocket-Protocol: text.ircv3.net, binary.ircv3.net\r\n\r\n");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->origin, "https://chat.example.org");
    EXPECT_EQ(request->key, "x3JJHMbDL1EzLkh9GBhXDw==");
    EXPECT_THAT(request->protocols, ElementsAre("text.ircv3.net", "binary.ircv3.net"));
}

// RFC 6455 section 1.3.
TEST(HttpUpgrade, answers_the_key_of_the_specification_as_the_specification_does) {
    const auto request = parse_upgrade(upgrade_request());
    ASSERT_TRUE(request);
    const std::string answer = upgrade_answer(request.value(), "text.ircv3.net");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 101 Switching Protocols\r\n"));
    EXPECT_THAT(answer, HasSubstr("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    EXPECT_THAT(answer, EndsWith("\r\nSec-WebSocket-Protocol: text.ircv3.net\r\n\r\n"));
    EXPECT_EQ(upgrade_answer(request.value(), "").find("Protocol:"), std::string::npos);
}

TEST(HttpUpgrade, names_and_tokens_have_no_case_and_lists_may_be_spread) {
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nhOST:x\r\nUPGRADE: h2c, WebSocket\r\n"
                        "connection: close\r\nconnection:\tUPGRADE\t\r\n"
                        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        "SEC-WEBSOCKET-VERSION: 13\r\n\r\n"),
              101);
    const auto spread = parse_upgrade(
        upgrade_request("Sec-WebSocket-Protocol: a,, b\r\nSec-WebSocket-Protocol: c\r\n"));
    ASSERT_TRUE(spread);
    EXPECT_THAT(spread->protocols, ElementsAre("a", "b", "c"));
}

TEST(HttpUpgrade, a_first_line_that_is_none_is_refused) {
    for (const char* line :
         {"", "GET", "GET /", "GET / ", "GET  HTTP/1.1", " GET / HTTP/1.1", "GET x HTTP/1.1",
          "GET http://x/ HTTP/1.1", "GET / / HTTP/1.1", "G(T / HTTP/1.1", "GET /\xC3\xA9 HTTP/1.1",
          "GET /\x01 HTTP/1.1", "GET / http/1.1", "NICK ann", "USER ann 0 * :ann"}) {
        EXPECT_EQ(status_of(changed("GET / HTTP/1.1", line)), 400) << line;
    }
    EXPECT_EQ(status_of(changed("HTTP/1.1", "HTTP/1.0")), 505);
    EXPECT_EQ(status_of(changed("HTTP/1.1", "HTTP/2.0")), 505);
    EXPECT_EQ(status_of(changed("GET", "POST")), 405);
    EXPECT_EQ(status_of(changed("GET", "get")), 405);
}

TEST(HttpUpgrade, headers_are_read_strictly) {
    for (const char* header :
         {"no colon\r\n", ": no name\r\n", "Name : space before\r\n", " folded\r\n", "\tfolded\r\n",
          "Na(me: x\r\n", "A: b\rc\r\n", "A: b\nc\r\n", "A: \x01\r\n", "A: \x7F\r\n"}) {
        EXPECT_EQ(status_of(upgrade_request(header)), 400) << header;
    }
    EXPECT_EQ(status_of(upgrade_request(std::string{"A: \0\r\n", 6})), 400);
    EXPECT_EQ(status_of(upgrade_request("A:\r\nB: caf\xC3\xA9 \t x\r\n")), 101);
    EXPECT_EQ(status_of(upgrade_request() + "more"), 400);
    EXPECT_EQ(status_of("GET / HTTP/1.1\nHost: x\n\n"), 400);
}

TEST(HttpUpgrade, what_counts_comes_once) {
    for (const char* header : {"Host: x\r\n", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
                               "Origin: http://a\r\nOrigin: http://b\r\n"}) {
        EXPECT_EQ(status_of(upgrade_request(header)), 400) << header;
    }
    EXPECT_EQ(status_of(upgrade_request("Sec-WebSocket-Version: 13\r\n")), 426);
    EXPECT_EQ(status_of(changed("Host: 127.0.0.1:8067\r\n", "")), 400);
    EXPECT_EQ(status_of(changed("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "")), 400);
}

TEST(HttpUpgrade, a_request_without_upgrade_is_told_what_is_here) {
    EXPECT_EQ(status_of(changed("Upgrade: websocket\r\n", "")), 426);
    EXPECT_EQ(status_of(changed("Upgrade: websocket", "Upgrade: websocketx")), 426);
    EXPECT_EQ(status_of(changed("keep-alive, Upgrade", "keep-alive")), 426);
    EXPECT_EQ(status_of(changed("Version: 13", "Version: 8")), 426);
    EXPECT_EQ(status_of(changed("Sec-WebSocket-Version: 13\r\n", "")), 426);
    const std::string answer = refusal_answer({426, "Upgrade Required", "Here is a chat."});
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 426 Upgrade Required\r\n"));
    EXPECT_THAT(answer, HasSubstr("\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"));
    EXPECT_THAT(answer, HasSubstr("\r\nContent-Length: 16\r\n\r\nHere is a chat.\n"));
}

TEST(HttpUpgrade, a_key_is_sixteen_bytes) {
    for (const char* key : {"", "x", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ===",
                            "dGhlIHNhbXBsZSBub25jZR==", "dGhlIHNhbXBsZSBub25jZ===",
                            "dGhl IHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25-ZQ==",
                            "dGhlIHNhbXBsZSBub25jZQAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="}) {
        EXPECT_EQ(status_of(changed("dGhlIHNhbXBsZSBub25jZQ==", key)), 400) << key;
    }
}

TEST(HttpUpgrade, a_handshake_has_no_body) {
    EXPECT_EQ(status_of(upgrade_request("Content-Length: 0\r\n")), 101);
    EXPECT_EQ(status_of(upgrade_request("Content-Length: 5\r\n")), 400);
    EXPECT_EQ(status_of(upgrade_request("Content-Length: 0\r\nContent-Length: 5\r\n")), 400);
    EXPECT_EQ(status_of(upgrade_request("Transfer-Encoding: chunked\r\n")), 400);
}

TEST(HttpUpgrade, a_subprotocol_is_a_word) {
    EXPECT_EQ(status_of(upgrade_request("Sec-WebSocket-Protocol: a b\r\n")), 400);
    EXPECT_EQ(status_of(upgrade_request("Sec-WebSocket-Protocol: \"a\"\r\n")), 400);
}

}  // namespace
}  // namespace brusio::filter
