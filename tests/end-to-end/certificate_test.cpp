#include <gtest/gtest.h>

#include <chrono>

#include "core/base/time.h"
#include "tests/end-to-end/server_process.h"
#include "tests/end-to-end/socket_client.h"
#include "transport/filter/self_signed.h"

namespace brusio::test {
namespace {

using namespace std::chrono_literals;

std::string pair_of(const std::string& name) {
    // Long ago and for a day: what a server meets whose owner forgot to renew.
    return filter::make_self_signed({{name}, WallTime{1'600'000'000'000}, 24h}).value();
}

std::string configuration(const std::string& certificate, const std::string& key) {
    return "[tls]\ncertificate = \"" + certificate + "\"\nkey = \"" + key + "\"\n";
}

TEST(Certificate, one_that_has_expired_is_a_warning) {
    const TemporaryFolder folder;
    const std::string pair = folder.put("old.pem", pair_of("chat.example.org"));
    const std::string config = folder.put("b.toml", configuration(pair, pair));
    ServerProcess server{{"--config", config, "--listen", "ircs://127.0.0.1:0"}};
    EXPECT_TRUE(server.logs("event=certificate_dates note=\"the certificate has expired\""));
    SocketClient ann{server.irc_port()};
    EXPECT_TRUE(ann.send("PING x\r\n")) << "and the server runs";

    const auto checked = ServerProcess::run({"check-config", config});
    EXPECT_EQ(checked.exit_code, 0);
    EXPECT_EQ(checked.err, "brusiod: " + pair + ": the certificate has expired\n");
}

TEST(Certificate, a_key_that_does_not_fit_is_one_sentence_and_a_bad_end) {
    const TemporaryFolder folder;
    const std::string certificate = folder.put("a.pem", pair_of("a.example.org"));
    const std::string key = folder.put("b.pem", pair_of("b.example.org"));
    const std::string config = folder.put("b.toml", configuration(certificate, key));
    const std::string sentence =
        "brusiod: " + certificate + ", " + key + ": the key does not belong to the certificate\n";
    const auto started =
        ServerProcess::run({"--ephemeral", "--config", config, "--listen", "ircs://127.0.0.1:0"});
    EXPECT_EQ(started.exit_code, 1);
    EXPECT_EQ(started.err, sentence);
    const auto checked = ServerProcess::run({"check-config", config});
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_EQ(checked.err, sentence);
}

TEST(Certificate, files_that_no_listener_needs_are_not_read_at_the_start) {
    const TemporaryFolder folder;
    const std::string none = folder.path("none.pem");
    ServerProcess server{{"--config", folder.put("b.toml", configuration(none, none))}};
    EXPECT_NE(server.irc_port(), 0);
    EXPECT_EQ(server.log().find("certificate"), std::string::npos);
}

TEST(Certificate, half_a_pair_is_a_mistake_in_the_file) {
    const TemporaryFolder folder;
    const auto checked = ServerProcess::run(
        {"check-config", folder.put("b.toml", "[tls]\ncertificate = \"a.pem\"\n")});
    EXPECT_EQ(checked.exit_code, 1);
    EXPECT_NE(checked.err.find("tls.certificate and tls.key belong together"), std::string::npos);
}

}  // namespace
}  // namespace brusio::test
