#include "core/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/support/engine_bench.h"

namespace brusio::engine {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

const Now start{MonoTime{std::chrono::seconds{1}}, WallTime{1'700'000'000'000}};

/// Feeds an engine by hand, to look at its batches.
class RawEngine {
 public:
    explicit RawEngine(session::ServerConfig config = EngineBench::default_config())
        : engine_(EngineConfig{std::move(config), 1}, start) {}

    LinkId connect(std::string_view nick, std::string_view caps = {}) {
        const LinkId link = LinkId::of(++links_, 1);
        engine_.handle_link_opened(link, LinkInfo{LinkKind::irc, "192.0.2.1", false, false}, start);
        if (!caps.empty()) say(link, "CAP REQ :" + std::string{caps});
        say(link, "NICK " + std::string{nick});
        say(link, "USER u 0 * :Real");
        if (!caps.empty()) say(link, "CAP END");
        say(link, "JOIN #a");
        return link;
    }

    void say(LinkId link, const std::string& line) {
        engine_.handle_bytes(link, line + "\r\n", start);
    }

    Batch take() {
        Batch batch;
        engine_.take_batch(batch);
        return batch;
    }

    Engine engine_;
    std::uint32_t links_ = 0;
};

TEST(Engine, a_message_is_one_write_and_one_frame_for_all_who_agree_in_capabilities) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    for (int i = 0; i < 20; ++i) raw.connect("user" + std::to_string(i));
    (void)raw.take();
    raw.say(ada, "PRIVMSG #a :hello");
    const Batch batch = raw.take();
    ASSERT_EQ(batch.writes.size(), 1U);
    ASSERT_EQ(batch.outputs.size(), 1U);
    const auto& deliver = std::get<Deliver>(batch.outputs.front());
    ASSERT_TRUE(deliver.audience);
    EXPECT_EQ(deliver.audience->size(), 21U);
    EXPECT_EQ(deliver.except, ada);
}

TEST(Engine, a_line_is_encoded_once_per_set_of_capabilities) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    for (int i = 0; i < 10; ++i) raw.connect("bare" + std::to_string(i));
    for (int i = 0; i < 10; ++i) {
        raw.connect("tags" + std::to_string(i), "message-tags server-time multi-prefix");
    }
    (void)raw.take();
    raw.say(ada, "PRIVMSG #a :hello");
    const Batch batch = raw.take();
    ASSERT_EQ(batch.outputs.size(), 2U);
    EXPECT_EQ(std::get<Deliver>(batch.outputs[0]).frame.bytes(),
              ":ada!~u@192.0.2.1 PRIVMSG #a :hello\r\n");
    // 21 came in before, in one millisecond.
    EXPECT_THAT(std::string{std::get<Deliver>(batch.outputs[1]).frame.bytes()},
                testing::MatchesRegex(
                    "@time=2023-11-14T22:13:20.021Z;msgid=[0-9a-v]+ :ada!~u@192.0.2.1 PRIVMSG #a "
                    ":hello\r\n"));
}

TEST(Engine, the_audience_of_a_room_is_built_once_and_shared_by_its_messages) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    raw.connect("bob");
    (void)raw.take();
    raw.say(ada, "PRIVMSG #a :1");
    raw.say(ada, "PRIVMSG #a :2");
    const Batch batch = raw.take();
    ASSERT_EQ(batch.outputs.size(), 2U);
    EXPECT_EQ(std::get<Deliver>(batch.outputs[0]).audience,
              std::get<Deliver>(batch.outputs[1]).audience);
}

TEST(Engine, messages_of_a_room_are_numbered_without_holes) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    (void)raw.take();
    for (int i = 0; i < 5; ++i) raw.say(ada, "PRIVMSG #a :x");
    const Batch batch = raw.take();
    ASSERT_EQ(batch.writes.size(), 5U);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < 5; ++i) {
        const auto& append = std::get<AppendMessage>(batch.writes[i]);
        EXPECT_EQ(append.message.seq, i + 2) << "the first is the join";
        ids.insert(append.message.id);
    }
    EXPECT_EQ(ids.size(), 5U);
}

TEST(Engine, the_same_inputs_give_the_same_batches) {
    const auto run = [] {
        RawEngine raw;
        const LinkId ada = raw.connect("ada", "message-tags server-time echo-message");
        raw.connect("bob");
        raw.say(ada, "PRIVMSG #a :hello");
        raw.say(ada, "WHO #a");
        raw.say(ada, "NICK ada2");
        std::string text;
        for (const Output& output : raw.take().outputs) {
            if (const auto* deliver = std::get_if<Deliver>(&output)) text += deliver->frame.bytes();
        }
        return text;
    };
    EXPECT_EQ(run(), run());
}

TEST(Engine, inputs_for_a_link_it_has_closed_are_ignored) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    raw.say(ada, "QUIT");
    (void)raw.take();
    raw.say(ada, "PING 1");
    raw.engine_.handle_link_closed(ada, CloseReason::peer_closed, start);
    EXPECT_FALSE(raw.engine_.has_batch());
    EXPECT_EQ(raw.engine_.counts().links, 0U);
    EXPECT_FALSE(raw.engine_.next_deadline());
}

TEST(Engine, quitting_says_goodbye_before_the_link_is_closed) {
    RawEngine raw;
    const LinkId ada = raw.connect("ada");
    (void)raw.take();
    raw.say(ada, "QUIT :off to bed");
    const Batch batch = raw.take();
    ASSERT_EQ(batch.outputs.size(), 2U);
    EXPECT_EQ(std::get<Deliver>(batch.outputs[0]).frame.bytes(), "ERROR :Quit: off to bed\r\n");
    EXPECT_EQ(std::get<Close>(batch.outputs[1]).link, ada);
}

TEST(Engine, a_stop_says_goodbye_to_everybody_and_refuses_newcomers) {
    EngineBench bench;
    BenchClient& ada = bench.connect("ada");
    BenchClient& bob = bench.connect("bob");
    ada.send("JOIN #a");
    bob.send("JOIN #a");
    bench.forget_all();
    bench.engine().handle_stop("Server stopping", bench.now());
    bench.settle();
    EXPECT_THAT(ada.take(), ElementsAre("ERROR :Server stopping"));
    EXPECT_THAT(bob.take(), ElementsAre("ERROR :Server stopping"));
    EXPECT_TRUE(bench.open().closed());
    bench.engine().check_invariants();
}

TEST(Engine, a_reload_takes_the_new_configuration_and_tells_operators) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    BenchClient& ada = bench.connect("ada");
    bench.make_operator(root);
    auto config = EngineBench::default_config();
    config.motd = {"a new day"};
    bench.engine().handle_reload(config, bench.now());
    bench.settle();
    EXPECT_THAT(root.take(), Contains(HasSubstr("read again")));
    EXPECT_THAT(ada.take(), IsEmpty());
    EXPECT_THAT(ada.ask("MOTD"), Contains(HasSubstr("a new day")));
}

TEST(Engine, a_reload_that_failed_changes_nothing_and_says_why) {
    EngineBench bench;
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    bench.engine().handle_reload(Err{std::string{"line 3: no such key"}}, bench.now());
    bench.settle();
    EXPECT_THAT(root.take(), ElementsAre(HasSubstr("line 3: no such key")));
}

TEST(Engine, an_address_that_begins_with_a_colon_stays_a_word) {
    EngineBench bench;
    BenchClient& ada = bench.connect("ada", {}, {LinkKind::irc, "::1", false});
    EXPECT_THAT(ada.ask("JOIN #a"), Contains(HasSubstr("@0::1 JOIN #a")));
}

TEST(ServerPassword, is_checked_before_the_welcome) {
    auto config = EngineBench::default_config();
    config.password_hash = "hash-of-secret";
    EngineBench bench(config);
    BenchClient& ada = bench.open();
    ada.send("PASS secret");
    ada.send("NICK ada");
    ada.send("USER u 0 * :Real");
    EXPECT_THAT(ada.take(), Contains(HasSubstr(" 001 ada ")));
    BenchClient& eve = bench.open();
    eve.send("PASS wrong");
    eve.send("NICK eve");
    eve.send("USER u 0 * :Real");
    EXPECT_THAT(eve.take(), Contains(HasSubstr(" 464 ")));
    EXPECT_TRUE(eve.closed());
    BenchClient& mallory = bench.open();
    mallory.send("NICK mallory");
    EXPECT_THAT(mallory.ask("USER u 0 * :Real"), Contains(HasSubstr(" 464 ")));
}

TEST(ServerPassword, lines_that_follow_wait_for_the_check) {
    auto config = EngineBench::default_config();
    config.password_hash = "hash-of-secret";
    EngineBench bench(config);
    BenchClient& ada = bench.open();
    ada.send_bytes("PASS secret\r\nNICK ada\r\nUSER u 0 * :Real\r\nJOIN #a\r\n");
    EXPECT_THAT(ada.take(), Contains(HasSubstr("JOIN #a")));
}

TEST(OperPassword, what_follows_waits_for_the_answer) {
    EngineBench bench;
    BenchClient& ada = bench.connect("ada");
    ada.send_bytes("OPER root secret\r\nPING 1\r\n");
    const std::vector<std::string> lines = ada.take();
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_THAT(lines[1], HasSubstr(" 381 ada "));
    EXPECT_THAT(lines[2], HasSubstr("PONG"));
}

}  // namespace
}  // namespace brusio::engine
