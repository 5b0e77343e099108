#include "transport/memory/memory_mailer.h"

#include "tests/contract/mailer_contract.h"

namespace brusio {
namespace {

class MemoryMailerRig final : public contract::MailerRig {
 public:
    Mailer& mailer() override { return mailer_; }
    void refuse() override { mailer_.fail_with("nobody takes it"); }
    void collect(std::vector<MailAnswer>& answers, std::size_t count) override {
        mailer_.collect(answers);
        ASSERT_EQ(answers.size(), count);
    }
    std::vector<std::pair<std::string, std::string>> delivered() override {
        std::vector<std::pair<std::string, std::string>> all;
        for (const Mail& mail : mailer_.take_sent()) all.emplace_back(mail.to, mail.text);
        return all;
    }

 private:
    MemoryMailer mailer_;
};

}  // namespace

namespace contract {
INSTANTIATE_TEST_SUITE_P(Memory, MailerContract,
                         testing::Values([] { return std::make_unique<MemoryMailerRig>(); }));
}  // namespace contract
}  // namespace brusio
