#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

// The program as the shell sees it.
namespace brusio::sim {
namespace {

struct Outcome {
    int code = -1;
    std::string out;
};

Outcome run(const std::string& arguments) {
    Outcome outcome;
    const std::string command = std::string{BRUSIO_SIM_PROGRAM} + " " + arguments + " 2>&1";
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return outcome;
    std::array<char, 4096> buffer{};
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) outcome.out += buffer.data();
    outcome.code = WEXITSTATUS(pclose(pipe));
    return outcome;
}

std::string hash_in(const std::string& out) {
    const std::size_t at = out.find("hash ");
    return at == std::string::npos ? "none" : out.substr(at + 5, 16);
}

constexpr const char* small = "run --seed 5 --users 6 --rooms 1 --for 2m --weather mobile";

TEST(Program, a_run_passes_and_says_what_it_reached) {
    const Outcome outcome = run(small);
    EXPECT_EQ(outcome.code, 0) << outcome.out;
    EXPECT_NE(outcome.out.find("seed 5: pass  hash "), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("registered 6"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("events/s"), std::string::npos) << outcome.out;
}

TEST(Program, two_processes_make_the_same_run) {
    const std::string hash = hash_in(run(small).out);
    EXPECT_EQ(hash.size(), 16U);
    EXPECT_EQ(hash, hash_in(run(small).out));
}

TEST(Program, two_processes_crash_alike) {
    const std::string run_with_crashes =
        "run --seed 3 --users 6 --rooms 1 --for 5m --weather crashes";
    const Outcome outcome = run(run_with_crashes);
    EXPECT_EQ(outcome.code, 0) << outcome.out;
    EXPECT_NE(outcome.out.find("the server was killed"), std::string::npos) << outcome.out;
    EXPECT_EQ(hash_in(outcome.out), hash_in(run(run_with_crashes).out));
}

TEST(Program, checks_its_own_determinism) {
    EXPECT_EQ(run(std::string{small} + " --check-determinism --seeds 2").code, 0);
}

TEST(Program, a_run_that_reached_nothing_is_no_success) {
    const Outcome outcome = run("run --users 1 --rooms 1 --for 1s");
    EXPECT_EQ(outcome.code, 2) << outcome.out;
    EXPECT_NE(outcome.out.find("replay: brusio-sim run --seed 1 --users 1 "), std::string::npos);
}

TEST(Program, a_wrong_command_line_is_explained) {
    EXPECT_EQ(run("run --users 0").code, 3);
    EXPECT_EQ(run("").code, 3);
    const Outcome storm = run("run --weather tornado");
    EXPECT_EQ(storm.code, 3);
    EXPECT_NE(storm.out.find("there is no weather 'tornado'"), std::string::npos) << storm.out;
    const Outcome span = run("run --for soon");
    EXPECT_EQ(span.code, 3);
    EXPECT_NE(span.out.find("say 90s, 10m or 1h30m"), std::string::npos) << span.out;
}

TEST(Program, lists_its_weathers) {
    const Outcome outcome = run("run --weather list");
    EXPECT_EQ(outcome.code, 0);
    for (const char* name : {"calm", "lan", "wifi", "mobile", "satellite", "storm", "slow-disk",
                             "sick-disk", "crashes", "havoc"}) {
        EXPECT_NE(outcome.out.find(name), std::string::npos) << name;
    }
}

TEST(Program, writes_a_trace_and_says_so_if_it_cannot) {
    EXPECT_EQ(run(std::string{small} + " --trace /nowhere/at/all").code, 5);
    EXPECT_EQ(run(std::string{small} + " --trace /dev/null").code, 0);
}

}  // namespace
}  // namespace brusio::sim
