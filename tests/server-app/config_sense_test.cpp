#include "server-app/config_sense.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "server-app/config_keys.h"
#include "server-app/config_load.h"
#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string refusal_of(std::string_view text) {
    const auto config = parse_config(text, "b.toml");
    return config ? "none" : config.error();
}

std::string listener(std::string_view url) {
    return "[[listen]]\nurl = \"" + std::string{url} + "\"\n";
}

TEST(ConfigSense, a_place_is_listened_to_once) {
    EXPECT_EQ(refusal_of(listener("irc://127.0.0.1:6667") + listener("ircs://127.0.0.1:6667")),
              "b.toml:4:7: listen.url: ircs://127.0.0.1:6667 is the place of "
              "irc://127.0.0.1:6667: a host and a port can be listened to once");
    EXPECT_THAT(refusal_of(listener("irc://[::1]:1") + listener("irc://[0:0:0:0:0:0:0:1]:1")),
                StartsWith("b.toml:4:7: listen.url: "));
    EXPECT_THAT(refusal_of(listener("irc://Chat.example:1") + listener("ws://chat.example:1")),
                StartsWith("b.toml:4:7: listen.url: "));
    EXPECT_EQ(refusal_of(listener("irc://127.0.0.1:0") + listener("ircs://127.0.0.1:0") +
                         listener("irc://127.0.0.2:6667") + listener("irc://127.0.0.1:6667")),
              "none");
}

TEST(ConfigSense, a_host_has_no_blank) {
    for (const char* host : {"a b", "a\\tb", "a/b", "caf\xc3\xa9.example"}) {
        EXPECT_THAT(refusal_of(listener("irc://" + std::string{host} + ":6667")),
                    HasSubstr("the host has a sign that no name or address of a host has"))
            << host;
    }
    EXPECT_EQ(refusal_of(listener("irc://[fe80::1%eth0]:6667")), "none");
}

TEST(ConfigSense, a_server_is_called_like_a_host) {
    for (const char* name : {"a b.example", "a\\tb.example", "example", "a..example", ".example",
                             "example.", "-a.example", "a-.example", ""}) {
        EXPECT_THAT(refusal_of("[server]\nname = \"" + std::string{name} + "\"\n"),
                    StartsWith("b.toml:2:8: server.name: "))
            << name;
    }
    EXPECT_EQ(refusal_of("[server]\nname = \"irc-1.a.example\"\n"), "none");
}

// Clients that are told of a policy come in by TLS alone from then on.
TEST(ConfigSense, sts_needs_a_listener_and_a_certificate) {
    const std::string sts = "[tls]\nsts_port = 6697\n";
    const std::string pair = "certificate = \"a.pem\"\nkey = \"b.pem\"\n";
    EXPECT_THAT(
        refusal_of(sts + pair + listener("irc://[::1]:6667") + listener("wss://[::1]:6697")),
        StartsWith("b.toml:2:12: tls.sts_port: there is no ircs listener"));
    EXPECT_THAT(refusal_of(sts + listener("ircs://[::1]:6697")),
                StartsWith("b.toml:2:12: tls.sts_port: it needs tls.certificate"));
    EXPECT_EQ(refusal_of(sts + pair + listener("ircs://[::1]:6697")), "none");
    const std::string proxied = "[transport]\ntrusted_proxies = [\"10.0.0.1\"]\n" +
                                listener("irc://[::1]:6668") + "proxy = true\n";
    EXPECT_EQ(refusal_of(sts + proxied), "none") << "the proxy has the certificate";
    const auto given =
        parse_config(sts + pair, "b.toml", {ListenUrl::parse("ircs://[::1]").value()});
    EXPECT_TRUE(given) << "the listener is an option of the command line";
}

TEST(ConfigSense, sts_elsewhere_is_doubted) {
    const std::string pair = "[tls]\ncertificate = \"a.pem\"\nkey = \"b.pem\"\n";
    const auto doubts = [&](const std::string& text) {
        const auto config = parse_config(text, "b.toml");
        EXPECT_TRUE(config) << config.error();
        return complaints_of(config.value());
    };
    EXPECT_THAT(doubts(pair + "sts_port = 6697\n" + listener("ircs://[::1]:16697")),
                ElementsAre(HasSubstr("no ircs listener is there")));
    EXPECT_THAT(doubts(pair + "sts_port = 6697\n" + listener("ircs://[::1]:0")), IsEmpty());
    EXPECT_THAT(doubts("[tls]\nsts_duration = \"24h\"\n"),
                ElementsAre(HasSubstr("tls.sts_duration says nothing")));
}

TEST(ConfigSense, no_file_has_an_empty_name) {
    for (const char* key :
         {"tls]\ncertificate", "tls]\nkey", "tls]\nself_signed_folder", "server]\nmotd_file"}) {
        for (const char* name : {"", " "}) {
            const std::string text = "[" + std::string{key} + " = \"" + name + "\"\n";
            EXPECT_THAT(refusal_of(text), HasSubstr("it must name a file; leave the key out"))
                << text;
        }
    }
}

TEST(ConfigSense, what_would_be_cut_is_refused) {
    const auto text = [](std::string_view key, std::size_t bytes) {
        return "[server]\n" + std::string{key} + " = \"" + std::string(bytes, 'x') + "\"\n";
    };
    EXPECT_EQ(refusal_of(text("network", 64)), "none");
    EXPECT_THAT(refusal_of(text("network", 65)), StartsWith("b.toml:2:11: server.network: "));
    EXPECT_EQ(refusal_of(text("description", 200)), "none");
    EXPECT_THAT(refusal_of(text("description", 201)), StartsWith("b.toml:2:15: "));
    EXPECT_EQ(refusal_of("[server]\nadmin = [\"a\", \"b\", \"c\", \"d\"]\n"),
              "b.toml:2:9: server.admin: ADMIN tells three lines, where the server is, who runs it "
              "and an address; here are 4");
}

TEST(ConfigSense, lines_of_the_message_of_the_day_fit_a_line_of_irc) {
    const std::string name = "[server]\nname = \"a.example\"\n";
    const auto motd = [&](std::size_t bytes) {
        return refusal_of(name + "motd = \"one\\n" + std::string(bytes, 'x') + "\"\n");
    };
    // :a.example 372 <30 bytes> :- <line> CR LF
    const std::size_t most = 512 - 9 - 30 - 12;
    EXPECT_EQ(motd(most), "none");
    EXPECT_EQ(motd(most + 1),
              "b.toml:3:8: server.motd: its line 2 has 462 bytes and would be cut: "
              "at most 461 reach everybody");
    EXPECT_THAT(refusal_of("[server]\nmotd = \"a\\rb\"\n"), HasSubstr("its line 1 holds"));
    const test::TemporaryFolder folder;
    folder.put("motd.txt", "fine\n\xff\n");
    const auto loaded = load_config(folder.put("b.toml", "[server]\nmotd_file = \"motd.txt\"\n"));
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error(),
                HasSubstr("b.toml:2:13: server.motd_file: its line 2 is not UTF-8"));
}

TEST(ConfigSense, names_fit_their_limits) {
    const std::string limits = "[limits]\nroom_name_bytes_max = 16\nnick_bytes_max = 9\n";
    EXPECT_THAT(refusal_of("[rooms]\npermanent = [\"#ok\", \"#sixteen-and-one-more\"]\n" + limits),
                StartsWith("b.toml:2:13: rooms.permanent: '#sixteen-and-one-more' is longer than"));
    EXPECT_THAT(refusal_of("[plain]\nroom = \"#sixteen-and-one-more\"\n" + limits),
                StartsWith("b.toml:2:8: plain.room: "));
    EXPECT_THAT(refusal_of("[rooms]\noperators = [\"abcdefghij\"]\n" + limits),
                StartsWith("b.toml:2:13: rooms.operators: 'abcdefghij' is longer than"));
    for (const char* name : {"lobby", "#a b", "#a,b", "#a\\u0007b", ""}) {
        EXPECT_THAT(refusal_of("[rooms]\npermanent = [\"" + std::string{name} + "\"]\n"),
                    StartsWith("b.toml:2:13: rooms.permanent: "))
            << name;
    }
}

TEST(ConfigSense, passwords_can_be_given) {
    EXPECT_THAT(
        refusal_of("[accounts]\npassword_bytes_min = 64\n[limits]\npassword_bytes_max = 32\n"),
        StartsWith("b.toml:2:22: accounts.password_bytes_min: "));
    for (const char* hash : {"secret", "$argon2id$", "$argon2id$v=19$m=1,t=2,p=1$salt$",
                             "$argon2id$v=19$m=1,t=2,p=1", "$argon2id$v=19$m=1,t=2,p=1$a$b c"}) {
        EXPECT_THAT(refusal_of("[server]\npassword_hash = \"" + std::string{hash} + "\"\n"),
                    StartsWith("b.toml:2:17: server.password_hash: "))
            << hash;
    }
    const auto config =
        parse_config("[accounts]\nrequired = true\nbefore_connect = false\n", "b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_THAT(complaints_of(config.value()),
                ElementsAre(StartsWith("accounts.registration is of no use")));
}

TEST(ConfigSense, the_mask_of_an_operator_can_be_somebody) {
    const std::string ann =
        "[[operator]]\nname = \"ann\"\npassword_hash = \"$argon2id$v=19$m=1,t=2,p=1$a$b\"\n";
    for (const char* mask : {"ann", "192.0.2.7", "ann!user"}) {
        EXPECT_THAT(
            refusal_of(ann + "mask = \"" + mask + "\"\n"),
            StartsWith("b.toml:4:8: operator.mask: '" + std::string{mask} + "' can be nobody"));
    }
    for (const char* mask : {"ann!*@*", "*@192.0.2.0/24", "*", "ann!*"}) {
        EXPECT_EQ(refusal_of(ann + "mask = \"" + mask + "\"\n"), "none") << mask;
    }
}

TEST(ConfigSense, long_names_and_long_values_together_are_doubted) {
    EXPECT_THAT(complaints_of(AppConfig{}), IsEmpty());
    const auto config = parse_config("[limits]\nmetadata_value_bytes_max = 400\n", "b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_THAT(complaints_of(config.value()),
                ElementsAre(StartsWith("limits.metadata_value_bytes_max is more")));
}

// What a reload cannot change is named by it.
TEST(KeysForNextStart, are_named_if_they_changed) {
    const AppConfig before;
    AppConfig after;
    after.server.motd = {"new"};
    after.server.limits.topic_bytes_max = 100;
    EXPECT_THAT(keys_for_next_start(before, after), IsEmpty());
    after.loops = 3;
    after.server.limits.hash_threads_max = 5;
    after.server.permanent_rooms = {"#a"};
    EXPECT_THAT(keys_for_next_start(before, after),
                ElementsAre("transport.loops", "rooms.permanent", "limits.hash_threads_max"));
    std::size_t count = 0;
    for (const ConfigKey& key : config_keys()) count += key.is_for_next_start ? 1 : 0;
    const std::string defaults = print_defaults();
    std::size_t printed = 0;
    const std::string_view note = "# A change takes effect at the next start.\n";
    for (std::size_t at = defaults.find(note); at != defaults.npos;
         at = defaults.find(note, at + 1)) {
        ++printed;
    }
    EXPECT_EQ(printed, count);
    EXPECT_EQ(count, 16U);
}

}  // namespace
}  // namespace brusio::server
