#include "core/pump/pump.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <trompeloeil.hpp>

#include "tests/support/fake_hashing.h"
#include "tests/support/port_mocks.h"

namespace brusio::pump {
namespace {

using testing_support::HasherMock;
using testing_support::HostMock;
using testing_support::MailerMock;
using testing_support::StoreMock;
using testing_support::TransportMock;
using trompeloeil::_;

/// Two users in one room, over ports that tell in which order they were called.
class PumpTest : public testing::Test {
 protected:
    PumpTest() {
        arrivals_.push_back(
            NAMED_ALLOW_CALL(transport_, release(_)).LR_SIDE_EFFECT(note_release(_1)));
        arrivals_.push_back(NAMED_ALLOW_CALL(store_, collect(_)).LR_SIDE_EFFECT(give_commits(_1)));
        arrivals_.push_back(
            NAMED_ALLOW_CALL(hasher_, collect(_)).LR_SIDE_EFFECT(std::swap(_1, hash_answers_)));
        arrivals_.push_back(NAMED_ALLOW_CALL(hasher_, submit(_))
                                .LR_SIDE_EFFECT(hash_answers_.push_back({_1.id, Credentials{}})));
        arrivals_.push_back(NAMED_ALLOW_CALL(host_, happened(_)).LR_SIDE_EFFECT(told_ = _1));
        arrivals_.push_back(NAMED_ALLOW_CALL(mailer_, submit(_)).LR_SIDE_EFFECT(log_ += "mail "));
        arrivals_.push_back(
            NAMED_ALLOW_CALL(mailer_, collect(_)).LR_SIDE_EFFECT(std::swap(_1, mail_answers_)));
        arrivals_.push_back(NAMED_ALLOW_CALL(store_, health()).LR_RETURN(health_));
        arrivals_.push_back(NAMED_ALLOW_CALL(store_, submit(_, _)).LR_SIDE_EFFECT({
            log_ += "submit ";
            submitted_.push_back(_1);
        }));
        for (const LinkId link : {ada_, bob_}) {
            pump_.link_opened(link, LinkInfo{LinkKind::irc, "127.0.0.1", false, true}, now_);
        }
        say(ada_, "NICK ada\r\nUSER a 0 * :A\r\nJOIN #a\r\n");
        say(bob_, "NICK bob\r\nUSER b 0 * :B\r\nJOIN #a\r\n");
        for (const BatchId batch : submitted_) ended_.push_back({batch, CommitResult::durable});
        submitted_.clear();
        pump_.turn(now_);
        log_.clear();
    }

    static engine::EngineConfig with_mail() {
        engine::EngineConfig config;
        config.server.accounts.email = session::EmailUse::optional;
        config.keyed_hash = testing_support::fake_keyed_hash;
        config.draw_secret = testing_support::FakeSecrets{};
        return config;
    }
    void say(LinkId link, std::string_view bytes) {
        pump_.link_bytes(link, bytes, now_);
        pump_.turn(now_);
    }

    void note_release(std::span<const Output> outputs) {
        for (const Output& output : outputs) {
            const auto* deliver = std::get_if<Deliver>(&output);
            if (deliver == nullptr) continue;
            const std::string_view bytes = deliver->frame.bytes();
            if (bytes.find("cannot be stored") != std::string_view::npos) {
                log_ += "refusal ";
            } else {
                log_ += bytes.find("PRIVMSG") != std::string_view::npos ? "message " : "other ";
            }
        }
    }

    void give_commits(std::vector<Commit>& ended) {
        ended.insert(ended.end(), ended_.begin(), ended_.end());
        ended_.clear();
    }

    const LinkId ada_ = LinkId::of(1, 1);
    const LinkId bob_ = LinkId::of(2, 1);
    const Now now_{MonoTime{std::chrono::seconds{1}}, WallTime{1'000}};
    std::string log_;
    std::vector<BatchId> submitted_;
    std::vector<Commit> ended_;
    StoreHealth health_ = StoreHealth::accepting;
    TransportMock transport_;
    StoreMock store_;
    HasherMock hasher_;
    HostMock host_;
    MailerMock mailer_;
    HostEvent told_;
    std::vector<HashAnswer> hash_answers_;
    std::vector<MailAnswer> mail_answers_;
    std::deque<std::unique_ptr<trompeloeil::expectation>> arrivals_;
    engine::Engine engine_{with_mail(), now_};
    Pump pump_{engine_, Ports{transport_, store_, hasher_, host_, mailer_}};
};

TEST_F(PumpTest, a_message_leaves_only_after_the_store_says_it_is_durable) {
    say(ada_, "PRIVMSG #a :hello\r\n");
    EXPECT_EQ(log_, "submit ");
    ended_.push_back({submitted_.back(), CommitResult::durable});
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit message ");
}

TEST_F(PumpTest, a_batch_without_writes_leaves_at_once_when_nothing_waits) {
    say(ada_, "PING x\r\n");
    EXPECT_EQ(log_, "other ");
}

TEST_F(PumpTest, a_batch_without_writes_never_overtakes_one_that_waits) {
    say(ada_, "PRIVMSG #a :hello\r\n");
    say(bob_, "PING x\r\n");
    EXPECT_EQ(log_, "submit ");
    EXPECT_EQ(pump_.batches_waiting(), 2U);
    ended_.push_back({submitted_.back(), CommitResult::durable});
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit message other ");
}

TEST_F(PumpTest, a_mail_leaves_only_after_what_it_tells_of_is_durable) {
    say(ada_, "REGISTER * ada@example.org secret-word\r\n");
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit ");
    ended_.push_back({submitted_.back(), CommitResult::durable});
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit other mail ");
}

TEST_F(PumpTest, the_host_hears_what_became_of_a_mail) {
    mail_answers_.push_back({"ada", "no relay"});
    pump_.turn(now_);
    pump_.turn(now_);
    EXPECT_EQ(told_.kind, HostEventKind::mail_failed);
    EXPECT_EQ(told_.account, "ada");
    EXPECT_EQ(told_.reason, "no relay");
}

TEST_F(PumpTest, batches_pipeline_and_leave_in_order) {
    say(ada_, "PRIVMSG #a :1\r\n");
    say(ada_, "PING x\r\n");
    say(ada_, "PRIVMSG #a :2\r\n");
    EXPECT_EQ(log_, "submit submit ");
    ended_.push_back({submitted_[0], CommitResult::durable});
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit submit message other ");
    ended_.push_back({submitted_[1], CommitResult::durable});
    pump_.turn(now_);
    EXPECT_EQ(log_, "submit submit message other message ");
}

TEST_F(PumpTest, a_failed_commit_stops_the_host_and_nothing_of_it_or_after_it_leaves) {
    REQUIRE_CALL(host_, store_failed());
    say(ada_, "PRIVMSG #a :1\r\n");
    say(ada_, "PRIVMSG #a :2\r\n");
    ended_.push_back({submitted_[0], CommitResult::failed});
    pump_.turn(now_);
    say(ada_, "PING x\r\n");
    EXPECT_EQ(log_, "submit submit ");
    EXPECT_TRUE(pump_.failed());
    EXPECT_FALSE(pump_.next_deadline());
}

TEST_F(PumpTest, while_the_store_takes_no_more_nothing_is_submitted_and_nobody_reads_it) {
    for (const StoreHealth health : {StoreHealth::full, StoreHealth::failed}) {
        health_ = health;
        pump_.turn(now_);
        say(ada_, "PRIVMSG #a :lost\r\n");
        EXPECT_EQ(log_, "refusal ");
        log_.clear();
    }
    health_ = StoreHealth::accepting;
    pump_.turn(now_);
    say(ada_, "PRIVMSG #a :kept\r\n");
    EXPECT_EQ(log_, "submit ");
}

TEST_F(PumpTest, who_was_answered_much_is_answered_on_when_the_transport_says_that_it_has_read) {
    session::ServerConfig config;
    config.limits.answer_piece_bytes_max = 100;
    engine_.handle_reload(config, now_);
    // The welcome was longer than a piece, and nobody has said yet that it was read.
    say(ada_, "TIME\r\n");
    EXPECT_EQ(log_, "");
    pump_.turn(now_);
    EXPECT_EQ(log_, "");
    pump_.link_drained(ada_, now_);
    pump_.turn(now_);
    EXPECT_EQ(log_, "other ");
}

TEST_F(PumpTest, what_is_due_is_handled_in_the_turn_it_is_due) {
    // Deadlines that have moved on since they were noted may pass without anything to do.
    for (int turns = 0; log_.empty() && turns < 5; ++turns) {
        const std::optional<MonoTime> due = pump_.next_deadline();
        ASSERT_TRUE(due);
        pump_.turn(Now{*due, WallTime{2'000}});
        ASSERT_TRUE(pump_.next_deadline());
        EXPECT_GT(*pump_.next_deadline(), *due);
    }
    EXPECT_EQ(log_, "other other ");  // a PING for each
}

}  // namespace
}  // namespace brusio::pump
