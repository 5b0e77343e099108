#include "server-app/command_line.h"

#include <gtest/gtest.h>

namespace brusio::server {
namespace {

Result<CommandLine, EarlyExit> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "brusiod");
    return parse_command_line(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, nothing_said_is_serving_with_the_defaults) {
    const auto command = parse({});
    ASSERT_TRUE(command);
    EXPECT_EQ(command->action, CommandLine::Action::serve);
    AppConfig config;
    apply_options(command.value(), config);
    EXPECT_EQ(config.listen, AppConfig{}.listen);
    EXPECT_EQ(command->keeping, CommandLine::Keeping::on_disk);
}

TEST(CommandLine, options_win_over_the_file) {
    const auto command =
        parse({"--listen", "irc://0.0.0.0:7000", "--listen", "plain://[::1]:7001", "--log-level",
               "debug", "--log-format", "json", "--ephemeral", "--config", "x.toml"});
    ASSERT_TRUE(command) << command.error().err;
    AppConfig config;
    config.log_level = LogLevel::error;
    apply_options(command.value(), config);
    ASSERT_EQ(config.listen.size(), 2U);
    EXPECT_EQ(config.listen[0].text(), "irc://0.0.0.0:7000");
    EXPECT_EQ(config.listen[1].text(), "plain://[::1]:7001");
    EXPECT_EQ(config.log_level, LogLevel::debug);
    EXPECT_EQ(config.log_format, LogFormat::json);
    EXPECT_EQ(command->keeping, CommandLine::Keeping::ephemeral);
    EXPECT_EQ(command->config_path, "x.toml");
}

TEST(CommandLine, each_command_is_known) {
    using Action = CommandLine::Action;
    EXPECT_EQ(parse({"print-defaults"})->action, Action::print_defaults);
    EXPECT_EQ(parse({"hash-password"})->action, Action::hash_password);
    const auto check = parse({"check-config", "my.toml"});
    EXPECT_EQ(check->action, Action::check_config);
    EXPECT_EQ(check->config_path, "my.toml");
    EXPECT_EQ(parse({"check-config", "--config", "my.toml"})->config_path, "my.toml");
}

TEST(CommandLine, data_are_kept_in_a_directory_or_not_at_all) {
    EXPECT_EQ(parse({"--data", "/srv/x"})->data_folder, "/srv/x");
    EXPECT_EQ(parse({"--data", "/srv/x"})->keeping, CommandLine::Keeping::on_disk);
    const auto both = parse({"--data", "/srv/x", "--ephemeral"});
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().code, 2);
    EXPECT_NE(both.error().err.find("excludes"), std::string::npos) << both.error().err;
}

TEST(CommandLine, a_backup_names_its_file) {
    using Action = CommandLine::Action;
    const auto backup = parse({"backup", "copy.db", "--data", "/srv/x"});
    ASSERT_TRUE(backup) << backup.error().err;
    EXPECT_EQ(backup->action, Action::backup);
    EXPECT_EQ(backup->backup_path, "copy.db");
    EXPECT_EQ(backup->data_folder, "/srv/x");
    EXPECT_FALSE(parse({"backup"}));
    EXPECT_EQ(parse({"verify"})->action, Action::verify);
    EXPECT_EQ(parse({"verify"})->backup_path, "");
    EXPECT_EQ(parse({"verify", "copy.db"})->backup_path, "copy.db");
    const auto restore = parse({"restore", "copy.db", "--data", "/srv/x"});
    ASSERT_TRUE(restore) << restore.error().err;
    EXPECT_EQ(restore->action, Action::restore);
    EXPECT_EQ(restore->backup_path, "copy.db");
    EXPECT_FALSE(parse({"restore"}));
}

TEST(CommandLine, accounts_are_seen_and_changed_without_a_password_among_the_words) {
    using Action = CommandLine::Action;
    using Verb = session::DeskRequest::Verb;
    const auto add = parse({"account", "add", "alice", "--email", "a@b", "--data", "/srv/x"});
    ASSERT_TRUE(add) << add.error().err;
    EXPECT_EQ(add->action, Action::account);
    EXPECT_EQ(add->account.verb, Verb::add);
    EXPECT_EQ(add->account.name, "alice");
    EXPECT_EQ(add->account.email, "a@b");
    EXPECT_EQ(add->data_folder, "/srv/x");
    EXPECT_EQ(parse({"account", "delete", "a", "--reason", "x y"})->account.reason, "x y");
    EXPECT_EQ(parse({"account", "suspend", "a", "--for", "1d"})->account.duration, "1d");
    EXPECT_EQ(parse({"account", "list"})->account.verb, Verb::list);
    EXPECT_EQ(parse({"audit", "--entries", "5"})->audit_entries, 5U);
    EXPECT_EQ(parse({"audit"})->action, Action::audit);
    for (const std::vector<const char*>& words : std::vector<std::vector<const char*>>{
             {"account"}, {"account", "add"}, {"account", "add", "a", "secret"}, {"audit", "0"}}) {
        EXPECT_FALSE(parse(words));
    }
}

TEST(CommandLine, help_and_version_end_well) {
    for (const char* option : {"--help", "--version"}) {
        const auto command = parse({option});
        ASSERT_FALSE(command);
        EXPECT_EQ(command.error().code, 0);
        EXPECT_NE(command.error().out.find("brusiod"), std::string::npos);
        EXPECT_TRUE(command.error().err.empty());
    }
}

TEST(CommandLine, what_is_wrong_is_one_line_and_ends_badly) {
    for (const std::vector<const char*>& words :
         std::vector<std::vector<const char*>>{{"--listen", "somewhere"},
                                               {"--nonsense"},
                                               {"--log-level", "loud"},
                                               {"check-config", "a", "b"},
                                               {"no-such-command"}}) {
        const auto command = parse(words);
        ASSERT_FALSE(command) << words[0];
        EXPECT_NE(command.error().code, 0);
        EXPECT_TRUE(command.error().out.empty());
        EXPECT_TRUE(command.error().err.starts_with("brusiod: "));
        EXPECT_EQ(command.error().err.find('\n'), command.error().err.size() - 1);
    }
}

}  // namespace
}  // namespace brusio::server
