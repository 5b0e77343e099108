#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ports/mailer.h"

// The contract of Mailer.
namespace brusio::contract {

/// A mailer to be tried, and what the world does around it.
class MailerRig {
 public:
    virtual ~MailerRig() = default;
    virtual Mailer& mailer() = 0;
    /// From here on nothing is taken for delivery.
    virtual void refuse() = 0;
    /// Waits until `answers` has so many.
    virtual void collect(std::vector<MailAnswer>& answers, std::size_t count) = 0;
    /// Where mails went that were taken, and their texts, in any order.
    virtual std::vector<std::pair<std::string, std::string>> delivered() = 0;
};

using MakeMailerRig = std::function<std::unique_ptr<MailerRig>()>;

class MailerContract : public testing::TestWithParam<MakeMailerRig> {
 protected:
    static Mail mail(const std::string& name) {
        return {name, name + "@example.org", "Hello", "Hello " + name + ",\n.\nbye\n"};
    }
    std::unique_ptr<MailerRig> rig_ = GetParam()();
    std::vector<MailAnswer> answers_;
};

TEST_P(MailerContract, delivers_each_mail_once_and_says_so_once) {
    for (const char* name : {"ann", "bob", "cleo"}) rig_->mailer().submit(mail(name));
    rig_->collect(answers_, 3);
    EXPECT_THAT(answers_,
                testing::UnorderedElementsAre(MailAnswer{"ann", ""}, MailAnswer{"bob", ""},
                                              MailAnswer{"cleo", ""}));
    const auto delivered = rig_->delivered();
    ASSERT_EQ(delivered.size(), 3U);
    for (const auto& [to, text] : delivered) {
        const std::string name = to.substr(0, to.find('@'));
        EXPECT_EQ(to, name + "@example.org");
        EXPECT_THAT(text, testing::HasSubstr("Hello " + name + ",\n.\nbye\n"));
    }
    std::vector<MailAnswer> more;
    rig_->mailer().collect(more);
    EXPECT_TRUE(more.empty());
}

TEST_P(MailerContract, says_what_was_not_taken) {
    rig_->refuse();
    rig_->mailer().submit(mail("ann"));
    rig_->collect(answers_, 1);
    EXPECT_EQ(answers_[0].about, "ann");
    EXPECT_NE(answers_[0].fault, "");
    EXPECT_TRUE(rig_->delivered().empty());
}

}  // namespace brusio::contract
