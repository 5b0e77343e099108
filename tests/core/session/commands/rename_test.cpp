#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
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

constexpr const char* rename_caps =
    "draft/channel-rename draft/chathistory batch labeled-response echo-message message-tags "
    "brusio/exactly-once";

/// ann is the operator of #a and has an account; bob knows RENAME, carol does not.
class Rename : public testing::Test {
 protected:
    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.permanent_rooms = {"#stays"};
        config.room_operators = {"ann"};
        config.limits.rename_members_max = 3;
        return config;
    }
    Rename() {
        ann.send("REGISTER * * secret-word");
        for (BenchClient* client : {&ann, &bob, &carol}) client->send("JOIN #a");
        bench.forget_all();
    }
    /// The lines of an answer as if nothing had been renamed.
    static std::vector<std::string> as_before(std::vector<std::string> lines) {
        for (std::string& line : lines) {
            for (std::size_t at = line.find("#b"); at != line.npos; at = line.find("#b", at)) {
                line.replace(at, 2, "#a");
            }
        }
        return lines;
    }
    static std::vector<std::string> history(BenchClient& client, const std::string& target) {
        std::vector<std::string> said;
        for (const std::string& line : client.ask("CHATHISTORY LATEST " + target + " * 10")) {
            const std::size_t at = line.find("PRIVMSG ");
            if (at != std::string::npos) said.push_back(line.substr(at));
        }
        return said;
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann", rename_caps, over_tls());
    BenchClient& bob = bench.connect("bob", rename_caps, over_tls("192.0.2.2"));
    BenchClient& carol = bench.connect("carol");
};

TEST_F(Rename, is_told_as_such_to_those_who_know_it) {
    const auto told = ElementsAre(EndsWith(":ann!~user@192.0.2.1 RENAME #a #B :Typo"));
    EXPECT_THAT(ann.ask("@label=1 RENAME #A #B :Typo"),
                ElementsAre(AllOf(StartsWith("@label=1"), EndsWith(" RENAME #a #B :Typo"))));
    EXPECT_THAT(bob.take(), told);
    bench.advance(10s);
    EXPECT_THAT(ann.ask("RENAME #b #c"), ElementsAre(EndsWith(" RENAME #B #c :")));
}

TEST_F(Rename, is_told_as_part_and_join_to_the_others) {
    ann.send("TOPIC #a :tea");
    (void)carol.take();
    ann.send("RENAME #a #b :Typo");
    EXPECT_THAT(
        carol.take(),
        ElementsAre(":carol!~user@192.0.2.1 PART #a :Typo", ":carol!~user@192.0.2.1 JOIN #b",
                    ":irc.example 332 carol #b :tea", HasSubstr(" 333 carol #b "),
                    ":irc.example 353 carol = #b :@ann bob carol", HasSubstr(" 366 ")));
}

TEST_F(Rename, can_be_done_by_one_who_does_not_know_it) {
    BenchClient& eve =
        bench.connect("eve", "extended-join no-implicit-names labeled-response batch");
    eve.send("JOIN #mine");
    const std::vector<std::string> lines = eve.ask("@label=7 RENAME #mine #ours");
    EXPECT_THAT(lines, Contains(EndsWith(":eve!~user@192.0.2.1 PART #mine")));
    EXPECT_THAT(lines, Contains(EndsWith(":eve!~user@192.0.2.1 JOIN #ours * :Real eve")));
    EXPECT_THAT(lines, Not(Contains(HasSubstr(" RENAME "))));
    EXPECT_THAT(lines, Contains(StartsWith("@label=7 ")));
}

TEST_F(Rename, keeps_everything_else) {
    for (const char* line : {"TOPIC #a :tea", "MODE #a +imb eve!*@*", "MODE #a +v bob",
                             "PRIVMSG #a :before", "PRIVMSG @#a :among us"}) {
        ann.send(line);
    }
    const char* questions[] = {"TOPIC #", "MODE #", "MODE #?+b", "NAMES #"};
    const auto asked = [&](const std::string& name) {
        std::vector<std::string> answers;
        for (std::string question : questions) {
            question.insert(question.find('#') + 1, name);
            std::replace(question.begin(), question.end(), '?', ' ');
            for (std::string& line : as_before(ann.ask(question))) answers.push_back(line);
        }
        return answers;
    };
    const std::vector<std::string> before = asked("a");
    ann.send("RENAME #a #b");
    EXPECT_EQ(asked("b"), before);
    EXPECT_THAT(history(ann, "#b"), ElementsAre("PRIVMSG #b :before", "PRIVMSG @#b :among us"));
    ann.send("PRIVMSG #b :after");
    EXPECT_THAT(history(bob, "#b"), ElementsAre("PRIVMSG #b :before", "PRIVMSG #b :after"));
    bench.engine().check_invariants();
}

TEST_F(Rename, leaves_the_old_name_to_anybody) {
    ann.send("TOPIC #a :tea");
    ann.send("RENAME #a #b");
    BenchClient& eve = bench.connect("eve", rename_caps);
    EXPECT_THAT(eve.ask("TOPIC #a"), ElementsAre(HasSubstr(" 403 eve #a ")));
    EXPECT_THAT(eve.ask("JOIN #a"), Contains(HasSubstr(":@eve")));
    EXPECT_THAT(eve.ask("TOPIC #a"), ElementsAre(HasSubstr(" 331 ")));
    EXPECT_THAT(history(eve, "#a"), IsEmpty());
    EXPECT_EQ(bench.engine().counts().rooms, 2U);
}

TEST_F(Rename, outlives_the_server) {
    ann.send("PRIVMSG #a :before");
    ann.send("RENAME #a #b");
    bob.send("PART #b");
    bob.send("JOIN #a");
    bob.send("TOPIC #a :another");
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.log_in("ann", rename_caps);
    EXPECT_THAT(history(again, "#b"), ElementsAre("PRIVMSG #b :before"));
    EXPECT_THAT(after.connect("eve").ask("TOPIC #a"), Contains(HasSubstr(":another")));
}

TEST_F(Rename, does_not_close_the_door_to_the_invited) {
    BenchClient& eve = bench.connect("eve");
    ann.send("MODE #a +i");
    ann.send("INVITE eve #a");
    ann.send("RENAME #a #b");
    EXPECT_THAT(eve.ask("INVITE"), Contains(HasSubstr(" 336 eve #b")));
    EXPECT_THAT(eve.ask("JOIN #b"), Contains(HasSubstr(" JOIN #b")));
}

TEST_F(Rename, reaches_what_was_said_before_and_is_sent_again) {
    (void)ann.ask("@brusio/cid=phone-1 PRIVMSG #a :hello");
    ann.send("RENAME #a #b");
    EXPECT_THAT(ann.ask("@brusio/cid=phone-1 PRIVMSG #a :hello"),
                ElementsAre(EndsWith(" PRIVMSG #b :hello")));
    EXPECT_THAT(history(bob, "#b"), ElementsAre("PRIVMSG #b :hello"));
}

TEST_F(Rename, is_for_operators_of_the_room) {
    ann.send("MODE #a +h bob");
    EXPECT_THAT(bob.ask("RENAME #a #b"), ElementsAre(HasSubstr(" 482 bob #a ")));
    BenchClient& eve = bench.connect("eve");
    EXPECT_THAT(eve.ask("RENAME #a #b"), ElementsAre(HasSubstr(" 442 eve #a ")));
    EXPECT_THAT(eve.ask("RENAME #none #b"), ElementsAre(HasSubstr(" 403 eve #none ")));
    EXPECT_THAT(ann.ask("RENAME #a"), ElementsAre(HasSubstr(" 461 ann RENAME ")));
}

TEST_F(Rename, takes_no_name_that_is_anothers_or_the_servers) {
    bob.send("JOIN #b");
    bench.forget_all();
    EXPECT_THAT(ann.ask("RENAME #a #B"),
                ElementsAre(HasSubstr("FAIL RENAME CHANNEL_NAME_IN_USE #a #B :")));
    for (const char* name : {"#Stays", "#lobby", "nonsense", "&a", "#x,#y", "*"}) {
        EXPECT_THAT(ann.ask(std::string{"RENAME #a "} + name),
                    ElementsAre(HasSubstr("FAIL RENAME CANNOT_RENAME #a ")))
            << name;
    }
    for (const char* name : {"#stays", "#lobby"}) {
        ann.send(std::string{"JOIN "} + name);
        EXPECT_THAT(ann.ask(std::string{"RENAME "} + name + " #x"),
                    ElementsAre(HasSubstr("CANNOT_RENAME " + std::string{name} + " #x :")));
    }
    EXPECT_THAT(bob.take(), IsEmpty());
}

TEST_F(Rename, answers_for_the_name_of_a_secret_room_as_for_one_of_the_server) {
    bob.send("JOIN #b");
    bob.send("MODE #b +s");
    bench.forget_all();
    std::string own = "#a";
    const auto refusal = [&](const std::string& name) {
        std::string line = ann.ask("RENAME " + own + " " + name).at(0);
        return line.replace(line.find(name), name.size(), "%");
    };
    EXPECT_THAT(refusal("#b"), HasSubstr("FAIL RENAME CANNOT_RENAME #a % :"));
    EXPECT_EQ(refusal("#b"), refusal("#stays"));
    EXPECT_THAT(bob.ask("RENAME #b #a"), ElementsAre(HasSubstr("CHANNEL_NAME_IN_USE #b #a :")));
    ann.send("JOIN #b");
    EXPECT_THAT(refusal("#b"), HasSubstr("CHANNEL_NAME_IN_USE"));
    // A moment after a rename, no name at all is answered otherwise than another.
    ann.send("PART #b");
    ann.send("RENAME #a #c");
    bench.forget_all();
    own = "#c";
    EXPECT_EQ(refusal("#b"), refusal("#z"));
}

TEST_F(Rename, may_change_the_case_alone_which_others_need_not_hear) {
    EXPECT_THAT(ann.ask("RENAME #a #A"), ElementsAre(EndsWith(" RENAME #a #A :")));
    EXPECT_THAT(carol.take(), IsEmpty());
    EXPECT_THAT(carol.ask("PRIVMSG #a :hello"), IsEmpty());
    EXPECT_THAT(ann.take(), ElementsAre(EndsWith(" PRIVMSG #A :hello")));
    EXPECT_THAT(ann.ask("RENAME #a #A"), IsEmpty());
    ann.send("JOIN #stays");
    (void)ann.take();
    EXPECT_THAT(ann.ask("RENAME #stays #Stays"), ElementsAre(EndsWith(" RENAME #stays #Stays :")));
}

TEST_F(Rename, costs_too_much_in_large_rooms_and_too_often) {
    ann.send("RENAME #a #b");
    EXPECT_THAT(ann.ask("RENAME #b #c"), ElementsAre(HasSubstr("CANNOT_RENAME #b #c :")));
    bench.advance(10s);
    EXPECT_THAT(ann.ask("RENAME #b #c"), ElementsAre(EndsWith(" RENAME #b #c :")));
    bench.connect("eve").send("JOIN #c");
    bench.advance(10s);
    bench.forget_all();
    EXPECT_THAT(ann.ask("RENAME #c #d"), ElementsAre(HasSubstr("CANNOT_RENAME #c #d :")));
}

TEST_F(Rename, waits_while_nothing_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(ann.ask("RENAME #a #b"), ElementsAre(HasSubstr("Nothing can be stored")));
    EXPECT_THAT(ann.ask("TOPIC #a"), ElementsAre(HasSubstr(" 331 ")));
}

TEST_F(Rename, the_message_that_is_taken_back_is_where_it_is_now) {
    const std::vector<std::string> echo = ann.ask("PRIVMSG #a :oops");
    ASSERT_THAT(echo, ElementsAre(HasSubstr("msgid=")));
    const std::size_t at = echo[0].find("msgid=") + 6;
    const std::string id = echo[0].substr(at, echo[0].find_first_of("; ", at) - at);
    ann.send("RENAME #a #b");
    ann.send("CAP REQ draft/message-redaction");
    EXPECT_THAT(ann.ask("REDACT #b " + id), ElementsAre(EndsWith(" REDACT #b " + id)));
    EXPECT_THAT(history(ann, "#b"), IsEmpty());
}

}  // namespace
}  // namespace brusio
