#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* caps = "draft/read-marker standard-replies";
// The bench's clock stands at 2024-01-01.
constexpr const char* early = "timestamp=2023-05-05T05:05:05.005Z";
constexpr const char* late = "timestamp=2023-06-06T06:06:06.006Z";

std::string marked(const std::string& target, const std::string& time) {
    return ":irc.example MARKREAD " + target + " " + time;
}

/// alice has an account and two sessions; bob has none.
class MarkRead : public testing::Test {
 protected:
    MarkRead() {
        desk.send("REGISTER * * secret-word");
        desk.send("JOIN #a");
        log_in(phone, caps);
        bench.forget_all();
    }
    static std::vector<std::string> log_in(BenchClient& client, const std::string& wanted) {
        client.send("CAP REQ :" + wanted);
        client.send("PASS alice:secret-word");
        client.send("NICK alice");
        client.send("USER user 0 * :Real alice");
        return client.ask("CAP END");
    }

    EngineBench bench;
    BenchClient& desk = bench.connect("alice", caps, over_tls());
    BenchClient& phone = bench.open(over_tls());
    BenchClient& bob = bench.connect("bob", caps);
};

TEST_F(MarkRead, moves_on_for_all_sessions_and_never_back) {
    EXPECT_THAT(desk.ask("MARKREAD #a"), ElementsAre(marked("#a", "*")));
    EXPECT_THAT(desk.ask(std::string{"MARKREAD #A "} + early), ElementsAre(marked("#a", early)));
    EXPECT_THAT(phone.take(), ElementsAre(marked("#a", early)));
    EXPECT_THAT(phone.ask(std::string{"MARKREAD #a "} + late), ElementsAre(marked("#a", late)));
    EXPECT_THAT(desk.take(), ElementsAre(marked("#a", late)));
    EXPECT_THAT(desk.ask(std::string{"MARKREAD #a "} + early), ElementsAre(marked("#a", late)));
    EXPECT_THAT(phone.take(), IsEmpty());
    EXPECT_THAT(phone.ask("MARKREAD #a"), ElementsAre(marked("#a", late)));
}

TEST_F(MarkRead, nobody_has_read_what_is_yet_to_come) {
    EXPECT_THAT(desk.ask("MARKREAD #a timestamp=2100-01-01T00:00:00.000Z"),
                ElementsAre(marked("#a", "timestamp=2024-01-01T00:00:00.000Z")));
}

TEST_F(MarkRead, is_shown_to_who_enters_before_the_end_of_the_names) {
    desk.send(std::string{"MARKREAD #a "} + late);
    desk.send("PART #a");
    const auto shown = ElementsAre(HasSubstr(" JOIN #a"), HasSubstr(" MODE #a +o alice"),
                                   marked("#a", late), HasSubstr(" 353 "), HasSubstr(" 366 "));
    bench.forget_all();
    EXPECT_THAT(desk.ask("JOIN #a"), shown);
    EXPECT_THAT(phone.take(), shown);
    BenchClient& tablet = bench.open(over_tls());
    EXPECT_THAT(log_in(tablet, caps), Contains(marked("#a", late)));
    BenchClient& old = bench.open(over_tls());
    EXPECT_THAT(log_in(old, "batch"), Not(Contains(HasSubstr("MARKREAD"))));
}

TEST_F(MarkRead, outlives_the_server) {
    desk.send(std::string{"MARKREAD #a "} + late);
    desk.send(std::string{"MARKREAD bob "} + early);
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.open(over_tls());
    EXPECT_THAT(log_in(again, caps), Contains(marked("#a", late)));
    EXPECT_THAT(again.ask("MARKREAD bob"), ElementsAre(marked("bob", early)));
    EXPECT_THAT(again.ask(std::string{"MARKREAD #a "} + early), ElementsAre(marked("#a", late)));
}

TEST_F(MarkRead, of_a_room_that_was_made_anew_is_unknown) {
    BenchClient& carol = bench.connect("carol");
    carol.send("JOIN #b");
    desk.send("JOIN #b");
    desk.send(std::string{"MARKREAD #b "} + late);
    carol.send("PART #b");
    desk.send("PART #b");
    EXPECT_THAT(desk.ask("JOIN #b"), Contains(marked("#b", "*")));
}

TEST_F(MarkRead, belongs_to_the_person_whatever_the_nick_is) {
    BenchClient& robert = bench.connect("robert", {}, over_tls("192.0.2.9"));
    robert.send("REGISTER * * secret-word");
    desk.send(std::string{"MARKREAD robert "} + late);
    robert.send("NICK rob");
    EXPECT_THAT(desk.ask("MARKREAD rob"), ElementsAre(marked("rob", late)));
    EXPECT_THAT(desk.ask("MARKREAD Robert"), ElementsAre(marked("Robert", late)));
}

TEST_F(MarkRead, is_nobody_elses) {
    bob.send("JOIN #a");
    (void)bob.take();
    desk.send(std::string{"MARKREAD #a "} + late);
    EXPECT_THAT(bob.take(), IsEmpty());
    EXPECT_THAT(bob.ask("MARKREAD #a"), ElementsAre(marked("#a", "*")));
}

TEST_F(MarkRead, of_a_guest_lives_as_long_as_the_guest_and_is_never_kept) {
    bob.send("JOIN #a");
    (void)bench.take_writes();
    EXPECT_THAT(bob.ask(std::string{"MARKREAD #a "} + late), ElementsAre(marked("#a", late)));
    EXPECT_THAT(bob.ask(std::string{"MARKREAD alice "} + early),
                ElementsAre(marked("alice", early)));
    EXPECT_THAT(bob.ask(std::string{"MARKREAD #a "} + early), ElementsAre(marked("#a", late)));
    bob.send("NICK robert");
    EXPECT_THAT(bob.ask("MARKREAD #a"), ElementsAre(marked("#a", late)));
    EXPECT_THAT(desk.ask("MARKREAD #a"), ElementsAre(marked("#a", "*")));
    EXPECT_THAT(bench.take_writes(),
                Not(Contains(testing::VariantWith<SaveReadMarker>(testing::_))));
    bob.hang_up();
    BenchClient& again = bench.connect("robert", caps);
    EXPECT_THAT(again.ask("JOIN #a"), Contains(marked("#a", "*")));
}

TEST_F(MarkRead, of_a_guest_outlives_its_room_and_goes_along_with_a_new_name) {
    bob.send("JOIN #b");
    bob.send(std::string{"MARKREAD #b "} + late);
    bob.send("PART #b");
    EXPECT_THAT(bob.ask("JOIN #b"), Contains(marked("#b", late)));
    bob.send("RENAME #b #c");
    EXPECT_THAT(bob.ask("MARKREAD #c"), ElementsAre(marked("#c", late)));
    EXPECT_THAT(bob.ask("MARKREAD #b"), ElementsAre(marked("#b", "*")));
}

TEST_F(MarkRead, of_a_guest_needs_no_store) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(bob.ask(std::string{"MARKREAD alice "} + late), ElementsAre(marked("alice", late)));
}

TEST_F(MarkRead, of_a_guest_is_not_the_accounts_that_logs_in) {
    BenchClient& guest = bench.connect("guest", std::string{caps} + " sasl", over_tls());
    guest.send(std::string{"MARKREAD bob "} + late);
    desk.hang_up();
    phone.hang_up();
    guest.send("AUTHENTICATE PLAIN");
    guest.send("AUTHENTICATE AGFsaWNlAHNlY3JldC13b3Jk");  // \0alice\0secret-word
    EXPECT_THAT(guest.ask("MARKREAD bob"), ElementsAre(marked("bob", "*")));
}

TEST_F(MarkRead, a_guest_who_logs_in_is_shown_what_is_known) {
    BenchClient& guest = bench.connect("guest", std::string{caps} + " sasl", over_tls());
    guest.send("JOIN #a");
    desk.send(std::string{"MARKREAD #a "} + late);
    desk.hang_up();
    phone.hang_up();
    (void)guest.take();
    guest.send("AUTHENTICATE PLAIN");
    // \0alice\0secret-word
    EXPECT_THAT(guest.ask("AUTHENTICATE AGFsaWNlAHNlY3JldC13b3Jk"), Contains(marked("#a", late)));
}

TEST_F(MarkRead, mistakes_are_told_as_the_specification_says) {
    EXPECT_THAT(desk.ask("MARKREAD"),
                ElementsAre(":irc.example FAIL MARKREAD NEED_MORE_PARAMS :Missing parameters"));
    for (const char* target : {"#nowhere timestamp=2023-05-05T05:05:05.005Z", "#a,b", "a,b", "*"}) {
        EXPECT_THAT(desk.ask(std::string{"MARKREAD "} + target),
                    ElementsAre(HasSubstr("FAIL MARKREAD INVALID_PARAMS ")))
            << target;
    }
    for (const char* time :
         {"*", "timestamp=", "timestamp=yesterday", "2023-05-05T05:05:05.005Z"}) {
        EXPECT_THAT(desk.ask(std::string{"MARKREAD #a "} + time),
                    ElementsAre(HasSubstr(std::string{"FAIL MARKREAD INVALID_PARAMS "} + time)));
    }
}

TEST_F(MarkRead, nothing_is_known_of_a_room_that_one_is_not_in) {
    bob.send("JOIN #secret");
    bob.send("MODE #secret +s");
    for (const char* room : {"#secret", "#nowhere"}) {
        EXPECT_THAT(desk.ask(std::string{"MARKREAD "} + room), ElementsAre(marked(room, "*")));
    }
}

TEST_F(MarkRead, stays_while_nothing_can_be_stored) {
    bench.engine().handle_store_health(StoreHealth::full, bench.now());
    EXPECT_THAT(desk.ask(std::string{"MARKREAD #a "} + late),
                ElementsAre(HasSubstr("FAIL MARKREAD INTERNAL_ERROR #a :")));
    EXPECT_THAT(desk.ask("MARKREAD #a"), ElementsAre(marked("#a", "*")));
}

TEST(ReadMarkers, of_a_guest_are_so_many_and_no_more) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.read_markers_per_account_max = 2;
    EngineBench bench(std::move(config));
    BenchClient& ann = bench.connect("ann", caps);
    ann.send(std::string{"MARKREAD bob "} + early);
    ann.send(std::string{"MARKREAD carol "} + late);
    ann.send(std::string{"MARKREAD dave "} + early);
    EXPECT_THAT(ann.ask("MARKREAD bob"), ElementsAre(marked("bob", "*")));
    EXPECT_THAT(ann.ask("MARKREAD carol"), ElementsAre(marked("carol", late)));
}

TEST(ReadMarkers, are_so_many_and_no_more) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.read_markers_per_account_max = 2;
    EngineBench bench(std::move(config));
    BenchClient& ann = bench.connect("ann", caps, over_tls());
    ann.send("REGISTER * * secret-word");
    ann.send(std::string{"MARKREAD bob "} + early);
    ann.send(std::string{"MARKREAD carol "} + late);
    ann.send(std::string{"MARKREAD dave "} + early);
    const auto expect_two = [](BenchClient& client) {
        EXPECT_THAT(client.ask("MARKREAD bob"), ElementsAre(marked("bob", "*")));
        EXPECT_THAT(client.ask("MARKREAD carol"), ElementsAre(marked("carol", late)));
        EXPECT_THAT(client.ask("MARKREAD dave"), ElementsAre(marked("dave", early)));
    };
    expect_two(ann);
    EngineBench after{EngineBench::After{bench}};
    BenchClient& again = after.open(over_tls());
    again.send("PASS ann:secret-word");
    again.send("NICK ann");
    again.send("USER user 0 * :Ann");
    expect_two(again);
}

}  // namespace
}  // namespace brusio
