#include "server-app/mailer_pool.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "server-app/clocks.h"
#include "tests/contract/mailer_contract.h"
#include "tests/support/temporary_folder.h"

namespace brusio::server {
namespace {

using namespace std::chrono_literals;
using test::TemporaryFolder;

/// A mailer with a program that writes each mail to a file of its own.
class ProgramMailerRig final : public contract::MailerRig {
 public:
    ProgramMailerRig() {
        write("take", "cat > " + folder_.path("$BRUSIO_RECIPIENT"));
        mailer_ = std::make_unique<PoolMailer>(settings("take"), [this] { bell_.ring(); });
    }
    PoolMailer::Settings settings(const std::string& script) const {
        MailConfig mail;
        mail.program = {"/bin/sh", folder_.path(script)};
        mail.from = "chat@example.org";
        return {mail, "irc.example.org", 10, 20s};
    }
    void write(const std::string& name, const std::string& text) {
        std::ofstream{folder_.path(name)} << text;
    }

    Mailer& mailer() override { return *mailer_; }
    void refuse() override {
        write("refuse", "cat > /dev/null; exit 75");
        mailer_->set(settings("refuse"));
    }
    void collect(std::vector<MailAnswer>& answers, std::size_t count) override {
        for (mailer_->collect(answers); answers.size() < count; mailer_->collect(answers)) {
            bell_.await();
        }
    }
    std::vector<std::pair<std::string, std::string>> delivered() override {
        std::vector<std::pair<std::string, std::string>> all;
        for (const auto& entry : std::filesystem::directory_iterator{folder_.path("")}) {
            const std::string name = entry.path().filename();
            std::ifstream file{entry.path()};
            if (name.find('@') == std::string::npos) continue;
            all.emplace_back(name, std::string{std::istreambuf_iterator<char>{file}, {}});
        }
        return all;
    }
    void set(PoolMailer::Settings settings) { mailer_->set(std::move(settings)); }

 private:
    TemporaryFolder folder_;
    Bell bell_;
    std::unique_ptr<PoolMailer> mailer_;
};

TEST(PoolMailer, gives_the_whole_mail_to_the_program) {
    ProgramMailerRig rig;
    rig.mailer().submit({"ann", "ann@example.org", "Hello", "Bye\n"});
    std::vector<MailAnswer> answers;
    rig.collect(answers, 1);
    const std::string text = rig.delivered().at(0).second;
    EXPECT_THAT(text, testing::StartsWith("From: <chat@example.org>\nTo: <ann@example.org>\n"
                                          "Subject: Hello\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Message-ID: <[0-9a-f]{32}@irc.example.org>\n"));
    EXPECT_EQ(text.find('\r'), std::string::npos);
}

TEST(PoolMailer, what_takes_too_long_or_is_too_much_is_a_fault) {
    ProgramMailerRig rig;
    rig.write("hang", "sleep 600");
    PoolMailer::Settings settings = rig.settings("hang");
    settings.time_max = 300ms;
    settings.waiting_max = 1;
    rig.set(settings);
    std::vector<MailAnswer> answers;
    for (int i = 0; i < 9; ++i) rig.mailer().submit({"ann", "ann@example.org", "Hello", "Bye\n"});
    rig.collect(answers, 9);
    std::set<std::string> faults;
    for (const MailAnswer& answer : answers) faults.insert(answer.fault);
    EXPECT_EQ(faults, (std::set<std::string>{"the program took too long and was killed",
                                             "too many mails wait to be sent"}));
}

TEST(PoolMailer, without_a_way_nothing_is_sent) {
    ProgramMailerRig rig;
    rig.set({});
    rig.mailer().submit({"ann", "ann@example.org", "Hello", "Bye\n"});
    std::vector<MailAnswer> answers;
    rig.collect(answers, 1);
    EXPECT_EQ(answers, (std::vector<MailAnswer>{{"ann", "no way to send mails is configured"}}));
}

TEST(PoolMailer, a_relay_that_is_not_there_is_a_fault) {
    ProgramMailerRig rig;
    PoolMailer::Settings settings = rig.settings("take");
    settings.mail.program.clear();
    settings.mail.relay = "smtp://127.0.0.1:1";
    rig.set(settings);
    rig.mailer().submit({"ann", "ann@example.org", "Hello", "Bye\n"});
    std::vector<MailAnswer> answers;
    rig.collect(answers, 1);
    EXPECT_THAT(answers[0].fault, testing::StartsWith("the relay did not take the mail: "));
}

}  // namespace
}  // namespace brusio::server

namespace brusio::contract {
INSTANTIATE_TEST_SUITE_P(Program, MailerContract, testing::Values([] {
                             return std::make_unique<server::ProgramMailerRig>();
                         }));
}  // namespace brusio::contract
