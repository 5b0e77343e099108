#include "server-app/config_load.h"

#include <gtest/gtest.h>

#include <set>

#include "server-app/config_keys.h"
#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;

std::string error_of(std::string_view text) {
    const auto config = parse_config(text, "b.toml");
    return config ? "no error" : config.error();
}

constexpr const char* operator_ann =
    "[[operator]]\nname = \"ann\"\npassword_hash = \"$argon2id$v=19$m=1,t=2,p=1$a$b\"\n";

TEST(Config, the_printed_defaults_are_a_sound_file_that_changes_nothing) {
    const auto config = parse_config(print_defaults(), "d.toml");
    ASSERT_TRUE(config) << config.error();
    const AppConfig defaults;
    for (const ConfigKey& key : config_keys()) {
        if (key.section.starts_with("operator") || key.section == "gateway") continue;
        EXPECT_EQ(key.show(config.value(), 0), key.show(defaults, 0)) << key.name;
    }
    EXPECT_EQ(config->listen, defaults.listen);
}

TEST(Config, every_key_is_documented_and_printed_once) {
    const std::string text = print_defaults();
    std::set<std::string> seen;
    for (const ConfigKey& key : config_keys()) {
        EXPECT_FALSE(key.doc.empty()) << key.name;
        EXPECT_TRUE(seen.insert(std::string{key.section} + '.' + std::string{key.name}).second);
        EXPECT_NE(text.find(std::string{key.name} + " = "), std::string::npos) << key.name;
    }
}

TEST(Config, what_the_file_says_is_what_the_server_gets) {
    const auto config = parse_config(R"(
[server]
name = "chat.example.org"
network = "Example"
motd = """
Welcome.

Be kind."""
admin = ["here", "ann", "ann@example.org"]

[[listen]]
url = "irc://0.0.0.0:7000"

[rooms]
modes = "ns"
history_for_new_members = true
[plain]
room = "#welcome"
quiet = "20ms"

[transport]
loops = 3
exempt_addresses = ["10.0.0.0/8"]

[log]
level = "warning"
format = "json"

[limits]
nick_bytes_max = 20
send_queue_bytes_max = "2MiB"
receive_bytes_max = 20000
ping_after = "1m"
)",
                                     "b.toml");
    ASSERT_TRUE(config) << config.error();
    const session::ServerConfig& server = config->server;
    EXPECT_EQ(server.name, "chat.example.org");
    EXPECT_EQ(server.network, "Example");
    EXPECT_EQ(server.motd, (std::vector<std::string>{"Welcome.", "", "Be kind."}));
    EXPECT_EQ(server.admin.size(), 3U);
    ASSERT_EQ(config->listen.size(), 1U);
    EXPECT_EQ(config->listen[0].text(), "irc://0.0.0.0:7000");
    EXPECT_EQ(server.room_modes, "ns");
    EXPECT_TRUE(server.history_for_new_members);
    EXPECT_EQ(server.plain_room, "#welcome");
    EXPECT_EQ(server.limits.plain_quiet, 20ms);
    EXPECT_EQ(config->loops, 3U);
    EXPECT_EQ(config->exempt_addresses, std::vector<std::string>{"10.0.0.0/8"});
    EXPECT_EQ(config->log_level, LogLevel::warning);
    EXPECT_EQ(config->log_format, LogFormat::json);
    EXPECT_EQ(server.limits.nick_bytes_max, 20U);
    EXPECT_EQ(server.limits.send_queue_bytes_max, 2U * 1024 * 1024);
    EXPECT_EQ(server.limits.receive_bytes_max, 20'000U);
    EXPECT_EQ(server.limits.ping_after, 60s);
    EXPECT_EQ(server.limits.drop_after, Limits{}.drop_after);
}

TEST(Config, an_unknown_name_is_an_error_with_its_place_and_what_was_meant) {
    EXPECT_EQ(error_of("[server]\nnmae = \"x.y\"\n"),
              "b.toml:2:1: there is no key 'nmae' in [server]; is 'name' meant?");
    EXPECT_EQ(error_of("[sever]\n"), "b.toml:1:2: there is no section [sever]; is 'server' meant?");
    EXPECT_EQ(error_of("[limits]\n  zzz = 1\n"), "b.toml:2:3: there is no key 'zzz' in [limits]");
    EXPECT_EQ(error_of("name = 1\n"), "b.toml:1:1: there is no key 'name' outside a section");
}

TEST(Config, a_bad_value_is_an_error_with_its_place_and_its_reason) {
    EXPECT_EQ(error_of("[limits]\nnick_bytes_max = 5\n"),
              "b.toml:2:18: limits.nick_bytes_max: it must be between 9 and 64");
    EXPECT_EQ(error_of("[limits]\nping_after = 90\n"),
              "b.toml:2:14: limits.ping_after: this key takes a span of time in quotes, as in "
              "\"90s\"");
    for (const char* text : {
             "[server]\nname = \"no-dot\"\n",
             "[server]\nname = \"two words.org\"\n",
             "[server]\nnetwork = \"two words\"\n",
             "[server]\nname = 5\n",
             "[server]\npassword_hash = \"secret\"\n",
             "[server]\nadmin = \"text\"\n",
             "[server]\nadmin = [1, 2]\n",
             "[server]\ndescription = \"a\\u000ab\"\n",
             "[rooms]\nmodes = \"nk\"\n",
             "[rooms]\nhistory_for_new_members = \"yes\"\n",
             "[plain]\nroom = \"lobby\"\n",
             "[plain]\nroom = \"#a,b\"\n",
             "[transport]\nloops = 0\n",
             "[transport]\nexempt_addresses = [\"everybody\"]\n",
             "[log]\nlevel = \"loud\"\n",
             "[limits]\nsend_queue_bytes_max = \"1KiB\"\n",
             "[limits]\nnick_bytes_max = 1.5\n",
             "[[listen]]\nurl = \"http://x\"\n",
         }) {
        EXPECT_TRUE(error_of(text).starts_with("b.toml:2:")) << text << error_of(text);
    }
}

TEST(Config, a_section_in_the_wrong_form_or_without_its_keys_is_an_error) {
    EXPECT_EQ(error_of("[listen]\nurl = \"irc://h:1\"\n"),
              "b.toml:1:1: this section is written [[listen]]");
    EXPECT_EQ(error_of("[[server]]\nname = \"a.b\"\n"),
              "b.toml:1:1: this section is written [server]");
    EXPECT_EQ(error_of("[[listen]]\n"), "b.toml:1:1: a [[listen]] section needs its url");
    EXPECT_EQ(error_of("[[operator]]\nname = \"ann\"\n"),
              "b.toml:1:1: an [[operator]] section needs its name and its password_hash");
}

TEST(Config, text_that_is_no_toml_is_an_error_with_its_place) {
    EXPECT_TRUE(error_of("[server\n").starts_with("b.toml:1:")) << error_of("[server\n");
    EXPECT_TRUE(error_of("[server]\nname = \"x.y\"\nname = \"x.z\"\n").starts_with("b.toml:3:"));
}

TEST(Config, limits_that_contradict_each_other_are_an_error) {
    EXPECT_NE(error_of("[limits]\nping_after = \"2m\"\ndrop_after = \"1m\"\n").find("drop_after"),
              std::string::npos);
    EXPECT_NE(error_of("[server]\nmotd = \"a\"\nmotd_file = \"b\"\n").find("motd_file"),
              std::string::npos);
}

TEST(Config, addresses_of_the_web_are_whole) {
    const auto error_for = [](const std::string& key, const std::string& value) {
        return error_of("[server]\n" + key + " = \"" + value + "\"\n");
    };
    for (const char* key : {"icon", "filehost"}) {
        EXPECT_EQ(error_for(key, "https://example.org/i.png?size={size}"), "no error");
        EXPECT_EQ(error_for(key, ""), "no error");
        for (const char* wrong : {"example.org", "ftp://example.org", "https://a b", "file:///x"}) {
            EXPECT_NE(error_for(key, wrong), "no error") << wrong;
        }
        EXPECT_NE(error_for(key, "https://" + std::string(200, 'x')), "no error");
    }
}

TEST(Config, gateways_have_a_name_a_password_and_addresses) {
    const std::string whole =
        "[[gateway]]\nname = \"web\"\npassword_hash = "
        "\"$argon2id$v=19$m=19456,t=2,p=1$abc$def\"\naddresses = "
        "[\"192.0.2.7\", \"2001:db8::/64\"]\n";
    const auto config = parse_config(whole, "b.toml");
    ASSERT_TRUE(config) << config.error();
    ASSERT_EQ(config->server.gateways.size(), 1U);
    EXPECT_EQ(config->server.gateways[0].addresses.size(), 2U);
    EXPECT_EQ(unlimited_addresses(*config),
              (std::vector<std::string>{"127.0.0.0/8", "::1", "192.0.2.7", "2001:db8::/64"}));
    EXPECT_EQ(error_of("[[gateway]]\nname = \"web\"\n"),
              "b.toml:1:1: a [[gateway]] section needs its name, its password_hash and its "
              "addresses");
    EXPECT_EQ(error_of(whole + whole), "b.toml:5:1: there are two gateways 'web'");
    EXPECT_NE(error_of("[[gateway]]\naddresses = [\"web.example\"]\n")
                  .find("'web.example' is no address and no range of addresses"),
              std::string::npos);
}

TEST(Config, sockets_of_the_file_system_have_a_mode) {
    const auto config = parse_config(
        "[[listen]]\nmode = \"0666\"\nurl = \"unix:///run/brusio/irc\"\nproxy = true\n"
        "[transport]\ntrusted_proxies = [\"unix\"]\n",
        "b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->listen[0].file_mode, 0666U);
    EXPECT_TRUE(config->listen[0].is_file && config->listen[0].proxy);
    for (const char* mode : {"660", "0660", "0600", "622"}) {
        EXPECT_EQ(
            error_of(std::string{"[[listen]]\nurl = \"unix:///p\"\nmode = \""} + mode + "\"\n"),
            "no error")
            << mode;
    }
    for (const char* mode : {"", "0777", "0066", "rw", "06600", "0668", "-1"}) {
        EXPECT_NE(error_of(std::string{"[[listen]]\nmode = \""} + mode + "\"\n"), "no error")
            << mode;
    }
    EXPECT_NE(error_of("[transport]\nexempt_addresses = [\"unix\"]\n"), "no error");
}

TEST(Config, operators_are_of_classes) {
    const auto config = parse_config(R"(
[[operator_class]]
name = "helper"
privileges = ["ban", "kill"]
[[operator]]
name = "ann"
password_hash = "$argon2id$v=19$m=19456,t=2,p=1$abc$def"
mask = "ann!*@10.*"
class = "helper"
[[operator]]
name = "bob"
password_hash = "$argon2id$v=19$m=19456,t=2,p=1$ghi$jkl"
)",
                                     "b.toml");
    ASSERT_TRUE(config) << config.error();
    const session::ServerConfig& server = config->server;
    ASSERT_EQ(server.operators.size(), 2U);
    EXPECT_EQ(server.operators[0].mask, "ann!*@10.*");
    EXPECT_EQ(server.operators[1].name, "bob");
    EXPECT_EQ(server.operators[1].mask, "");
    EXPECT_EQ(server.operators[0].class_name, "helper");
    ASSERT_EQ(server.operator_classes.size(), 1U);
    EXPECT_EQ(server.operator_classes[0].privileges,
              (session::PrivilegeSet{session::Privilege::kill, session::Privilege::ban}));
    EXPECT_TRUE(server.oper_needs_tls);
}

TEST(Config, operators_have_names_of_their_own_and_classes_that_are_there) {
    const std::string ann = operator_ann;
    EXPECT_EQ(error_of(ann + ann), "b.toml:4:1: there are two operators 'ann'");
    EXPECT_EQ(error_of(ann + "class = \"helper\"\n"),
              "b.toml: operator 'ann' is of class 'helper', which no [[operator_class]] section "
              "describes");
    EXPECT_EQ(error_of("[[operator_class]]\n"),
              "b.toml:1:1: an [[operator_class]] section needs its name");
    EXPECT_NE(error_of("[[operator_class]]\nname = \"x\"\nprivileges = [\"fly\"]\n")
                  .find("there is no privilege 'fly'; there are kill, ban, override"),
              std::string::npos);
}

TEST(Config, an_operator_without_a_mask_is_complained_of) {
    const std::string ann = operator_ann;
    const auto bare = parse_config(ann, "b.toml");
    ASSERT_TRUE(bare) << bare.error();
    ASSERT_EQ(complaints_of(bare.value()).size(), 1U);
    EXPECT_TRUE(complaints_of(bare.value())[0].starts_with("operator 'ann' has no mask"));
    const auto whole = parse_config(ann + "mask = \"*!*@192.0.2.7\"\n", "b.toml");
    ASSERT_TRUE(whole) << whole.error();
    EXPECT_TRUE(complaints_of(whole.value()).empty());
}

TEST(Config, the_message_of_the_day_may_come_from_a_file_beside_it) {
    const TemporaryFolder folder;
    folder.put("motd.txt", "one\r\ntwo\n");
    const auto config = load_config(folder.put("b.toml", "[server]\nmotd_file = \"motd.txt\"\n"));
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->server.motd, (std::vector<std::string>{"one", "two"}));
    const auto missing = load_config(folder.put("c.toml", "[server]\nmotd_file = \"gone.txt\"\n"));
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().find("gone.txt: No such file"), std::string::npos);
}

TEST(Config, a_file_that_cannot_be_read_is_a_sentence) {
    const TemporaryFolder folder;
    EXPECT_EQ(load_config(folder.path() + "/none.toml").error(),
              "cannot read " + folder.path() + "/none.toml: No such file or directory");
    EXPECT_EQ(load_config(folder.path()).error(),
              "cannot read " + folder.path() + ": it is a folder");
}

TEST(Config, no_file_is_the_defaults) {
    const auto config = load_config("");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->listen, AppConfig{}.listen);
}

TEST(Config, the_keys_of_tls_are_read_and_their_paths_start_from_the_file) {
    const auto config = parse_config(
        "[[listen]]\nurl = \"ircs://[::1]:6697\"\n"
        "[tls]\ncertificate = \"a.pem\"\nkey = \"/etc/b.pem\"\nself_signed_folder = \"own\"\n"
        "client_certificates = \"ignore\"\nsts_port = 6697\nsts_duration = \"720h\"\n",
        "conf/b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_TRUE(needs_certificate(config.value()));
    EXPECT_EQ(config->tls.certificate, "conf/a.pem");
    EXPECT_EQ(config->tls.key, "/etc/b.pem");
    EXPECT_EQ(config->tls.self_signed_folder, "conf/own");
    EXPECT_EQ(config->tls.client_certificates, filter::TlsContext::ClientCertificates::ignored);
    EXPECT_EQ(config->server.sts_port, 6697);
    EXPECT_EQ(config->server.sts_duration, 720h);
    EXPECT_FALSE(needs_certificate(AppConfig{}));
    EXPECT_EQ(error_of("[tls]\nkey = \"a.pem\"\n"),
              "b.toml: tls.certificate and tls.key belong together: both are set, or neither");
    EXPECT_EQ(error_of("[tls]\nclient_certificates = \"yes\"\n"),
              "b.toml:2:23: tls.client_certificates: it must be one of \"ask\", \"ignore\"");
}

TEST(Config, the_origins_of_websockets_are_checked) {
    const auto config =
        parse_config("[websocket]\norigins = [\"https://chat.example.org\", \"*\"]\n", "b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->websocket_origins,
              (std::vector<std::string>{"https://chat.example.org", "*"}));
    EXPECT_EQ(error_of("[websocket]\norigins = [\"https://chat.example.org/\"]\n"),
              "b.toml:2:11: websocket.origins: 'https://chat.example.org/' is no origin: it looks "
              "like \"https://chat.example.org\", without a path");
    const auto wss = parse_config("[[listen]]\nurl = \"wss://[::1]:8097\"\n", "b.toml");
    EXPECT_TRUE(needs_certificate(wss.value()));
    const auto ws = parse_config("[[listen]]\nurl = \"ws://[::1]:8067\"\n", "b.toml");
    EXPECT_FALSE(needs_certificate(ws.value()));
}

TEST(Config, a_listener_behind_a_proxy_says_so_in_any_order) {
    const auto config = parse_config(
        "[transport]\ntrusted_proxies = [\"10.0.0.0/8\"]\n"
        "[[listen]]\nproxy = true\nproxy_tls = true\nurl = \"irc://127.0.0.1:6667\"\n"
        "[[listen]]\nurl = \"ws://127.0.0.1:8067\"\nproxy_tls = true\n",
        "b.toml");
    ASSERT_TRUE(config) << config.error();
    EXPECT_TRUE(config->listen[0].proxy && config->listen[0].proxy_tls);
    EXPECT_TRUE(!config->listen[1].proxy && config->listen[1].proxy_tls);
    EXPECT_EQ(error_of("[[listen]]\nurl = \"irc://[::1]:1\"\nproxy = true\n"),
              "b.toml: irc://[::1]:1: proxy and proxy_tls need transport.trusted_proxies");
    EXPECT_EQ(error_of("[transport]\ntrusted_proxies = [\"::1\"]\n"
                       "[[listen]]\nurl = \"irc://[::1]:1\"\nproxy_tls = true\n"),
              "b.toml: irc://[::1]:1: proxy_tls goes with proxy = true, or with ws and wss");
}

TEST(Config, a_cloak_fits_the_longest_host) {
    EXPECT_TRUE(parse_config({}, "b.toml")->server.cloaks.enabled);
    EXPECT_EQ(error_of("[limits]\nhost_bytes_max = 37\n"),
              "b.toml:2:18: limits.host_bytes_max must be at least 38, the length of a cloak");
    EXPECT_EQ(error_of("[limits]\nhost_bytes_max = 38\n"), "no error");
    EXPECT_EQ(error_of("[limits]\nhost_bytes_max = 37\n[cloaks]\nenabled = false\n"), "no error");
    EXPECT_NE(error_of("[cloaks]\nsuffix = \"a b\"\n"), "no error");
    EXPECT_NE(error_of("[cloaks]\nsuffix = \".org\"\n"), "no error");
}

TEST(Config, mails_need_one_way_and_a_sender) {
    const std::string required = "[accounts]\nemail = \"required\"\n";
    const std::string from = "[mail]\nfrom = \"chat@example.org\"\n";
    EXPECT_EQ(error_of(from + "relay = \"smtp://127.0.0.1:25\"\n" + required), "no error");
    EXPECT_EQ(error_of(from + "program = [\"/usr/sbin/sendmail\", \"-t\"]\n" + required),
              "no error");
    const auto says = [](const std::string& text, std::string_view sentence) {
        const std::string error = error_of(text);
        EXPECT_NE(error.find(sentence), std::string::npos) << text << error;
    };
    says(required, "accounts.email needs mail.relay or mail.program");
    says("[accounts]\nemail = \"perhaps\"\n", "it must be one of \"off\"");
    says(from + "relay = \"smtp://a\"\nprogram = [\"/x\"]\n", "only one can send the mails");
    says("[mail]\nrelay = \"smtp://a\"\n", "mail.from must be set");
    says("[mail]\nrelay = \"http://a\"\n", "is no relay");
    says("[mail]\nfrom = \"a@b\\r\\nBcc: c@d\"\n", "it must be an address");
    says(from + "program = [\"sendmail\"]\n", "begins with a path from /");
    says(from + "relay = \"smtp://a\"\nuser = \"x\"\n", "belong together");
    says("[accounts]\nauth_program = [\"auth\"]\n", "begins with a path from /");
}

TEST(Config, the_password_of_the_relay_is_the_first_line_of_its_file) {
    const TemporaryFolder folder;
    folder.put("pass", "s3cret word\nrest\n");
    folder.put("empty", "\n");
    const auto parse = [&](const std::string& file) {
        return parse_config(
            "[mail]\nfrom = \"a@b\"\nrelay = \"smtp://a\"\nuser = \"x\"\npassword_file = \"" +
                file + "\"\n",
            folder.path("b.toml"));
    };
    ASSERT_TRUE(parse("pass"));
    EXPECT_EQ(parse("pass")->mail.password, "s3cret word");
    EXPECT_NE(parse("nothing").error().find("cannot read"), std::string::npos);
    EXPECT_NE(parse("empty").error().find("is empty"), std::string::npos);
}

TEST(Config, the_certificates_of_the_relay_are_looked_at_when_the_file_is_read) {
    const TemporaryFolder folder;
    folder.put("ca.pem", "-----BEGIN CERTIFICATE-----\n");
    folder.put("key.pem", "-----BEGIN PRIVATE KEY-----\n");
    const auto parse = [&](const std::string& relay, const std::string& file) {
        return parse_config("[mail]\nfrom = \"a@b\"\n" + relay + "ca_file = \"" + file + "\"\n",
                            folder.path("b.toml"));
    };
    const std::string relay = "relay = \"smtps://a\"\n";
    ASSERT_TRUE(parse(relay, "ca.pem"));
    EXPECT_EQ(parse(relay, "ca.pem")->mail.ca_file, folder.path("ca.pem"));
    EXPECT_NE(parse(relay, "nothing").error().find("mail.ca_file: cannot read"), std::string::npos);
    EXPECT_NE(parse(relay, "key.pem").error().find("holds no certificate"), std::string::npos);
    EXPECT_NE(parse("", "ca.pem").error().find("mail.ca_file is for a mail.relay"),
              std::string::npos);
}

TEST(Config, programs_that_cannot_be_run_are_complained_of) {
    AppConfig config;
    config.auth_program = {"/bin/sh"};
    EXPECT_TRUE(complaints_of_programs(config).empty());
    config.auth_program = {"/nowhere/auth"};
    config.mail.program = {"/nowhere/send"};
    EXPECT_EQ(complaints_of_programs(config).size(), 2U);
}

}  // namespace
}  // namespace brusio::server
