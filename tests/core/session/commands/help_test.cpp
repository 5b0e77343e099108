#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "core/session/command_table.h"
#include "core/session/help_texts.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Help, knows_every_command_of_the_table_and_nothing_else) {
    std::vector<std::string_view> commands;
    for (const session::CommandRow& row : session::command_table()) commands.push_back(row.name);
    std::vector<std::string_view> subjects;
    for (const session::HelpText& text : session::help_texts()) {
        subjects.push_back(text.subject);
        EXPECT_FALSE(text.text.empty()) << text.subject;
        EXPECT_TRUE(text.usage.starts_with(text.subject)) << text.subject;
    }
    EXPECT_EQ(subjects, commands);
}

TEST(Help, finds_a_subject_in_any_case_and_in_either_command) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    const auto lines =
        ElementsAre(":irc.example 704 alice PONG :PONG <token>", ":irc.example 705 alice PONG :",
                    ":irc.example 706 alice PONG :Answers a PING. Your client does "
                    "this by itself.");
    EXPECT_THAT(alice.ask("HELP pong"), lines);
    EXPECT_THAT(alice.ask("HELPOP PONG"), lines);
}

TEST(Help, tells_an_unknown_subject_back_unless_it_cannot_stand_there) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    EXPECT_THAT(alice.ask("HELP me"), ElementsAre(":irc.example 524 alice me :No help on this"));
    EXPECT_THAT(alice.ask("HELP :me now"),
                ElementsAre(":irc.example 524 alice * :No help on this"));
    EXPECT_THAT(alice.ask("HELP ::x"), ElementsAre(":irc.example 524 alice * :No help on this"));
}

}  // namespace
}  // namespace brusio
