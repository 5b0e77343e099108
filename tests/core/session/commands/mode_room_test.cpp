#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;

class RoomMode : public testing::Test {
 protected:
    void SetUp() override {
        alice.send("JOIN #a");
        bob.send("JOIN #a");
        bench.forget_all();
    }
    /// What bob sees after alice has asked for it.
    std::vector<std::string> seen(const std::string& modes) {
        bench.forget_all();
        alice.send("MODE #a " + modes);
        return bob.take();
    }

    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
};

constexpr const char* from_alice = ":alice!~user@192.0.2.1 MODE #a ";

TEST_F(RoomMode, only_changes_that_had_an_effect_are_told) {
    EXPECT_THAT(seen("+imm"), ElementsAre(std::string{from_alice} + "+im"));
    EXPECT_THAT(seen("+im"), IsEmpty());
    EXPECT_THAT(seen("-tn-m"), ElementsAre(std::string{from_alice} + "-m"));
}

TEST_F(RoomMode, signs_are_written_as_rarely_as_possible) {
    EXPECT_THAT(seen("+o+v-o+m+n bob bob bob"),
                ElementsAre(std::string{from_alice} + "+ov-o+mn bob bob bob"));
}

TEST_F(RoomMode, a_key_is_one_short_word) {
    EXPECT_THAT(seen("+k :"), IsEmpty());
    EXPECT_THAT(seen("+k :a b"), IsEmpty());
    EXPECT_THAT(seen("+k a,b"), IsEmpty());
    EXPECT_THAT(seen("+k ::x"), IsEmpty());
    EXPECT_THAT(seen("+k " + std::string(33, 'x')), IsEmpty());
    EXPECT_THAT(alice.take(), ElementsAre(HasSubstr(" 696 alice #a k * :")));
    EXPECT_THAT(seen("+k " + std::string(32, 'x')),
                ElementsAre(std::string{from_alice} + "+k " + std::string(32, 'x')));
    EXPECT_THAT(seen("-k"), ElementsAre(std::string{from_alice} + "-k *"));
}

TEST_F(RoomMode, a_limit_is_a_positive_number) {
    for (const char* bad : {"0", "-1", "1x", "99999999999"}) {
        EXPECT_THAT(seen("+l " + std::string{bad}), IsEmpty()) << bad;
        EXPECT_THAT(alice.take(),
                    ElementsAre(HasSubstr(" 696 alice #a l " + std::string{bad} + " :")));
    }
    EXPECT_THAT(seen("+l :"), IsEmpty());
    EXPECT_THAT(alice.take(), ElementsAre(HasSubstr(" 696 alice #a l * :")));
    EXPECT_THAT(seen("+l 007"), ElementsAre(std::string{from_alice} + "+l 7"));
    EXPECT_THAT(seen("-l"), ElementsAre(std::string{from_alice} + "-l"));
}

TEST_F(RoomMode, a_letter_that_misses_its_parameter_does_not_hold_up_the_others) {
    EXPECT_THAT(seen("+o"), IsEmpty());
    EXPECT_THAT(alice.take(), IsEmpty());
    EXPECT_THAT(seen("+klm"), ElementsAre(std::string{from_alice} + "+m"));
}

TEST_F(RoomMode, masks_are_completed_and_compared_without_case) {
    EXPECT_THAT(seen("+b Eve"), ElementsAre(std::string{from_alice} + "+b Eve!*@*"));
    EXPECT_THAT(seen("+b EVE!*@*"), IsEmpty());
    EXPECT_THAT(seen("-b eve"), ElementsAre(std::string{from_alice} + "-b Eve!*@*"));
    EXPECT_THAT(seen("-b eve"), IsEmpty());
}

TEST_F(RoomMode, a_mask_that_cannot_stand_in_a_line_is_refused) {
    for (const std::string& bad : {std::string{"+b :a b"}, std::string{"+b ::a"},
                                   "+b " + std::string(201, 'x'), std::string{"+b :"}}) {
        EXPECT_THAT(seen(bad), IsEmpty());
        EXPECT_THAT(alice.take(), ElementsAre(HasSubstr(" 696 alice #a b * :")));
    }
}

TEST_F(RoomMode, a_full_list_takes_no_more) {
    session::ServerConfig config = EngineBench::default_config();
    config.limits.list_entries_per_room_max = 2;
    EngineBench small(std::move(config));
    BenchClient& carol = small.connect("carol");
    carol.send("JOIN #a");
    EXPECT_THAT(carol.ask("MODE #a +bbbe x y z x"),
                ElementsAre(HasSubstr(" 478 carol #a b :"),
                            ":carol!~user@192.0.2.1 MODE #a +bbe x!*@* y!*@* x!*@*"));
}

TEST_F(RoomMode, long_masks_are_told_on_several_lines) {
    const std::string mask(75, 'x');
    std::string request = "+bbbbbb";
    for (char c = '1'; c <= '6'; ++c) request += " " + mask + c;
    const auto lines = seen(request);
    EXPECT_GT(lines.size(), 1U);
    for (const std::string& line : lines) {
        EXPECT_LE(line.size() + 2, 512U);
        EXPECT_TRUE(line.ends_with("!*@*")) << line;
    }
}

TEST_F(RoomMode, ranks_are_given_by_those_who_may) {
    EXPECT_THAT(bob.ask("MODE #a +v bob"), ElementsAre(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("MODE #a +o nobody"), ElementsAre(HasSubstr(" 482 bob #a ")));
    alice.send("MODE #a +h bob");
    EXPECT_THAT(bob.ask("MODE #a +hoo bob bob bob"), ElementsAre(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(bob.ask("MODE #a +v alice"), ElementsAre(":bob!~user@192.0.2.1 MODE #a +v alice"));
    EXPECT_THAT(bob.ask("MODE #a -h bob"), ElementsAre(":bob!~user@192.0.2.1 MODE #a -h bob"));
}

TEST_F(RoomMode, a_rank_laid_down_in_a_command_is_missing_for_the_rest_of_it) {
    EXPECT_THAT(
        alice.ask("MODE #a -o+m alice"),
        ElementsAre(HasSubstr(" 482 alice #a "), ":alice!~user@192.0.2.1 MODE #a -o alice"));
}

TEST_F(RoomMode, unknown_letters_are_told_once_each_and_never_break_a_line) {
    EXPECT_THAT(alice.ask("MODE #a +xx:\u00e9"),
                ElementsAre(":irc.example 472 alice x :is no mode that this server knows",
                            ":irc.example 472 alice ? :is no mode that this server knows"));
}

TEST_F(RoomMode, the_key_is_shown_to_members_alone) {
    BenchClient& carol = bench.connect("carol");
    alice.send("MODE #a +k hush");
    EXPECT_THAT(bob.ask("MODE #a"), Contains(HasSubstr(" 324 bob #a +k hush")));
    EXPECT_THAT(carol.ask("MODE #a"), Contains(":irc.example 324 carol #a +k *"));
}

TEST_F(RoomMode, exceptions_are_shown_to_those_who_may_change_them) {
    alice.send("MODE #a +eI x y");
    EXPECT_THAT(bob.ask("MODE #a e"), ElementsAre(HasSubstr(" 482 ")));
    EXPECT_THAT(bob.ask("MODE #a I"), ElementsAre(HasSubstr(" 482 ")));
    alice.send("MODE #a +h bob");
    bob.send("PING x");
    EXPECT_THAT(bob.ask("MODE #a e"),
                ElementsAre(HasSubstr(" 348 bob #a x!*@* "), HasSubstr(" 349 bob #a ")));
    EXPECT_THAT(bob.ask("MODE #a I"),
                ElementsAre(HasSubstr(" 346 bob #a y!*@* "), HasSubstr(" 347 bob #a ")));
}

TEST_F(RoomMode, a_secret_room_answers_from_outside_like_none) {
    BenchClient& carol = bench.connect("carol");
    alice.send("MODE #a +s");
    for (const char* modes : {"", " +m", " b", " +o carol"}) {
        const std::string answer = carol.ask("MODE #a" + std::string{modes}).at(0);
        EXPECT_EQ(answer, ":irc.example 403 carol #a :There is no such channel") << modes;
    }
}

TEST(NewRoom, begins_with_the_modes_of_the_configuration) {
    session::ServerConfig config = EngineBench::default_config();
    config.room_modes = "nt";
    EngineBench bench(config);
    BenchClient& alice = bench.connect("alice");
    BenchClient& outsider = bench.connect("outsider");
    alice.send("JOIN #a");
    EXPECT_THAT(alice.ask("MODE #a"), Contains(HasSubstr(" 324 alice #a +nt")));
    EXPECT_THAT(outsider.ask("PRIVMSG #a :psst"), ElementsAre(HasSubstr(" 404 outsider #a ")));
    alice.send("MODE #a -n");
    outsider.send("JOIN #a");
    EXPECT_THAT(alice.ask("MODE #a"), Contains(HasSubstr(" 324 alice #a +t")));
}

}  // namespace
}  // namespace brusio
