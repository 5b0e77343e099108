#include "server-app/child_program.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::StartsWith;
using End = ChildResult::End;

/// Real programs: scripts of /bin/sh.
class ChildProgramTest : public testing::Test {
 protected:
    ChildProgram script(const std::string& text, const std::string& input = {}) {
        ChildProgram program;
        program.command = {"/bin/sh", write("script", text)};
        program.input = input;
        program.time_max = 20s;
        program.output_bytes_max = 100'000;
        return program;
    }
    std::string write(const std::string& name, const std::string& text) {
        const std::string path = folder_.path(name);
        std::ofstream{path} << text;
        return path;
    }
    ChildResult run(const ChildProgram& program) { return run_child(program, stop_.get_token()); }

    TemporaryFolder folder_;
    std::stop_source stop_;
};

TEST_F(ChildProgramTest, gets_its_input_and_is_heard) {
    const ChildResult result = run(script("tr a-z A-Z; exit 3", "hello\nthere\n"));
    EXPECT_EQ(result.end, End::exited);
    EXPECT_EQ(result.code, 3);
    EXPECT_EQ(result.output, "HELLO\nTHERE\n");
    EXPECT_FALSE(result.is_success());
    EXPECT_EQ(result.sentence(), "the program ended with code 3");
    EXPECT_TRUE(run(script("exit 0")).is_success());
}

TEST_F(ChildProgramTest, carries_more_than_a_pipe_holds_both_ways) {
    std::string much;
    for (int i = 0; i < 20'000; ++i) much += std::to_string(i) + "\n";
    ChildProgram program = script("cat", much);
    program.output_bytes_max = much.size();
    EXPECT_EQ(run(program).output, much);
}

TEST_F(ChildProgramTest, one_that_reads_nothing_ends_as_it_likes) {
    const ChildResult result = run(script("exit 0", std::string(1'000'000, 'x')));
    EXPECT_TRUE(result.is_success());
}

TEST_F(ChildProgramTest, has_an_environment_of_its_own) {
    ::setenv("BRUSIO_TEST_SECRET", "leaked", 1);
    const auto before = ::signal(SIGPIPE, SIG_IGN);
    ChildProgram program = script("pwd; env; cat /proc/self/status | grep -E 'Sig(Blk|Ign)'");
    program.environment = {"BRUSIO_RECIPIENT=a@b"};
    const std::string output = run(program).output;
    ::unsetenv("BRUSIO_TEST_SECRET");
    ::signal(SIGPIPE, before);
    EXPECT_THAT(output, StartsWith("/\n"));
    EXPECT_THAT(output, HasSubstr("BRUSIO_RECIPIENT=a@b\n"));
    EXPECT_THAT(output, HasSubstr("PATH=/usr/local/sbin"));
    EXPECT_EQ(output.find("leaked"), std::string::npos);
    EXPECT_EQ(output.find("HOME"), std::string::npos);
    EXPECT_THAT(output, HasSubstr("SigBlk:\t0000000000000000"));
    // The library keeps two of its own (32 and 33) as it likes.
    EXPECT_THAT(output, testing::ContainsRegex("SigIgn:\t0000000[01][08]0000000"));
}

TEST_F(ChildProgramTest, has_none_of_our_files_open) {
    const int ours = ::open("/dev/null", O_RDONLY);  // without close-on-exec
    ChildProgram program = script("");
    program.command = {"/bin/ls", "/proc/self/fd"};
    const std::string output = run(program).output;
    ::close(ours);
    EXPECT_EQ(output, "0\n1\n2\n3\n");  // the last is the folder that it reads
}

TEST_F(ChildProgramTest, no_shell_looks_at_its_arguments) {
    ChildProgram program = script("printf '%s' \"$1\"");
    program.command.push_back("$(id); `id` > x *");
    EXPECT_EQ(run(program).output, "$(id); `id` > x *");
}

TEST_F(ChildProgramTest, is_killed_with_all_it_has_started_when_its_time_is_over) {
    const std::string fifo = folder_.path("fifo");
    ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
    const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK);
    ChildProgram program =
        script("( echo begun; exec sleep 600 ) > " + fifo + " & trap '' TERM; wait");
    program.time_max = 2s;
    const ChildResult result = run(program);
    EXPECT_EQ(result.end, End::out_of_time);
    EXPECT_EQ(result.sentence(), "the program took too long and was killed");
    // What it had started holds the other end for as long as it lives.
    ::fcntl(reader, F_SETFL, 0);
    std::string heard;
    std::array<char, 64> piece{};
    for (ssize_t count = 1; (count = ::read(reader, piece.data(), piece.size())) > 0;) {
        heard.append(piece.data(), static_cast<std::size_t>(count));
    }
    ::close(reader);
    EXPECT_EQ(heard, "begun\n");
}

TEST_F(ChildProgramTest, that_closes_its_output_still_has_to_end_in_time) {
    ChildProgram program = script("exec >&-; sleep 600");
    program.time_max = 300ms;
    EXPECT_EQ(run(program).end, End::out_of_time);
    EXPECT_EQ(run(script("exec >&-; exit 7")).code, 7);
}

TEST_F(ChildProgramTest, is_killed_when_it_says_too_much) {
    ChildProgram program = script("while :; do echo xxxxxxxxxxxxxxxx; done");
    program.output_bytes_max = 1'000;
    const ChildResult result = run(program);
    EXPECT_EQ(result.end, End::too_long);
    EXPECT_EQ(result.output.size(), 1'000U);
    EXPECT_FALSE(result.is_success());
    ChildProgram short_one = script("printf 1234567890");
    short_one.output_bytes_max = 9;
    EXPECT_EQ(run(short_one).end, End::too_long);
    short_one.output_bytes_max = 10;
    EXPECT_TRUE(run(short_one).is_success());
}

TEST_F(ChildProgramTest, is_killed_when_nobody_wants_to_know_any_more) {
    ChildProgram program = script("sleep 600");
    ChildResult result;
    std::thread runner{[&] { result = run(program); }};
    stop_.request_stop();
    runner.join();
    EXPECT_EQ(result.end, End::stopped);
}

TEST_F(ChildProgramTest, that_cannot_be_started_says_why) {
    ChildProgram program = script("");
    program.command = {folder_.path("nothing")};
    const ChildResult missing = run(program);
    EXPECT_EQ(missing.end, End::not_started);
    EXPECT_THAT(missing.sentence(), HasSubstr("No such file"));
    program.command = {write("plain", "no program")};
    EXPECT_EQ(run(program).end, End::not_started);
}

TEST_F(ChildProgramTest, that_somebody_kills_is_no_success) {
    const ChildResult result = run(script("kill -9 $$"));
    EXPECT_EQ(result.end, End::killed);
    EXPECT_EQ(result.code, SIGKILL);
    EXPECT_EQ(result.sentence(), "the program was killed by signal 9");
}

TEST_F(ChildProgramTest, what_it_leaves_running_is_not_waited_for) {
    const auto begin = std::chrono::steady_clock::now();
    const ChildResult result = run(script("sleep 20 & echo done"));
    EXPECT_TRUE(result.is_success());
    EXPECT_EQ(result.output, "done\n");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 15s);
}

}  // namespace
}  // namespace brusio::server
