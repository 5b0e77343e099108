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
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* metadata_caps = "draft/metadata-2 batch";

/// ann is the operator of #a, where bob is, too; both read METADATA. carol is in no room.
class MetadataTest : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.limits.metadata_keys_max = 3;
        config.limits.metadata_value_bytes_max = 16;
        config.limits.metadata_subscriptions_max = 3;
        config.limits.metadata_sync_members_max = 3;
        return config;
    }
    MetadataTest() {
        for (BenchClient* client : {&ann, &bob}) client->send("JOIN #a");
        bench.forget_all();
    }
    void say_quietly(BenchClient& client, const std::string& line) {
        client.send(line);
        bench.forget_all();
    }
    /// The lines of an answer that is one batch.
    static std::vector<std::string> batch(BenchClient& client, const std::string& line,
                                          const std::string& opened) {
        std::vector<std::string> lines = client.ask(line);
        EXPECT_GE(lines.size(), 2U);
        if (lines.size() < 2) return lines;
        const std::string open = ":irc.example BATCH +";
        EXPECT_THAT(lines.front(), AllOf(StartsWith(open), EndsWith(" " + opened)));
        const std::string reference =
            lines.front().substr(open.size(), lines.front().find(' ', open.size()) - open.size());
        EXPECT_EQ(lines.back(), ":irc.example BATCH -" + reference);
        lines.pop_back();
        lines.erase(lines.begin());
        for (std::string& one : lines) {
            EXPECT_THAT(one, StartsWith("@batch=" + reference + " "));
            one.erase(0, reference.size() + 8);
        }
        return lines;
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann", metadata_caps, over_tls());
    BenchClient& bob = bench.connect("bob", metadata_caps, over_tls("192.0.2.2"));
    BenchClient& carol = bench.connect("carol", metadata_caps, over_tls("192.0.2.3"));
};

TEST_F(MetadataTest, says_its_limits_in_the_capability) {
    BenchClient& dan = bench.open();
    EXPECT_THAT(dan.ask("CAP LS 302"),
                Contains(HasSubstr("draft/metadata-2=before-connect,max-subs=3,max-keys=3,"
                                   "max-key-bytes=40,max-value-bytes=16")));
}

TEST_F(MetadataTest, what_one_sets_others_can_get) {
    EXPECT_THAT(ann.ask("METADATA * SET url :http://a.example"),
                ElementsAre(":irc.example 761 ann ann url * :http://a.example"));
    EXPECT_THAT(batch(carol, "METADATA ann GET url pronouns $x", "metadata ann"),
                ElementsAre(":irc.example 761 carol ann url * :http://a.example",
                            ":irc.example 766 carol ann pronouns :The key is not set",
                            HasSubstr("FAIL METADATA KEY_INVALID $x :")));
    say_quietly(ann, "METADATA ann SET pronouns :");
    EXPECT_THAT(batch(carol, "METADATA ANN list", "metadata ann"),
                ElementsAre(":irc.example 761 carol ann pronouns * :",
                            ":irc.example 761 carol ann url * :http://a.example"));
    EXPECT_THAT(batch(bob, "METADATA * LIST", "metadata bob"), IsEmpty());
    EXPECT_THAT(carol.ask("WHOIS ann"),
                Contains(":irc.example 760 carol ann url * :http://a.example"));
    BenchClient& old = bench.connect("old");
    EXPECT_THAT(old.ask("WHOIS ann"), Not(Contains(HasSubstr(" 760 "))));
    EXPECT_THAT(old.ask("METADATA ann GET url"),
                ElementsAre(":irc.example 761 old ann url * :http://a.example"));
}

TEST_F(MetadataTest, a_key_without_value_goes) {
    say_quietly(ann, "METADATA * SET url :x");
    EXPECT_THAT(ann.ask("METADATA * SET url"),
                ElementsAre(":irc.example 766 ann ann url :The key is not set"));
    EXPECT_THAT(ann.ask("METADATA * SET url"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NOT_SET ann url :")));
    say_quietly(ann, "METADATA * SET url :x");
    say_quietly(ann, "METADATA * SET avatar :y");
    EXPECT_THAT(batch(ann, "METADATA * CLEAR", "metadata ann"),
                ElementsAre(":irc.example 766 ann ann avatar :The key is not set",
                            ":irc.example 766 ann ann url :The key is not set"));
    EXPECT_THAT(batch(ann, "METADATA * LIST", "metadata ann"), IsEmpty());
    EXPECT_THAT(batch(ann, "METADATA * CLEAR", "metadata ann"), IsEmpty());
}

TEST_F(MetadataTest, bad_requests_are_refused_with_what_is_wrong) {
    EXPECT_THAT(ann.ask("METADATA * destr0y"),
                ElementsAre(HasSubstr("FAIL METADATA SUBCOMMAND_INVALID destr0y :")));
    EXPECT_THAT(ann.ask("METADATA nobody LIST"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET nobody :")));
    EXPECT_THAT(ann.ask("METADATA #none GET url"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET #none :")));
    for (const char* subcommand : {"GET", "SET", "SUB", "UNSUB"}) {
        EXPECT_THAT(ann.ask(std::string{"METADATA * "} + subcommand),
                    ElementsAre(HasSubstr(" 461 ann METADATA ")))
            << subcommand;
    }
    const std::vector<std::string> keys{"Url", "ur\xc3\xa9", "$x", ":", std::string(41, 'k')};
    for (const std::string& key : keys) {
        EXPECT_THAT(ann.ask("METADATA * SET " + key + " x"),
                    ElementsAre(HasSubstr("FAIL METADATA KEY_INVALID ")))
            << key;
    }
    EXPECT_THAT(ann.ask("METADATA * SET url :seventeen letters"),
                ElementsAre(HasSubstr("FAIL METADATA VALUE_INVALID :")));
    EXPECT_THAT(bob.ask("METADATA ann SET url :x"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NO_PERMISSION ann url :")));
    EXPECT_THAT(bob.ask("METADATA ann CLEAR"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NO_PERMISSION ann * :")));
    EXPECT_THAT(bob.ask("METADATA #a SET url :x"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NO_PERMISSION #a url :")));
    EXPECT_THAT(bob.ask("METADATA ann SUB url"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET ann :")));
    for (const char* key : {"a", "b", "c"}) ann.send(std::string{"METADATA * SET "} + key + " 1");
    EXPECT_THAT(ann.ask("METADATA * SET d 1"),
                ElementsAre(HasSubstr("FAIL METADATA LIMIT_REACHED ann :")));
    EXPECT_THAT(ann.ask("METADATA * SET a 2"), ElementsAre(HasSubstr(" 761 ann ann a * :2")));
}

TEST_F(MetadataTest, who_subscribed_hears_of_those_it_shares_a_room_with) {
    EXPECT_THAT(bob.ask("METADATA * SUB url avatar"),
                ElementsAre(":irc.example 770 bob url avatar"));
    say_quietly(carol, "METADATA * SUB url");
    say_quietly(ann, "METADATA * SET note :x");
    ann.send("METADATA * SET url :here");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url * :here"));
    ann.send("METADATA * SET url :here");
    EXPECT_THAT(bob.take(), IsEmpty());
    ann.send("METADATA * SET url");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url *"));
    say_quietly(ann, "METADATA * SET avatar :a");
    say_quietly(ann, "METADATA * SET url :b");
    ann.send("METADATA * CLEAR");
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann avatar *",
                                        ":ann!~user@192.0.2.1 METADATA ann url *"));
    EXPECT_THAT(carol.take(), IsEmpty());
    EXPECT_THAT(bob.ask("METADATA * UNSUB url pronouns"),
                ElementsAre(":irc.example 771 bob url pronouns"));
    ann.send("METADATA * SET url :there");
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(MetadataTest, who_monitors_hears_of_those_who_are_elsewhere) {
    say_quietly(carol, "METADATA * SUB url");
    say_quietly(ann, "METADATA * SET url :old");
    EXPECT_THAT(carol.ask("MONITOR + ann,dan"),
                ElementsAre(HasSubstr(" 730 carol :ann!"), HasSubstr(" 731 carol :dan"),
                            ":irc.example METADATA ann url * :old"));
    ann.send("METADATA * SET url :new");
    EXPECT_THAT(carol.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url * :new"));
}

TEST_F(MetadataTest, of_rooms_their_members_hear) {
    say_quietly(bob, "METADATA * SUB url");
    say_quietly(carol, "METADATA * SUB url");
    EXPECT_THAT(ann.ask("METADATA #A SET url :room"),
                ElementsAre(":irc.example 761 ann #a url * :room"));
    EXPECT_THAT(bob.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA #a url * :room"));
    EXPECT_THAT(carol.take(), IsEmpty());
    EXPECT_THAT(batch(carol, "METADATA #a LIST", "metadata #a"),
                ElementsAre(":irc.example 761 carol #a url * :room"));
}

TEST_F(MetadataTest, who_could_not_walk_in_reads_nothing_of_a_room) {
    say_quietly(ann, "METADATA #a SET url :room");
    for (const std::string mode : {"i", "k word", "s", "b carol!*@*"}) {
        say_quietly(ann, "MODE #a +" + mode);
        for (const char* wanted : {"GET url", "LIST", "SYNC"}) {
            EXPECT_THAT(carol.ask(std::string{"METADATA #a "} + wanted),
                        ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET #a :")))
                << mode << " " << wanted;
        }
        EXPECT_THAT(batch(bob, "METADATA #a LIST", "metadata #a"), testing::SizeIs(1)) << mode;
        say_quietly(ann, "MODE #a -" + mode);
    }
    EXPECT_THAT(batch(carol, "METADATA #a LIST", "metadata #a"), testing::SizeIs(1));
}

TEST_F(MetadataTest, subscriptions_are_counted_and_listed) {
    EXPECT_THAT(bob.ask("METADATA * SUB url $bad avatar url"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_INVALID $bad :"),
                            ":irc.example 770 bob url avatar url"));
    EXPECT_THAT(
        bob.ask("METADATA * SUB note more url"),
        ElementsAre(HasSubstr("FAIL METADATA TOO_MANY_SUBS more :"), ":irc.example 770 bob note"));
    EXPECT_THAT(batch(bob, "METADATA * SUBS", "metadata-subs"),
                ElementsAre(":irc.example 772 bob avatar note url"));
    EXPECT_THAT(batch(carol, "METADATA * SUBS", "metadata-subs"), IsEmpty());
}

TEST_F(MetadataTest, who_enters_is_shown_what_it_subscribed_to_and_shown_to_the_others) {
    say_quietly(ann, "METADATA * SET url :u");
    say_quietly(ann, "METADATA * SET note :n");
    say_quietly(ann, "METADATA #a SET url :room");
    say_quietly(carol, "METADATA * SET url :c");
    say_quietly(carol, "METADATA * SUB url");
    say_quietly(bob, "METADATA * SUB url");
    const std::vector<std::string> lines = carol.ask("JOIN #a");
    ASSERT_GE(lines.size(), 5U);
    EXPECT_THAT(
        std::vector<std::string>(lines.end() - 6, lines.end()),
        ElementsAre(HasSubstr(" 366 "), HasSubstr(" metadata #a"),
                    EndsWith(":irc.example METADATA #a url * :room"),
                    EndsWith(":irc.example METADATA ann url * :u"),
                    EndsWith(":irc.example METADATA carol url * :c"), HasSubstr(" BATCH -")));
    EXPECT_THAT(bob.take(),
                ElementsAre(HasSubstr(" JOIN #a"), ":irc.example METADATA carol url * :c"));
}

TEST_F(MetadataTest, of_a_large_room_the_client_asks_when_it_wants) {
    say_quietly(bench.connect("dan"), "JOIN #a");
    say_quietly(ann, "METADATA * SET url :u");
    say_quietly(carol, "METADATA * SUB url");
    EXPECT_THAT(carol.ask("JOIN #a"), Contains(":irc.example 774 carol #a"));
    EXPECT_THAT(batch(carol, "METADATA #a SYNC", "metadata #a"),
                ElementsAre(":irc.example METADATA ann url * :u"));
    EXPECT_THAT(batch(carol, "METADATA ann SYNC", "metadata ann"),
                ElementsAre(":irc.example METADATA ann url * :u"));
    EXPECT_THAT(batch(bob, "METADATA #a SYNC", "metadata #a"), IsEmpty());
}

TEST_F(MetadataTest, who_subscribes_is_told_what_is_set_by_now) {
    say_quietly(ann, "METADATA * SET url :u");
    say_quietly(carol, "METADATA * SET url :c");
    say_quietly(bob, "MONITOR + carol,ann");
    EXPECT_THAT(bob.ask("METADATA * SUB url avatar"),
                ElementsAre(":irc.example 770 bob url avatar", HasSubstr(" metadata #a"),
                            EndsWith(" METADATA ann url * :u"), HasSubstr(" BATCH -"),
                            ":irc.example METADATA carol url * :c"));
    EXPECT_THAT(bob.ask("METADATA * SUB url"), ElementsAre(":irc.example 770 bob url"));
}

/// What is kept, and by whom.
class KeptMetadata : public MetadataTest {
 protected:
    /// The lines with METADATA of what a session reads while it registers.
    static std::vector<std::string> log_in(BenchClient& client) {
        client.send(std::string{"CAP REQ :"} + metadata_caps);
        client.send("PASS ann:secret-word");
        client.send("NICK ann");
        client.send("USER user 0 * :Real ann");
        std::vector<std::string> lines = client.ask("CAP END");
        std::erase_if(lines, [](const auto& line) {
            return line.find("ETADATA") == line.npos && line.find("metadata") == line.npos;
        });
        return lines;
    }
};

TEST_F(KeptMetadata, an_account_keeps_what_a_guest_has_noted_and_all_its_devices_hear) {
    say_quietly(ann, "METADATA * SET url :mine");
    say_quietly(bob, "METADATA * SUB url");
    ann.send("REGISTER * * secret-word");
    EXPECT_THAT(bob.take(), Not(Contains(HasSubstr("METADATA"))));
    BenchClient& phone = bench.open(over_tls());
    EXPECT_THAT(log_in(phone), ElementsAre(HasSubstr(" metadata ann"),
                                           EndsWith(":irc.example METADATA ann url * :mine")));
    say_quietly(phone, "METADATA * SUB url");
    ann.send("METADATA * SET url :new");
    EXPECT_THAT(phone.take(), ElementsAre(":ann!~user@192.0.2.1 METADATA ann url * :new"));
}

TEST_F(KeptMetadata, those_of_accounts_and_rooms_outlive_the_server) {
    ann.send("REGISTER * * secret-word");
    say_quietly(ann, "METADATA * SET url :mine");
    say_quietly(ann, "METADATA #a SET url :room");
    say_quietly(bob, "METADATA * SET url :gone");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& eve = after.connect("eve", metadata_caps);
    EXPECT_THAT(batch(eve, "METADATA ann LIST", "metadata ann"),
                ElementsAre(":irc.example 761 eve ann url * :mine"));
    EXPECT_THAT(batch(eve, "METADATA #a LIST", "metadata #a"),
                ElementsAre(":irc.example 761 eve #a url * :room"));
    BenchClient& bob_again = after.connect("bob", metadata_caps);
    EXPECT_THAT(batch(bob_again, "METADATA * LIST", "metadata bob"), IsEmpty());
}

TEST_F(KeptMetadata, who_logs_in_has_the_accounts_and_the_others_hear_of_the_change) {
    BenchClient& account = bench.connect("dora", metadata_caps, over_tls("192.0.2.4"));
    account.send("REGISTER * * secret-word");
    say_quietly(account, "METADATA * SET url :account");
    account.send("QUIT");
    say_quietly(bob, "METADATA * SET url :guest");
    say_quietly(bob, "METADATA * SET note :guest");
    say_quietly(ann, "METADATA * SUB url note");
    say_quietly(bob, "METADATA * SUB url");
    bob.send("CAP REQ sasl");
    bob.send("AUTHENTICATE PLAIN");
    bob.send("AUTHENTICATE AGRvcmEAc2VjcmV0LXdvcmQ=");  // dora, secret-word
    EXPECT_THAT(ann.take(), ElementsAre(":bob!~user@192.0.2.2 METADATA bob note *",
                                        ":bob!~user@192.0.2.2 METADATA bob url * :account"));
    EXPECT_THAT(bob.take(), Contains(":bob!~user@192.0.2.2 METADATA bob url * :account"));
    EXPECT_THAT(bob.ask("ACCOUNT DELETE secret-word"),
                Contains(":bob!~user@192.0.2.2 METADATA bob url *"));
    EXPECT_THAT(ann.take(), Contains(":bob!~user@192.0.2.2 METADATA bob url *"));
}

}  // namespace
}  // namespace brusio
