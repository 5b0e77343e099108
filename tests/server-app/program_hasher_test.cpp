#include "server-app/program_hasher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>

#include "server-app/clocks.h"
#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;

/// Answers everything at once with what nobody else answers.
class OtherHasher final : public Hasher {
 public:
    void submit(HashJob job) override { answers_.push_back({job.id, PasswordVerdict{true}}); }
    void collect(std::vector<HashAnswer>& answers) override {
        answers.insert(answers.end(), answers_.begin(), answers_.end());
        answers_.clear();
    }

 private:
    std::vector<HashAnswer> answers_;
};

class ProgramHasherTest : public testing::Test {
 protected:
    ProgramHasher::Settings settings(const std::string& text, Duration time_max = 20s) {
        std::ofstream{folder_.path("script")} << text;
        return {{"/bin/sh", folder_.path("script")}, 2, time_max};
    }
    HashResult ask(const std::string& script, const AskProgram& question, Duration time_max = 20s) {
        hasher_.set(settings(script, time_max));
        hasher_.submit({HashJobId{1}, question});
        std::vector<HashAnswer> answers;
        for (hasher_.collect(answers); answers.empty(); hasher_.collect(answers)) bell_.await();
        EXPECT_EQ(answers.size(), 1U);
        EXPECT_EQ(answers.front().id, HashJobId{1});
        return answers.front().result;
    }
    static std::string text_of(const HashResult& result) {
        const auto* verdict = std::get_if<ProgramVerdict>(&result);
        if (verdict == nullptr) return "busy";
        return (verdict->matches ? "ok " : "no ") + verdict->account;
    }

    TemporaryFolder folder_;
    Bell bell_;
    OtherHasher other_;
    std::mutex mutex_;
    std::vector<std::string> faults_;
    ProgramHasher hasher_{other_,
                          {},
                          [this] { bell_.ring(); },
                          [this](const std::string& fault) {
                              const std::lock_guard lock{mutex_};
                              faults_.push_back(fault);
                          }};
};

TEST(ProgramAnswer, is_one_line_of_three) {
    const auto text_of = [](std::string_view output) -> std::string {
        const HashResult result = program_answer(output);
        const auto* verdict = std::get_if<ProgramVerdict>(&result);
        if (verdict == nullptr) return "busy";
        return (verdict->matches ? "ok " : "no ") + verdict->account;
    };
    EXPECT_EQ(text_of("ok\n"), "ok ");
    EXPECT_EQ(text_of("ok"), "ok ");
    EXPECT_EQ(text_of("ok\r\n"), "ok ");
    EXPECT_EQ(text_of("ok ann\n"), "ok ann");
    EXPECT_EQ(text_of("no\n"), "no ");
    for (const char* output : {"", "\n", "yes\n", "OK\n", "ok \n", "ok a b\n", "ok\nok\n",
                               "no no\n", "ok ann\nno\n", " ok\n", "okay\n", "ok\tann\n"}) {
        EXPECT_EQ(text_of(output), "busy") << output;
    }
}

TEST_F(ProgramHasherTest, asks_with_three_lines_and_takes_the_answer) {
    const std::string script =
        "read -r name; read -r password; read -r address\n"
        "[ \"$name:$password:$address\" = 'ann:a \\b\" $c:192.0.2.1' ] && echo ok Ann || echo no\n"
        "cat >> /dev/null";
    EXPECT_EQ(text_of(ask(script, {"ann", "a \\b\" $c", "192.0.2.1"})), "ok Ann");
    EXPECT_EQ(text_of(ask(script, {"ann", "other", "192.0.2.1"})), "no ");
    EXPECT_TRUE(faults_.empty());
}

TEST_F(ProgramHasherTest, no_answer_is_no_verdict_and_the_log_hears_why) {
    EXPECT_EQ(text_of(ask("echo ok; exit 1", {"ann", "x", "y"})), "busy");
    EXPECT_EQ(text_of(ask("echo maybe", {"ann", "x", "y"})), "busy");
    EXPECT_EQ(text_of(ask("sleep 600", {"ann", "x", "y"}, 200ms)), "busy");
    EXPECT_EQ(text_of(ask("yes ok", {"ann", "x", "y"})), "busy");
    const std::lock_guard lock{mutex_};
    EXPECT_EQ(faults_, (std::vector<std::string>{"the program ended with code 1",
                                                 "the program gave no answer",
                                                 "the program took too long and was killed",
                                                 "the program said too much and was killed"}));
}

TEST_F(ProgramHasherTest, all_else_is_for_the_other_one) {
    hasher_.submit({HashJobId{7}, CheckPassword{}});
    hasher_.submit({HashJobId{8}, AskProgram{"ann", "x", "y"}});  // there is no program
    std::vector<HashAnswer> answers;
    hasher_.collect(answers);
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].id, HashJobId{7});
    EXPECT_TRUE(std::holds_alternative<HasherBusy>(answers[1].result));
}

TEST_F(ProgramHasherTest, so_many_run_at_a_time) {
    hasher_.set(settings("mkdir " + folder_.path("$$") + "; ls -d " + folder_.path("[0-9]*") +
                         " | wc -l > " + folder_.path("count.$$") + "; rmdir " +
                         folder_.path("$$") + "; echo no"));
    for (std::uint64_t id = 1; id <= 12; ++id) {
        hasher_.submit({HashJobId{id}, AskProgram{"ann", "x", "y"}});
    }
    std::map<std::uint64_t, HashResult> results;
    std::vector<HashAnswer> answers;
    for (hasher_.collect(answers); answers.size() < 12; hasher_.collect(answers)) bell_.await();
    for (const auto& entry : std::filesystem::directory_iterator{folder_.path("")}) {
        if (entry.path().filename().string().rfind("count.", 0) != 0) continue;
        int at_once = 0;
        std::ifstream{entry.path()} >> at_once;
        EXPECT_LE(at_once, 2);
        EXPECT_GE(at_once, 1);
    }
}

}  // namespace
}  // namespace brusio::server
