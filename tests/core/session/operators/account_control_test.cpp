#include "core/session/operators/account_control.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing_support::BenchClient;
using testing_support::EngineBench;

class AccountControl : public testing::Test {
 protected:
    AccountControl() {
        ann_.send("REGISTER * * secret-word");
        bench_.make_operator(root_);
        bench_.forget_all();
    }
    std::vector<AuditRecord> take_audit() {
        std::vector<AuditRecord> entries;
        for (const Write& write : bench_.take_writes()) {
            if (const auto* one = std::get_if<AppendAudit>(&write)) entries.push_back(one->entry);
        }
        return entries;
    }

    EngineBench bench_;
    BenchClient& root_ = bench_.connect("root", "standard-replies", testing_support::over_tls());
    BenchClient& ann_ = bench_.connect("ann", {}, testing_support::over_tls());
};

TEST_F(AccountControl, suspending_ends_the_sessions_with_the_reason_and_is_in_the_audit) {
    (void)bench_.take_writes();
    EXPECT_THAT(root_.ask("ACCOUNT SUSPEND Ann :too loud"),
                Contains(HasSubstr("NOTE ACCOUNT SUSPENDED ann ")));
    EXPECT_TRUE(ann_.closed());
    EXPECT_THAT(ann_.take(), Contains(HasSubstr("Your account is suspended: too loud")));
    const std::vector<AuditRecord> audit = take_audit();
    ASSERT_THAT(audit, SizeIs(1));
    EXPECT_EQ(audit.front(),
              (AuditRecord{bench_.now().wall, "root", "account_suspend", "ann", "too loud"}));
}

TEST_F(AccountControl, a_suspended_account_is_closed_until_it_is_resumed_also_by_the_next_start) {
    root_.send("ACCOUNT SUSPEND ann");
    EngineBench next{EngineBench::After{bench_}};
    BenchClient& root = next.connect("root", "standard-replies", testing_support::over_tls());
    next.make_operator(root);
    const auto pass = [&next] {
        BenchClient& client = next.open(testing_support::over_tls());
        client.send_bytes("PASS ann:secret-word\r\nNICK other\r\nUSER a 0 * :a\r\n");
        return client.take();
    };
    EXPECT_THAT(pass(), testing::Not(Contains(HasSubstr(" 900 "))));
    EXPECT_THAT(root.ask("ACCOUNT INFO ann"),
                Contains(HasSubstr("INFO ann state :suspended for good")));
    EXPECT_THAT(root.ask("ACCOUNT RESUME ann"), Contains(HasSubstr("NOTE ACCOUNT RESUMED ann ")));
    EXPECT_THAT(pass(), Contains(HasSubstr(" 900 ")));
}

TEST_F(AccountControl, a_suspension_for_a_while_ends_by_itself_and_is_in_the_audit) {
    (void)bench_.take_writes();
    EXPECT_THAT(root_.ask("ACCOUNT SUSPEND ann 1h :too loud"),
                ElementsAre(HasSubstr("NOTE ACCOUNT SUSPENDED ann :Nobody logs in to it, until "
                                      "2024-01-01T01:00:00.000Z")));
    EXPECT_THAT(ann_.take(), Contains(HasSubstr("Your account is suspended until "
                                                "2024-01-01T01:00:00.000Z: too loud")));
    EXPECT_THAT(root_.ask("ACCOUNT INFO ann"),
                Contains(HasSubstr("INFO ann state :suspended until 2024-01-01T01:00:00.000Z")));
    bench_.advance(std::chrono::minutes{59});
    EXPECT_THAT(root_.ask("ACCOUNT INFO ann"), Contains(HasSubstr("state :suspended until")));
    EXPECT_THAT(bench_.take_audit(),
                ElementsAre("root account_suspend ann: until 2024-01-01T01:00:00.000Z: too loud"));
    bench_.advance(std::chrono::minutes{2});
    EXPECT_THAT(root_.ask("ACCOUNT INFO ann"), Contains(HasSubstr("state :in use")));
    EXPECT_THAT(bench_.take_audit(), ElementsAre("irc.example account_resume ann: "));
}

TEST_F(AccountControl, a_suspension_ends_also_while_the_server_is_away_or_cannot_store) {
    root_.send("ACCOUNT SUSPEND ann 30");
    bench_.advance(std::chrono::minutes{20});
    EngineBench next{EngineBench::After{bench_}};
    next.engine().handle_store_health(StoreHealth::full, next.now());
    next.advance(std::chrono::minutes{20});
    EXPECT_THAT(next.take_audit(), testing::IsEmpty());
    next.engine().handle_store_health(StoreHealth::accepting, next.now());
    next.advance(std::chrono::minutes{2});
    EXPECT_THAT(next.take_audit(), ElementsAre("irc.example account_resume ann: "));
    (void)next.log_in("ann", {});
}

TEST_F(AccountControl, an_operator_makes_accounts_also_where_nobody_may_register) {
    session::ServerConfig config = EngineBench::default_config();
    config.accounts.registration = false;
    bench_.engine().handle_reload(config, bench_.now());
    bench_.settle();
    bench_.forget_all();
    (void)bench_.take_writes();
    EXPECT_THAT(root_.ask("ACCOUNT ADD bob secret-word"),
                ElementsAre(":irc.example NOTE ACCOUNT ADDED bob :The account is there now"));
    EXPECT_THAT(bench_.take_audit(), ElementsAre("root account_add bob: "));
    EXPECT_THAT(root_.ask("ACCOUNT SESSIONS"), ElementsAre(HasSubstr("ACCOUNT_REQUIRED")));
    EXPECT_FALSE(bench_.log_in("bob", {}).closed());
}

TEST_F(AccountControl, making_one_says_what_is_wrong) {
    const auto fails = [](const std::string& code) {
        return ElementsAre(HasSubstr("FAIL ACCOUNT " + code + " "));
    };
    EXPECT_THAT(root_.ask("ACCOUNT ADD ann secret-word"), fails("BAD_ACCOUNT_NAME"));
    EXPECT_THAT(root_.ask("ACCOUNT ADD 1x secret-word"), fails("BAD_ACCOUNT_NAME"));
    EXPECT_THAT(root_.ask("ACCOUNT ADD NickServ secret-word"), fails("BAD_ACCOUNT_NAME"));
    EXPECT_THAT(root_.ask("ACCOUNT ADD bob short"), fails("WEAK_PASSWORD"));
    EXPECT_THAT(root_.ask("ACCOUNT ADD bob"), ElementsAre(HasSubstr(" 461 root ACCOUNT ")));
    EXPECT_THAT(ann_.ask("ACCOUNT ADD bob secret-word"), ElementsAre(HasSubstr(" 481 ann ")));
    BenchClient& exposed = bench_.connect("exposed", "standard-replies");
    bench_.make_operator(exposed);
    EXPECT_THAT(exposed.ask("ACCOUNT ADD bob secret-word"), fails("SECURE_CONNECTION_REQUIRED"));
    bench_.engine().handle_store_health(StoreHealth::full, bench_.now());
    EXPECT_THAT(root_.ask("ACCOUNT ADD bob secret-word"), fails("TEMPORARILY_UNAVAILABLE"));
}

TEST_F(AccountControl, what_happens_while_the_password_is_hashed_is_minded) {
    bench_.set_hashers(testing_support::Hashers::slow);
    root_.send("ACCOUNT ADD bob secret-word");
    session::ServerConfig config = EngineBench::default_config();
    config.operators.clear();
    bench_.engine().handle_reload(config, bench_.now());
    bench_.settle();
    bench_.forget_all();
    (void)bench_.take_writes();
    bench_.answer_hashes(1);
    EXPECT_THAT(root_.take(), ElementsAre(HasSubstr(" 481 root ")));
    EXPECT_THAT(bench_.take_writes(), testing::IsEmpty());
}

TEST_F(AccountControl, says_what_is_wrong) {
    EXPECT_THAT(root_.ask("ACCOUNT SUSPEND nobody"),
                ElementsAre(HasSubstr("FAIL ACCOUNT NO_SUCH_ACCOUNT nobody ")));
    EXPECT_THAT(root_.ask("ACCOUNT RESUME ann"),
                ElementsAre(HasSubstr("FAIL ACCOUNT NOT_SUSPENDED ann ")));
    root_.send("ACCOUNT SUSPEND ann");
    EXPECT_THAT(root_.ask("ACCOUNT SUSPEND ann"),
                ElementsAre(HasSubstr("FAIL ACCOUNT ALREADY_SUSPENDED ann ")));
    EXPECT_THAT(root_.ask("ACCOUNT SUSPEND"), ElementsAre(HasSubstr(" 461 root ACCOUNT ")));
}

TEST_F(AccountControl, nobody_suspends_the_account_that_it_uses) {
    bench_.make_operator(ann_);
    EXPECT_THAT(ann_.ask("ACCOUNT SUSPEND ann"), Contains(HasSubstr("This is your own account")));
    EXPECT_FALSE(ann_.closed());
}

TEST_F(AccountControl, is_for_operators_alone_and_tells_others_nothing) {
    BenchClient& bob = bench_.connect("bob");
    for (const char* line : {"ACCOUNT SUSPEND ann", "ACCOUNT INFO ann", "ACCOUNT RESUME nobody"}) {
        EXPECT_THAT(bob.ask(line), ElementsAre(HasSubstr(" 481 bob "))) << line;
    }
    EXPECT_FALSE(ann_.closed());
}

}  // namespace
}  // namespace brusio
