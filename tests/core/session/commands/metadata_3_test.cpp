#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* third_caps = "draft/metadata-3 batch";

/// ann, the operator of #a, and bob are there and speak draft/metadata-3; carol, who is in no room,
/// too; old is in #a and speaks draft/metadata-2.
class Metadata3 : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        Limits& limits = config.limits;
        limits.metadata_keys_max = limits.metadata_subscriptions_max = 3;
        limits.metadata_value_bytes_max = 16;
        limits.metadata_sync_members_max = 4;
        return config;
    }
    Metadata3() {
        for (BenchClient* client : {&ann, &bob, &old}) client->send("JOIN #a");
        bench.forget_all();
    }
    void say_quietly(BenchClient& client, const std::string& line) {
        client.send(line);
        bench.forget_all();
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann", third_caps, over_tls());
    BenchClient& bob = bench.connect("bob", third_caps, over_tls("192.0.2.2"));
    BenchClient& carol = bench.connect("carol", third_caps, over_tls("192.0.2.3"));
    BenchClient& old = bench.connect("old", "draft/metadata-2 batch", over_tls("192.0.2.4"));
};

TEST_F(Metadata3, is_offered_beside_the_second_but_nobody_has_both) {
    BenchClient& dan = bench.open();
    EXPECT_THAT(dan.ask("CAP LS 302"),
                Contains(HasSubstr("draft/metadata-3=before-connect,max-subs=3,max-keys=3,"
                                   "max-key-bytes=40,max-value-bytes=16")));
    EXPECT_THAT(dan.ask("CAP REQ :draft/metadata-2 draft/metadata-3"),
                ElementsAre(HasSubstr(" NAK ")));
    EXPECT_THAT(dan.ask("CAP REQ draft/metadata-2"), ElementsAre(HasSubstr(" ACK ")));
    EXPECT_THAT(dan.ask("CAP REQ draft/metadata-3"), ElementsAre(HasSubstr(" NAK ")));
    EXPECT_THAT(dan.ask("CAP REQ :-draft/metadata-2 draft/metadata-3"),
                ElementsAre(HasSubstr(" ACK ")));
}

TEST_F(Metadata3, news_are_numerics_and_the_others_read_their_own_words) {
    say_quietly(bob, "METADATA * SUB url");
    say_quietly(old, "METADATA * SUB url");
    EXPECT_THAT(ann.ask("METADATA * SET url :here"),
                ElementsAre(":irc.example 761 ann ann url * :here"));
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example 761 bob ann url * :here"));
    EXPECT_THAT(old.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url * :here"));
    ann.send("METADATA * SET url");
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example 766 bob ann url :The key is not set"));
    EXPECT_THAT(old.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url *"));
    EXPECT_THAT(old.ask("METADATA * SET url :o"), ElementsAre(HasSubstr(" 761 old old url * :o")));
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example 761 bob old url * :o"));
    ann.send("METADATA #a SET url :room");
    EXPECT_THAT(bob.take(), ElementsAre(":irc.example 761 bob #a url * :room"));
}

TEST_F(Metadata3, setting_is_idempotent_and_an_empty_value_is_none) {
    EXPECT_THAT(ann.ask("METADATA * SET url"), ElementsAre(HasSubstr(" 766 ann ann url ")));
    say_quietly(ann, "METADATA * SET url :x");
    EXPECT_THAT(ann.ask("METADATA * SET url :"), ElementsAre(HasSubstr(" 766 ann ann url ")));
    EXPECT_THAT(ann.ask("METADATA * GET url"), Contains(HasSubstr(" 766 ann ann url ")));
}

TEST_F(Metadata3, refusals_have_its_codes) {
    EXPECT_THAT(ann.ask("METADATA * sneeze"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_PARAMS sneeze :")));
    EXPECT_THAT(ann.ask("METADATA * :: hi!"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_PARAMS * :")));
    EXPECT_THAT(ann.ask("METADATA * SET $x y"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_KEY $x :")));
    EXPECT_THAT(ann.ask("METADATA * SET url :seventeen letters"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_VALUE url :")));
    EXPECT_THAT(ann.ask("METADATA * GET $x"),
                Contains(HasSubstr("WARN METADATA INVALID_KEY $x :")));
    EXPECT_THAT(ann.ask("METADATA * UNSUB $x"),
                ElementsAre(HasSubstr("WARN METADATA INVALID_KEY $x :")));
    EXPECT_THAT(ann.ask("METADATA * SUB a b c d e"),
                ElementsAre(HasSubstr("FAIL METADATA LIMIT_REACHED d 3 :"),
                            HasSubstr(" 770 ann a b c"), HasSubstr(" 774 ann *ALL ")));
    for (const char* key : {"a", "b", "c"}) ann.send(std::string{"METADATA * SET "} + key + " 1");
    EXPECT_THAT(ann.ask("METADATA * SET d 1"),
                ElementsAre(HasSubstr("FAIL METADATA LIMIT_REACHED ann 3 :")));
    EXPECT_THAT(bob.ask("METADATA #a SET url :x"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NO_PERMISSION #a url :")));
}

TEST_F(Metadata3, who_subscribes_asks_for_everything_when_it_wants) {
    say_quietly(ann, "METADATA * SET url :a");
    say_quietly(ann, "METADATA #a SET url :room");
    say_quietly(ann, "METADATA * SET note :n");
    say_quietly(carol, "METADATA * SET url :c");
    say_quietly(bob, "METADATA * SET url :b");
    bob.send("MONITOR + ann,carol");
    bob.send("JOIN #b");
    say_quietly(ann, "JOIN #b");
    EXPECT_THAT(
        bob.ask("METADATA * SUB url"),
        ElementsAre(":irc.example 770 bob url",
                    ":irc.example 774 bob *ALL 0 :Ask with METADATA SYNC when you want them"));
    EXPECT_THAT(bob.ask("METADATA * SUB url"), ElementsAre(":irc.example 770 bob url"));
    EXPECT_THAT(bob.ask("METADATA *ALL SYNC"),
                ElementsAre(HasSubstr(" metadata *ALL"), EndsWith(" 761 bob bob url * :b"),
                            EndsWith(" 761 bob #a url * :room"), EndsWith(" 761 bob ann url * :a"),
                            EndsWith(" 761 bob carol url * :c"), HasSubstr(" BATCH -")));
    EXPECT_THAT(old.ask("METADATA *ALL SYNC"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET *ALL :")));
}

TEST_F(Metadata3, of_large_rooms_it_asks_one_by_one) {
    for (const char* nick : {"dan", "dora"}) say_quietly(bench.connect(nick), "JOIN #a");
    say_quietly(ann, "METADATA * SET url :a");
    say_quietly(bob, "METADATA * SUB url");
    EXPECT_THAT(bob.ask("METADATA *ALL SYNC"),
                ElementsAre(HasSubstr(" metadata *ALL"), HasSubstr(" BATCH -"),
                            HasSubstr(" 774 bob #a 0 :")));
    EXPECT_THAT(bob.ask("METADATA #a SYNC"), Contains(EndsWith(" 761 bob ann url * :a")));
}

// draft/metadata-3, "Automatic synchronization".
TEST_F(Metadata3, who_enters_gets_a_batch_also_if_there_is_nothing) {
    EXPECT_THAT(carol.ask("JOIN #b"), Contains(HasSubstr(" metadata #b")));
    say_quietly(ann, "METADATA * SET url :a");
    say_quietly(carol, "METADATA * SUB url");
    const std::vector<std::string> lines = carol.ask("JOIN #a");
    EXPECT_THAT(lines, AllOf(Contains(HasSubstr(" metadata #a")),
                             Contains(EndsWith(" 761 carol ann url * :a"))));
    say_quietly(carol, "PART #a");
    bench.connect("dan").send("JOIN #a");
    bench.connect("dora").send("JOIN #a");
    EXPECT_THAT(carol.ask("JOIN #a"), Contains(HasSubstr(" 774 carol #a 0 :")));
}

TEST_F(Metadata3, who_monitors_gets_a_batch_with_each_that_is_there) {
    say_quietly(carol, "METADATA * SUB url");
    say_quietly(ann, "METADATA * SET url :a");
    const auto of_ann = ElementsAre(HasSubstr(" 730 carol :ann!"), HasSubstr(" metadata ann"),
                                    EndsWith(" 761 carol ann url * :a"), HasSubstr(" BATCH -"));
    EXPECT_THAT(carol.ask("MONITOR + ann"), of_ann);
    EXPECT_THAT(carol.ask("MONITOR S"), of_ann);
    say_quietly(carol, "MONITOR + dan");
    bench.connect("dan");
    EXPECT_THAT(carol.take(), ElementsAre(HasSubstr(" 730 * :dan!"), HasSubstr(" metadata dan"),
                                          HasSubstr(" BATCH -")));
}

TEST_F(Metadata3, who_gives_it_up_is_subscribed_to_nothing) {
    say_quietly(bob, "METADATA * SUB url");
    say_quietly(carol, "METADATA * SUB url");
    say_quietly(bob, "CAP REQ -draft/metadata-3");
    say_quietly(bob, "CAP REQ draft/metadata-3");
    say_quietly(carol, "CAP REQ -batch");
    say_quietly(carol, "CAP REQ batch");
    for (BenchClient* client : {&bob, &carol}) {
        EXPECT_THAT(client->ask("METADATA * SUBS"), Not(Contains(HasSubstr(" 772 "))));
    }
}

/// METADATA before the welcome.
class EarlyMetadata : public Metadata3 {
 protected:
    BenchClient& open() {
        BenchClient& client = bench.open(over_tls("192.0.2.9"));
        client.send(std::string{"CAP REQ :sasl "} + third_caps);
        (void)client.take();
        return client;
    }
    static std::vector<std::string> finish(BenchClient& client, const std::string& nick) {
        client.send("NICK " + nick);
        client.send("USER user 0 * :Real");
        return client.ask("CAP END");
    }
    static void log_in(BenchClient& client) {
        client.send("AUTHENTICATE PLAIN");
        client.send("AUTHENTICATE AGRvcmEAc2VjcmV0LXdvcmQ=");  // dora, secret-word
        (void)client.take();
    }
    BenchClient& make_dora() {
        BenchClient& dora = bench.connect("dora", third_caps, over_tls("192.0.2.4"));
        dora.send("REGISTER * * secret-word");
        return dora;
    }
};

TEST_F(EarlyMetadata, is_taken_along_and_shown_at_the_welcome) {
    BenchClient& eve = open();
    EXPECT_THAT(eve.ask("METADATA * SUB url"), ElementsAre(":irc.example 770 * url"));
    EXPECT_THAT(eve.ask("METADATA * SET url :u"), ElementsAre(":irc.example 761 * * url * :u"));
    EXPECT_THAT(eve.ask("METADATA * SET gone :x"), ElementsAre(HasSubstr(" 761 ")));
    EXPECT_THAT(eve.ask("METADATA * SET gone"), ElementsAre(HasSubstr(" 766 * * gone ")));
    EXPECT_THAT(eve.ask("METADATA * LIST"),
                ElementsAre(HasSubstr(" metadata *"), EndsWith(" 761 * * url * :u"),
                            HasSubstr(" BATCH -")));
    EXPECT_THAT(eve.ask("METADATA * SYNC"), Contains(EndsWith(" 761 * * url * :u")));
    EXPECT_THAT(finish(eve, "eve"), AllOf(Contains(HasSubstr(" metadata eve")),
                                          Contains(EndsWith(" 761 eve eve url * :u"))));
    EXPECT_THAT(ann.ask("METADATA eve LIST"), Contains(EndsWith(" 761 ann eve url * :u")));
    EXPECT_THAT(eve.ask("METADATA * SUBS"), Contains(HasSubstr(" 772 eve url")));
    bench.engine().check_invariants();
}

TEST_F(EarlyMetadata, is_about_oneself_alone_and_bounded) {
    BenchClient& eve = open();
    for (const char* target : {"ann", "#a", "eve", "*ALL"}) {
        EXPECT_THAT(eve.ask(std::string{"METADATA "} + target + " SYNC"),
                    ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET ")))
            << target;
    }
    for (const char* key : {"a", "b", "c"}) eve.send(std::string{"METADATA * SET "} + key + " 1");
    EXPECT_THAT(eve.ask("METADATA * SET d 1"),
                ElementsAre(HasSubstr("FAIL METADATA LIMIT_REACHED * 3 :")));
    eve.send("METADATA * CLEAR");
    EXPECT_THAT(finish(eve, "eve"), Not(Contains(HasSubstr(" 761 "))));
    BenchClient& plain = bench.open();
    EXPECT_THAT(plain.ask("METADATA * LIST"), ElementsAre(HasSubstr(" 451 * ")));
}

TEST_F(EarlyMetadata, changes_what_the_account_has_and_the_others_hear) {
    BenchClient& dora = make_dora();
    say_quietly(dora, "METADATA * SET url :old");
    say_quietly(dora, "METADATA * SET note :mine");
    say_quietly(dora, "JOIN #d");
    say_quietly(ann, "JOIN #d");
    say_quietly(ann, "METADATA * SUB url note");
    BenchClient& phone = open();
    phone.send("METADATA * SET url :new");
    log_in(phone);
    EXPECT_THAT(phone.ask("METADATA * GET note url"),
                AllOf(Contains(EndsWith(" 761 * * note * :mine")),
                      Contains(EndsWith(" 761 * * url * :new"))));
    phone.send("METADATA * SET note");
    EXPECT_THAT(ann.take(), IsEmpty());
    EXPECT_THAT(finish(phone, "dora"), AllOf(Contains(EndsWith(" 761 dora dora url * :new")),
                                             Not(Contains(HasSubstr(" note ")))));
    EXPECT_THAT(ann.take(), ElementsAre(":irc.example 766 ann dora note :The key is not set",
                                        ":irc.example 761 ann dora url * :new"));
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(after.connect("zoe", third_caps).ask("METADATA dora LIST"),
                ElementsAre(HasSubstr(" metadata dora"), EndsWith(" 761 zoe dora url * :new"),
                            HasSubstr(" BATCH -")));
}

}  // namespace
}  // namespace brusio
