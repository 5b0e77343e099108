#include "core/session/private_notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* note_caps = "draft/metadata-2";

/// ann, the operator of #a, has a desk and a phone; bob is there too. All subscribed.
class PrivateNotes : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.limits.private_notes_per_account_max = 3;
        return config;
    }
    PrivateNotes() {
        bob.send("REGISTER * * secret-word");
        ann.send("JOIN #a");
        bob.send("JOIN #a");
        for (BenchClient* client : {&ann, &bob, &phone}) {
            client->send("METADATA * SUB soju.im/muted soju.im/pinned");
        }
        bench.forget_all();
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann", note_caps, over_tls());
    BenchClient& bob = bench.connect("bob", note_caps, over_tls());
    BenchClient& phone = [this]() -> BenchClient& {
        ann.send("REGISTER * * secret-word");
        return bench.log_in("ann", note_caps);
    }();
};

TEST_F(PrivateNotes, are_told_to_the_persons_other_sessions_alone) {
    EXPECT_THAT(ann.ask("METADATA #a SET soju.im/muted 1"),
                ElementsAre(":irc.example 761 ann #a soju.im/muted * :1"));
    EXPECT_THAT(phone.take(), ElementsAre(":irc.example METADATA #a soju.im/muted * :1"));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(phone.ask("METADATA #a SET soju.im/muted"),
                ElementsAre(":irc.example 766 ann #a soju.im/muted :The key is not set"));
    EXPECT_THAT(ann.take(), ElementsAre(":irc.example METADATA #a soju.im/muted *"));
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(PrivateNotes, are_shown_to_nobody_else) {
    ann.send("METADATA #a SET soju.im/muted 1");
    ann.send("METADATA * SET soju.im/muted 2");
    ann.send("METADATA bob SET soju.im/blocked 3");
    bench.forget_all();
    for (const char* question :
         {"METADATA #a GET soju.im/muted", "METADATA #a LIST", "METADATA ann LIST",
          "METADATA ann GET soju.im/muted", "METADATA bob LIST", "METADATA #a SYNC", "WHOIS ann",
          "METADATA * SUB soju.im/blocked"}) {
        for (const std::string& line : bob.ask(question)) {
            EXPECT_THAT(line, Not(HasSubstr("soju.im/muted * :"))) << question;
            EXPECT_THAT(line, Not(HasSubstr("soju.im/blocked * :"))) << question;
        }
    }
    EXPECT_THAT(phone.ask("METADATA #a GET soju.im/muted"),
                ElementsAre(":irc.example 761 ann #a soju.im/muted * :1"));
    EXPECT_THAT(phone.ask("METADATA #a LIST"),
                ElementsAre(":irc.example 761 ann #a soju.im/muted * :1"));
}

TEST_F(PrivateNotes, need_no_rank_and_nobody_who_is_there) {
    EXPECT_THAT(bob.ask("METADATA #a SET soju.im/pinned 1"),
                ElementsAre(":irc.example 761 bob #a soju.im/pinned * :1"));
    EXPECT_THAT(bob.ask("METADATA eve SET soju.im/blocked 1"),
                ElementsAre(":irc.example 761 bob eve soju.im/blocked * :1"));
    EXPECT_THAT(bob.ask("METADATA EVE GET soju.im/blocked"),
                ElementsAre(":irc.example 761 bob EVE soju.im/blocked * :1"));
    EXPECT_THAT(bob.ask("METADATA #none SET soju.im/pinned 1"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET #none :")));
    EXPECT_THAT(bob.ask("METADATA eve SET url 1"),
                ElementsAre(HasSubstr("FAIL METADATA INVALID_TARGET eve :")));
}

TEST_F(PrivateNotes, follow_the_person_over_a_restart_and_their_target_to_its_new_name) {
    ann.send("METADATA #a SET soju.im/pinned 1");
    ann.send("METADATA bob SET soju.im/muted 1");
    ann.send("RENAME #a #b");
    bob.send("NICK rob");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("ann", note_caps);
    EXPECT_THAT(again.ask("METADATA * SUB soju.im/muted soju.im/pinned"),
                ElementsAre(HasSubstr(" 770 "), ":irc.example METADATA rob soju.im/muted * :1",
                            ":irc.example METADATA #b soju.im/pinned * :1"));
}

TEST_F(PrivateNotes, of_a_secret_room_tell_nothing_of_it_later) {
    bob.send("METADATA #a SET soju.im/pinned 1");
    ann.send("MODE #a +s");
    ann.send("KICK #a bob");
    bob.send("METADATA * UNSUB soju.im/pinned");
    bench.forget_all();
    EXPECT_THAT(bob.ask("METADATA * SUB soju.im/pinned"), ElementsAre(HasSubstr(" 770 ")));
}

TEST_F(PrivateNotes, are_for_accounts_and_bounded) {
    BenchClient& guest = bench.connect("guest", note_caps);
    EXPECT_THAT(guest.ask("METADATA * SET soju.im/pinned 1"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NO_PERMISSION guest soju.im/pinned :")));
    EXPECT_THAT(guest.ask("METADATA #a GET soju.im/pinned"),
                ElementsAre(HasSubstr(" 766 guest #a soju.im/pinned ")));
    EXPECT_THAT(bob.ask("METADATA #a SET soju.im/pinned"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_NOT_SET #a soju.im/pinned :")));
    EXPECT_THAT(bob.ask("METADATA #a SET soju.im/$ 1"),
                ElementsAre(HasSubstr("FAIL METADATA KEY_INVALID soju.im/$ :")));
    EXPECT_THAT(bob.ask("METADATA #a SET soju.im/pinned :" + std::string(300, 'x')),
                ElementsAre(HasSubstr("FAIL METADATA VALUE_INVALID :")));
    bob.send("JOIN #b");
    for (const char* target : {"#a", "#b", "ann"}) {
        EXPECT_THAT(bob.ask("METADATA " + std::string{target} + " SET soju.im/pinned 1"),
                    ElementsAre(HasSubstr(" 761 ")));
    }
    EXPECT_THAT(bob.ask("METADATA eve SET soju.im/pinned 1"),
                ElementsAre(HasSubstr("FAIL METADATA LIMIT_REACHED eve :")));
    EXPECT_THAT(bob.ask("METADATA #b SET soju.im/pinned 0"), ElementsAre(HasSubstr(" 761 ")));
    ann.send("JOIN #z");
    // What was noted of a room that is gone counts no longer.
    bob.send("CHANNEL DROP #b");
    bob.send("PART #b");
    bench.forget_all();
    EXPECT_THAT(bob.ask("METADATA eve SET soju.im/pinned 1"), ElementsAre(HasSubstr(" 761 ")));
}

TEST_F(PrivateNotes, are_not_taken_while_nothing_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(ann.ask("METADATA #a SET soju.im/muted 1"),
                ElementsAre(HasSubstr("Nothing can be stored at the moment")));
}

TEST_F(PrivateNotes, go_with_the_account) {
    ann.send("METADATA #a SET soju.im/muted 1");
    ann.send("ACCOUNT DELETE secret-word");
    ann.send("REGISTER * * secret-word");
    bench.forget_all();
    EXPECT_THAT(ann.ask("METADATA #a GET soju.im/muted"), ElementsAre(HasSubstr(" 766 ")));
}

TEST_F(PrivateNotes, are_part_of_the_sync_of_their_target) {
    ann.send("METADATA #a SET soju.im/muted 1");
    ann.send("METADATA bob SET soju.im/muted 2");
    ann.send("METADATA * SET soju.im/pinned 3");
    BenchClient& tablet = bench.log_in("ann", "batch draft/metadata-3");
    tablet.send("METADATA * SUB soju.im/muted soju.im/pinned");
    const auto values = [](const std::vector<std::string>& lines) {
        std::string found;
        for (const std::string& line : lines) {
            const std::size_t at = line.find(" 761 ");
            if (at != std::string::npos) found += line.substr(at + 5) + "\n";
        }
        return found;
    };
    EXPECT_EQ(values(tablet.ask("METADATA #a SYNC")), "ann #a soju.im/muted * :1\n");
    EXPECT_EQ(values(tablet.ask("METADATA bob SYNC")), "ann bob soju.im/muted * :2\n");
    EXPECT_EQ(values(tablet.ask("METADATA * SYNC")), "ann ann soju.im/pinned * :3\n");
    EXPECT_THAT(phone.ask("METADATA #a SYNC"),
                Contains(HasSubstr("METADATA #a soju.im/muted * :1")));
    BenchClient& other = bench.connect("other", "batch draft/metadata-3");
    other.send("METADATA * SUB soju.im/muted soju.im/pinned");
    for (const char* asked : {"METADATA #a SYNC", "METADATA bob SYNC", "METADATA ann SYNC"}) {
        EXPECT_EQ(values(other.ask(asked)), "") << asked;
    }
}

TEST_F(PrivateNotes, are_shown_to_who_logs_in_late) {
    ann.send("METADATA #a SET soju.im/muted 1");
    BenchClient& late = bench.connect("late", "draft/metadata-2 sasl", over_tls());
    late.send("METADATA * SUB soju.im/muted");
    late.send("AUTHENTICATE PLAIN");
    // NUL ann NUL secret-word
    EXPECT_THAT(late.ask("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA=="),
                Contains(":irc.example METADATA #a soju.im/muted * :1"));
}

}  // namespace
}  // namespace brusio
