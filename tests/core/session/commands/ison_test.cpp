#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::ElementsAre;
using testing_support::BenchClient;
using testing_support::EngineBench;

TEST(Ison, reads_nicks_as_parameters_and_as_words) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    bench.connect("Bob");
    EXPECT_THAT(alice.ask("ISON nobody bob :carol  ALICE"),
                ElementsAre(":irc.example 303 alice :Bob alice"));
}

TEST(Ison, answers_on_several_lines_rather_than_cutting_a_nick) {
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    std::string question = "ISON";
    for (int i = 0; i < 250; ++i) question += " b";
    bench.connect("b");
    const auto lines = alice.ask(question);
    std::size_t found = 0;
    for (const std::string& line : lines) {
        EXPECT_LE(line.size() + 2, 512U);
        for (std::size_t at = line.find("b", line.find(" :")); at != std::string::npos;
             at = line.find("b", at + 1)) {
            ++found;
        }
    }
    EXPECT_GT(lines.size(), 1U);
    EXPECT_EQ(found, 250U);
}

}  // namespace
}  // namespace brusio
