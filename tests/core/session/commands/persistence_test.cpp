#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/wire/case_mapping.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

// IRCv3 draft/persistence.

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* stay_caps = "draft/persistence standard-replies";

std::string stay_line(std::string_view choice, std::string_view holds) {
    return ":irc.example PERSISTENCE STATUS " + std::string{choice} + " " + std::string{holds};
}

/// ann has an account and two devices and is in #a with bob, a guest.
class Persistence : public testing::Test {
 protected:
    Persistence() {
        bob.send("JOIN #a");
        ann.send("JOIN #a");
        bench.forget_all();
    }
    void reload(bool stay_in_rooms, bool stay_by_choice) {
        reload(bench, stay_in_rooms, stay_by_choice);
    }
    static void reload(EngineBench& server, bool stay_in_rooms, bool stay_by_choice) {
        session::ServerConfig config = server.engine().config();
        config.accounts.stay_in_rooms = stay_in_rooms;
        config.accounts.stay_by_choice = stay_by_choice;
        server.engine().handle_reload(config, server.now());
        server.settle();
        server.engine().check_invariants();
    }
    void everybody_leaves() {
        ann.hang_up();
        phone.hang_up();
    }
    /// The rooms that ann is in when it comes back after the end of the server.
    std::string rooms_after_a_restart() {
        EngineBench after{EngineBench::After{bench}};
        BenchClient& eve = after.connect("eve");
        for (const std::string& line : eve.ask("WHOIS ann")) {
            if (line.find(" 319 ") != std::string::npos) return line.substr(line.rfind(':') + 1);
        }
        return {};
    }

    EngineBench bench;
    BenchClient& bob = bench.connect("bob", stay_caps);
    BenchClient& ann = bench.connect("ann", stay_caps, over_tls());
    BenchClient& phone = [this]() -> BenchClient& {
        ann.send("REGISTER * * secret-word");
        return bench.log_in("ann", stay_caps);
    }();
};

TEST_F(Persistence, tells_what_was_chosen_and_what_holds) {
    EXPECT_THAT(ann.ask("PERSISTENCE GET"), ElementsAre(stay_line("DEFAULT", "ON")));
    EXPECT_THAT(ann.ask("PERSISTENCE SET OFF"), ElementsAre(stay_line("OFF", "OFF")));
    EXPECT_THAT(ann.ask("persistence set on"), ElementsAre(stay_line("ON", "ON")));
    EXPECT_THAT(ann.ask("PERSISTENCE SET default"), ElementsAre(stay_line("DEFAULT", "ON")));
    reload(false, true);
    EXPECT_THAT(ann.ask("PERSISTENCE GET"), ElementsAre(stay_line("DEFAULT", "OFF")));
}

TEST_F(Persistence, needs_an_account_and_the_words_that_there_are) {
    for (const char* said : {"PERSISTENCE GET", "PERSISTENCE SET ON"}) {
        EXPECT_THAT(bob.ask(said), ElementsAre(HasSubstr(" FAIL PERSISTENCE ACCOUNT_REQUIRED :")));
    }
    for (const char* said : {"PERSISTENCE", "PERSISTENCE SET", "PERSISTENCE SET MAYBE",
                             "PERSISTENCE STATUS ON ON", "PERSISTENCE :"}) {
        EXPECT_THAT(ann.ask(said), ElementsAre(HasSubstr(" FAIL PERSISTENCE INVALID_PARAMETERS :")))
            << said;
    }
    EXPECT_THAT(ann.ask("PERSISTENCE GET"), ElementsAre(stay_line("DEFAULT", "ON")));
}

TEST_F(Persistence, who_has_chosen_to_leave_quits_with_the_last_session) {
    ann.send("PERSISTENCE SET OFF");
    ann.hang_up();
    EXPECT_THAT(bob.take(), IsEmpty());
    phone.hang_up();
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr(":ann!~user@192.0.2.1 QUIT ")));
    EXPECT_EQ(rooms_after_a_restart(), "");
}

TEST_F(Persistence, who_has_chosen_to_leave_is_not_back_after_a_crash) {
    ann.send("PERSISTENCE SET OFF");
    EXPECT_EQ(rooms_after_a_restart(), "");
}

TEST_F(Persistence, who_has_chosen_to_stay_does_where_others_do_not) {
    reload(false, true);
    ann.send("PERSISTENCE SET ON");
    ann.send("JOIN #b");
    bench.forget_all();
    everybody_leaves();
    EXPECT_THAT(bob.take(), Not(Contains(HasSubstr(" QUIT "))));
    EXPECT_THAT(bob.ask("NAMES #a"), Contains(HasSubstr("ann")));
    EXPECT_EQ(rooms_after_a_restart(), "#a @#b");
}

TEST_F(Persistence, a_choice_outlives_the_server) {
    ann.send("PERSISTENCE SET OFF");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(after.log_in("ann", stay_caps).ask("PERSISTENCE GET"),
                ElementsAre(stay_line("OFF", "OFF")));
}

TEST_F(Persistence, a_choice_is_told_to_the_persons_other_sessions_that_read_it) {
    BenchClient& old = bench.log_in("ann", "");
    ann.send("PERSISTENCE SET OFF");
    EXPECT_THAT(phone.take(), ElementsAre(stay_line("OFF", "OFF")));
    EXPECT_THAT(old.take(), IsEmpty());
    EXPECT_THAT(bob.take(), IsEmpty());
    ann.send("PERSISTENCE SET OFF");
    EXPECT_THAT(phone.take(), IsEmpty());
}

TEST_F(Persistence, stands_in_the_welcome_between_the_features_and_the_message_of_the_day) {
    BenchClient& late = bench.open(over_tls());
    late.send("CAP REQ draft/persistence");
    late.send("PASS ann:secret-word");
    late.send("NICK ann");
    late.send("USER ann 0 * :Ann");
    (void)late.take();
    late.send("CAP END");
    const std::vector<std::string> lines = late.take();
    const auto place_of = [&](std::string_view words) {
        return std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.find(words) != std::string::npos;
        });
    };
    const auto status = place_of(stay_line("DEFAULT", "ON"));
    ASSERT_NE(status, lines.end());
    EXPECT_EQ(std::find_if(
                  status, lines.end(),
                  [](const std::string& line) { return line.find(" 005 ") != std::string::npos; }),
              lines.end());
    EXPECT_LT(status, place_of(" 422 "));
    EXPECT_LT(place_of(" 422 "), place_of(" JOIN #a"));
}

TEST_F(Persistence, is_told_to_a_guest_who_logs_in_or_registers) {
    BenchClient& late = bench.connect("late", "sasl draft/persistence", over_tls());
    late.send("AUTHENTICATE PLAIN");
    // NUL ann NUL secret-word
    EXPECT_THAT(late.ask("AUTHENTICATE AGFubgBzZWNyZXQtd29yZA=="),
                Contains(stay_line("DEFAULT", "ON")));
    BenchClient& eve = bench.connect("eve", "draft/persistence", over_tls());
    EXPECT_THAT(eve.ask("REGISTER * * secret-word"), Contains(stay_line("DEFAULT", "ON")));
    EXPECT_THAT(bench.log_in("eve", "").ask("PING x"), ElementsAre(HasSubstr(" PONG ")));
}

TEST_F(Persistence, where_the_server_decides_a_choice_is_kept_and_does_not_hold) {
    reload(true, false);
    EXPECT_THAT(
        ann.ask("PERSISTENCE SET OFF"),
        ElementsAre(stay_line("OFF", "ON"), HasSubstr(" NOTE PERSISTENCE DECIDED_BY_SERVER :")));
    EXPECT_THAT(ann.ask("PERSISTENCE SET ON"), ElementsAre(stay_line("ON", "ON")));
    ann.send("PERSISTENCE SET OFF");
    everybody_leaves();
    EXPECT_THAT(bob.ask("NAMES #a"), Contains(HasSubstr("ann")));
    reload(true, true);
    EXPECT_THAT(bob.take(), Contains(HasSubstr(":ann!~user@192.0.2.1 QUIT ")));
    EXPECT_THAT(bob.ask("NAMES #a"), Not(Contains(HasSubstr("ann"))));
    EXPECT_EQ(rooms_after_a_restart(), "");
}

TEST_F(Persistence, a_reload_that_lets_nobody_stay_takes_the_absent_out_of_their_rooms) {
    BenchClient& cat = bench.connect("cat", stay_caps, over_tls());
    cat.send("REGISTER * * secret-word");
    cat.send("JOIN #a");
    cat.send("PERSISTENCE SET ON");
    cat.hang_up();
    everybody_leaves();
    bench.forget_all();
    reload(false, true);
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr(":ann!~user@192.0.2.1 QUIT ")));
    const std::vector<std::string> names = bob.ask("NAMES #a");
    EXPECT_THAT(names, Contains(HasSubstr("cat")));
    EXPECT_THAT(names, Not(Contains(HasSubstr("ann"))));
    EXPECT_EQ(rooms_after_a_restart(), "");
}

TEST_F(Persistence, a_reload_is_told_to_those_for_whom_it_changes_something) {
    phone.send("PERSISTENCE SET ON");
    bench.forget_all();
    reload(false, true);
    EXPECT_THAT(ann.take(), IsEmpty());
    reload(false, false);
    EXPECT_THAT(ann.take(), ElementsAre(stay_line("ON", "OFF")));
    EXPECT_THAT(phone.take(), ElementsAre(stay_line("ON", "OFF")));
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(bob.ask("NAMES #a"), Contains(HasSubstr("ann")));
    EXPECT_EQ(rooms_after_a_restart(), "");
}

TEST_F(Persistence, after_a_reload_that_lets_people_stay_they_do) {
    reload(false, true);
    reload(true, true);
    everybody_leaves();
    EXPECT_EQ(rooms_after_a_restart(), "#a");
}

TEST_F(Persistence, cannot_be_chosen_while_nothing_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(ann.ask("PERSISTENCE SET OFF"),
                ElementsAre(HasSubstr(" FAIL PERSISTENCE INTERNAL_ERROR :")));
    EXPECT_THAT(ann.ask("PERSISTENCE GET"), ElementsAre(stay_line("DEFAULT", "ON")));
}

TEST_F(Persistence, goes_with_the_account) {
    ann.send("PERSISTENCE SET OFF");
    ann.send("ACCOUNT DELETE secret-word");
    ann.send("REGISTER * * secret-word");
    EXPECT_THAT(ann.ask("PERSISTENCE GET"), ElementsAre(stay_line("DEFAULT", "ON")));
}

TEST(PersistenceAtTheStart, of_a_server_where_nobody_stays_forgets_who_did) {
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    config.server.accounts.stay_in_rooms = false;
    AccountRecord ann;
    ann.id = AccountId{3};
    ann.name = "ann";
    ann.key = wire::fold("ann");
    ann.skeleton = "ann";
    AccountRecord cat = ann;
    cat.id = AccountId{4};
    cat.key = wire::fold("cat");
    cat.name = cat.skeleton = "cat";
    cat.stay_choice = StayChoice::stay;
    KeptRoom room;
    room.room.id = ConversationId{7};
    room.room.name = "#a";
    room.room.key = wire::fold("#a");
    config.kept.accounts = {ann, cat};
    config.kept.rooms = {room};
    config.kept.memberships = {{ann.id, room.room.id, {}, 1}, {cat.id, room.room.id, {}, 1}};
    config.kept.account_last = cat.id;
    config.kept.conversation_last = room.room.id;
    EngineBench bench{std::move(config)};
    EXPECT_EQ(bench.engine().counts().users, 1U);
    bench.settle();
    std::vector<AccountId> forgotten;
    for (const Write& write : bench.take_writes()) {
        const auto* removal = std::get_if<RemoveMembership>(&write);
        if (removal != nullptr) forgotten.push_back(removal->account);
    }
    EXPECT_THAT(forgotten, ElementsAre(ann.id));
}

}  // namespace
}  // namespace brusio
