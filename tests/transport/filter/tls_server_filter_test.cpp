#include "transport/filter/tls_server_filter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/tls_client.h"
#include "tests/transport/filter/tls_pairs.h"

namespace brusio::filter {
namespace {

using test::TlsClient;
using ClientCertificates = TlsContext::ClientCertificates;

/// A client and a server's filter, and the bytes between them, cut as the test likes.
class TlsTalk {
 public:
    explicit TlsTalk(const TlsClient::Options& options = {},
                     const std::shared_ptr<const TlsContext>& context = shared_context())
        : client(options), server(context, TlsProtocol::irc) {}

    static const std::shared_ptr<const TlsContext>& shared_context() {
        static const auto context = context_of(self_signed_pem());
        return context;
    }

    /// Lets both talk until neither has anything to say; each piece has at most `piece_bytes`.
    void run(std::string to_server, std::size_t piece_bytes = 1 << 20) {
        std::string to_client;
        while (!to_server.empty() || !to_client.empty()) {
            for (std::size_t at = 0; at < to_server.size(); at += piece_bytes) {
                server.receive(std::string_view{to_server}.substr(at, piece_bytes), plain,
                               to_client);
            }
            to_server.clear();
            for (std::size_t at = 0; at < to_client.size(); at += piece_bytes) {
                to_server += client.receive(std::string_view{to_client}.substr(at, piece_bytes));
            }
            to_client.clear();
        }
    }
    bool shake_hands(std::size_t piece_bytes = 1 << 20) {
        run(client.hello(), piece_bytes);
        return client.open() && server.state() == FilterState::open;
    }
    void say(std::string_view text) {
        std::string wire;
        server.send(text, wire);
        run(client.receive(wire));
    }
    LinkInfo info() const {
        LinkInfo info;
        server.describe(info);
        return info;
    }

    TlsClient client;
    TlsServerFilter server;
    std::string plain;  // what came up
};

class TlsVersions : public testing::TestWithParam<TlsClient::Version> {
 protected:
    TlsClient::Options options() const {
        TlsClient::Options options;
        options.version = GetParam();
        return options;
    }
};

INSTANTIATE_TEST_SUITE_P(Tls, TlsVersions,
                         testing::Values(TlsClient::Version::tls12, TlsClient::Version::tls13),
                         [](const auto& info) {
                             return info.param == TlsClient::Version::tls12 ? "tls12" : "tls13";
                         });

TEST_P(TlsVersions, bytes_go_both_ways_after_the_handshake) {
    TlsTalk talk{options()};
    EXPECT_EQ(talk.server.state(), FilterState::handshaking);
    ASSERT_TRUE(talk.shake_hands());
    EXPECT_TRUE(talk.info().secure);
    EXPECT_EQ(talk.info().certificate_fingerprint, "");
    EXPECT_EQ(talk.client.server_fingerprint(), TlsTalk::shared_context()->fingerprint());
    talk.run(talk.client.send("NICK ann\r\n"));
    EXPECT_EQ(talk.plain, "NICK ann\r\n");
    talk.say(":server 001 ann :Welcome\r\n");
    EXPECT_EQ(talk.client.received(), ":server 001 ann :Welcome\r\n");
}

TEST_P(TlsVersions, however_the_bytes_are_cut_the_talk_is_the_same) {
    for (const std::size_t piece_bytes : {1, 2, 3, 5, 7, 64, 1000}) {
        TlsTalk talk{options()};
        ASSERT_TRUE(talk.shake_hands(piece_bytes)) << piece_bytes;
        const std::string text(20'000, 'x');
        talk.run(talk.client.send(text + "\r\n"), piece_bytes);
        EXPECT_EQ(talk.plain, text + "\r\n") << piece_bytes;
    }
}

TEST_P(TlsVersions, the_first_flight_may_be_cut_anywhere) {
    const std::size_t bytes = TlsTalk{options()}.client.hello().size();
    for (std::size_t cut = 1; cut < bytes; ++cut) {
        TlsTalk talk{options()};
        const std::string hello = talk.client.hello();
        std::string answer;
        talk.server.receive(hello.substr(0, cut), talk.plain, answer);
        ASSERT_EQ(answer, "") << cut;
        talk.server.receive(hello.substr(cut), talk.plain, answer);
        ASSERT_FALSE(answer.empty()) << cut;
    }
}

TEST_P(TlsVersions, bytes_that_come_with_the_last_flight_are_not_lost) {
    TlsTalk talk{options()};
    std::string to_client;
    std::string to_server = talk.client.hello();
    while (!talk.client.open()) {
        talk.server.receive(to_server, talk.plain, to_client);
        to_server = talk.client.receive(std::exchange(to_client, {}));
    }
    to_server += talk.client.send("CAP LS 302\r\n");
    talk.run(to_server);
    EXPECT_EQ(talk.plain, "CAP LS 302\r\n");
}

TEST_P(TlsVersions, a_client_certificate_is_known_by_its_fingerprint) {
    const std::string pem = self_signed_pem("ann.example.org");
    TlsClient::Options with_certificate = options();
    with_certificate.pair_pem = pem;
    const auto context = context_of(self_signed_pem(), ClientCertificates::asked);
    TlsTalk talk{with_certificate, context};
    ASSERT_TRUE(talk.shake_hands());
    EXPECT_EQ(talk.info().certificate_fingerprint, context_of(pem)->fingerprint());

    TlsTalk without{options(), context};
    ASSERT_TRUE(without.shake_hands());
    EXPECT_EQ(without.info().certificate_fingerprint, "");

    TlsTalk not_asked{with_certificate};
    ASSERT_TRUE(not_asked.shake_hands());
    EXPECT_EQ(not_asked.info().certificate_fingerprint, "");
}

TEST_P(TlsVersions, a_goodbye_of_the_client_leaves_the_other_direction_open) {
    TlsTalk talk{options()};
    ASSERT_TRUE(talk.shake_hands());
    std::string last = talk.client.send("QUIT\r\n");
    last += talk.client.close();
    talk.run(last);
    EXPECT_EQ(talk.plain, "QUIT\r\n");
    EXPECT_EQ(talk.server.state(), FilterState::peer_closed);
    std::string wire;
    talk.server.send("ERROR :bye\r\n", wire);
    talk.server.close(wire);
    talk.run(talk.client.receive(wire));
    EXPECT_EQ(talk.client.received(), "ERROR :bye\r\n");
    EXPECT_TRUE(talk.client.server_closed());
}

TEST_P(TlsVersions, a_goodbye_of_the_server_is_said_once_and_ends_what_it_sends) {
    TlsTalk talk{options()};
    ASSERT_TRUE(talk.shake_hands());
    std::string wire;
    talk.server.close(wire);
    EXPECT_FALSE(wire.empty());
    const std::size_t bytes = wire.size();
    talk.server.close(wire);
    talk.server.send("late", wire);
    EXPECT_EQ(wire.size(), bytes);
    talk.run(talk.client.receive(wire));
    EXPECT_TRUE(talk.client.server_closed());
    EXPECT_EQ(talk.client.received(), "");
}

TEST_P(TlsVersions, a_changed_byte_is_noticed) {
    TlsTalk talk{options()};
    ASSERT_TRUE(talk.shake_hands());
    std::string wire = talk.client.send("PRIVMSG bob :I owe you 10\r\n");
    wire[wire.size() - 3] ^= 1;
    std::string alert;
    talk.server.receive(wire, talk.plain, alert);
    EXPECT_EQ(talk.server.state(), FilterState::failed);
    EXPECT_FALSE(talk.server.reason().empty());
    EXPECT_FALSE(alert.empty());
    EXPECT_EQ(talk.plain, "");
    std::string nothing;
    talk.server.send("x", nothing);
    talk.server.close(nothing);
    talk.server.receive("more", talk.plain, nothing);
    EXPECT_EQ(nothing, "");
}

TEST(TlsServerFilter, renegotiation_is_refused) {
    TlsClient::Options options;
    options.version = TlsClient::Version::tls12;
    TlsTalk talk{options};
    ASSERT_TRUE(talk.shake_hands());
    talk.run(talk.client.renegotiate());
    EXPECT_FALSE(talk.client.error().empty());
    talk.run(talk.client.send("x"));
    EXPECT_EQ(talk.plain, "");
}

TEST(TlsServerFilter, new_keys_are_taken) {
    TlsTalk talk;
    ASSERT_TRUE(talk.shake_hands());
    talk.run(talk.client.renegotiate());
    talk.run(talk.client.send("with new keys"));
    EXPECT_EQ(talk.plain, "with new keys");
    talk.say("mine too");
    EXPECT_EQ(talk.client.received(), "mine too");
}

TEST(TlsServerFilter, old_versions_are_refused) {
    TlsClient::Options options;
    options.version = TlsClient::Version::tls11;
    TlsTalk talk{options};
    EXPECT_FALSE(talk.shake_hands());
    EXPECT_EQ(talk.server.state(), FilterState::failed);
    EXPECT_EQ(talk.server.reason(), "unsupported protocol");
    EXPECT_FALSE(talk.client.error().empty()) << "it is told by an alert";
}

TEST(TlsServerFilter, who_asks_for_another_protocol_has_dialled_the_wrong_port) {
    TlsClient::Options irc;
    irc.protocol = "irc";
    TlsTalk right{irc};
    EXPECT_TRUE(right.shake_hands());
    EXPECT_EQ(right.client.protocol(), "irc");
    TlsClient::Options web;
    web.protocol = "http/1.1";
    TlsTalk wrong{web};
    EXPECT_FALSE(wrong.shake_hands());
    EXPECT_EQ(wrong.server.state(), FilterState::failed);
}

TEST(TlsServerFilter, what_is_no_tls_fails_at_once_with_a_reason) {
    for (const std::string_view text : {std::string_view{"NICK ann\r\nUSER ann 0 * :ann\r\n"},
                                        std::string_view{"GET / HTTP/1.1\r\nHost: x\r\n\r\n"},
                                        std::string_view{"\0\0\0\0\0\0\0\0\0\0\0\0", 12}}) {
        TlsTalk talk;
        std::string wire;
        talk.server.receive(text, talk.plain, wire);
        EXPECT_EQ(talk.server.state(), FilterState::failed) << text;
        EXPECT_FALSE(talk.server.reason().empty());
        EXPECT_EQ(talk.plain, "");
    }
}

TEST(TlsServerFilter, a_handshake_that_never_ends_is_cut) {
    TlsTalk talk;
    // A ClientHello of which ever more comes: records of one handshake message of 16 MiB.
    std::string head{"\x01\xFF\xFF\xFF", 4};
    std::string wire;
    std::size_t sent = 0;
    while (talk.server.state() == FilterState::handshaking && sent < (1U << 20)) {
        std::string record{"\x16\x03\x01\x10\x00", 5};
        head.resize(4096, 'a');
        record += std::exchange(head, {});
        talk.server.receive(record, talk.plain, wire);
        sent += record.size();
    }
    EXPECT_EQ(talk.server.state(), FilterState::failed);
    EXPECT_LE(sent, TlsServerFilter::handshake_bytes_max + 8192);
}

TEST(TlsServerFilter, drops_of_one_byte_are_bounded_too) {
    TlsTalk talk;
    std::string wire;
    const std::string record{"\x16\x03\x01\x00\x01\x01", 6};  // one byte of a message each
    std::size_t sent = 0;
    while (talk.server.state() == FilterState::handshaking && sent < (1U << 20)) {
        talk.server.receive(record, talk.plain, wire);
        sent += record.size();
    }
    EXPECT_EQ(talk.server.state(), FilterState::failed);
    EXPECT_LE(sent, TlsServerFilter::handshake_bytes_max + record.size());
}

}  // namespace
}  // namespace brusio::filter
