#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/ports/mailer.h"

namespace brusio {

/// A mailer that keeps what it is given, for tests and simulated worlds. Answers at once; of no use
/// for what nobody takes out.
class MemoryMailer final : public Mailer {
 public:
    /// From here on everything fails with this sentence; empty: nothing does.
    void fail_with(std::string fault) { fault_ = std::move(fault); }

    void submit(Mail mail) override {
        answers_.push_back({mail.about, fault_});
        if (fault_.empty()) sent_.push_back(std::move(mail));
    }
    void collect(std::vector<MailAnswer>& answers) override {
        answers.insert(answers.end(), answers_.begin(), answers_.end());
        answers_.clear();
    }
    [[nodiscard]] bool has_answers() const { return !answers_.empty(); }
    /// What was sent since the last call, in order.
    [[nodiscard]] std::vector<Mail> take_sent() { return std::exchange(sent_, {}); }

 private:
    std::string fault_;
    std::vector<Mail> sent_;
    std::vector<MailAnswer> answers_;
};

}  // namespace brusio
