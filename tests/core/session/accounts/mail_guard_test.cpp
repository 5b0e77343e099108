#include "core/session/accounts/mail_guard.h"

#include <gtest/gtest.h>

namespace brusio::session {
namespace {

using namespace std::chrono_literals;

class MailGuardTest : public testing::Test {
 protected:
    MailGuardTest() {
        limits.mails_per_address_max = 4;
        limits.mails_per_account_max = 2;
        limits.mails_per_mailbox_max = 1;
        limits.wrong_tokens_per_address_max = 2;
        limits.mails_window = 1h;
    }
    bool may_ask(const std::string& address, const std::string& account) {
        return guard.may_ask(address, Folded{account}, limits, now);
    }

    Limits limits;
    MonoTime now{1h};
    MailGuard guard;
};

TEST_F(MailGuardTest, a_name_has_its_share_whoever_asks) {
    EXPECT_TRUE(may_ask("192.0.2.1", "ann"));
    EXPECT_TRUE(may_ask("192.0.2.2", "ann"));
    EXPECT_FALSE(may_ask("192.0.2.3", "ann"));
    EXPECT_TRUE(may_ask("192.0.2.3", "bob"));
    now = now + 1h;
    EXPECT_TRUE(may_ask("192.0.2.3", "ann"));
    guard.check_invariants();
}

TEST_F(MailGuardTest, an_address_has_its_share_whatever_it_asks_for) {
    for (const char* name : {"a", "b", "c", "d"}) EXPECT_TRUE(may_ask("192.0.2.1", name));
    EXPECT_FALSE(may_ask("192.0.2.1", "e"));
    EXPECT_TRUE(may_ask("192.0.2.2", "e"));
}

TEST_F(MailGuardTest, what_was_refused_does_not_count) {
    EXPECT_TRUE(may_ask("192.0.2.1", "ann"));
    EXPECT_TRUE(may_ask("192.0.2.1", "ann"));
    for (int i = 0; i < 9; ++i) EXPECT_FALSE(may_ask("192.0.2.1", "ann"));
    EXPECT_TRUE(may_ask("192.0.2.1", "bob"));
}

TEST_F(MailGuardTest, what_strangers_send_to_a_mailbox_says_nothing_of_its_accounts) {
    using Chosen = MailGuard::Chosen;
    EXPECT_TRUE(guard.may_get("ann@example.org", Chosen::by_owner, limits, now));
    EXPECT_FALSE(guard.may_get("ann@example.org", Chosen::by_owner, limits, now));
    EXPECT_TRUE(guard.may_get("ann@example.org", Chosen::by_stranger, limits, now));
    EXPECT_FALSE(guard.may_get("ann@example.org", Chosen::by_stranger, limits, now));
}

TEST_F(MailGuardTest, an_address_guesses_so_often_and_no_more) {
    EXPECT_TRUE(guard.may_try("192.0.2.1", limits, now));
    for (int i = 0; i < 2; ++i) guard.note_wrong_token("192.0.2.1", now);
    EXPECT_FALSE(guard.may_try("192.0.2.1", limits, now));
    EXPECT_TRUE(guard.may_try("192.0.2.2", limits, now));
    EXPECT_TRUE(guard.may_try("192.0.2.1", limits, now + 1h));
}

}  // namespace
}  // namespace brusio::session
