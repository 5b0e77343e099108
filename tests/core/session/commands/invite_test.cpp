#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/wire/case_mapping.h"
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

class Invite : public testing::Test {
 protected:
    EngineBench bench;
    BenchClient& alice = bench.connect("alice");
    BenchClient& bob = bench.connect("bob");
    BenchClient& carol = bench.connect("carol");
};

TEST_F(Invite, by_an_operator_opens_an_invite_only_room_once) {
    alice.send("JOIN #a");
    alice.send("MODE #a +i");
    EXPECT_THAT(alice.ask("INVITE bob #a"), ElementsAre(":irc.example 341 alice bob #a"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 INVITE bob #a"));
    EXPECT_THAT(bob.ask("JOIN #a"), Contains(":bob!~user@192.0.2.1 JOIN #a"));
    bob.send("PART #a");
    EXPECT_THAT(bob.ask("JOIN #a"),
                ElementsAre(":irc.example 473 bob #a :Cannot join: by invitation only (+i)"));
}

TEST_F(Invite, by_a_plain_member_does_not_undo_a_ban) {
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    alice.send("MODE #a +b carol");
    EXPECT_THAT(bob.ask("INVITE carol #a"), ElementsAre(":irc.example 341 bob carol #a"));
    carol.send("JOIN #a");
    EXPECT_THAT(carol.take(), Contains(":irc.example 474 carol #a :Cannot join: you are banned "
                                       "(+b)"));
}

TEST_F(Invite, into_an_invite_only_room_needs_a_rank) {
    alice.send("JOIN #a");
    bob.send("JOIN #a");
    alice.send("MODE #a +i");
    EXPECT_THAT(bob.ask("INVITE carol #a"), Contains(HasSubstr(" 482 bob #a ")));
    EXPECT_THAT(carol.take(), IsEmpty());
}

TEST_F(Invite, into_a_secret_room_from_outside_looks_like_no_room) {
    alice.send("JOIN #a");
    alice.send("MODE #a +s");
    EXPECT_THAT(bob.ask("INVITE carol #a"),
                ElementsAre(":irc.example 403 bob #a :There is no such channel"));
    EXPECT_THAT(bob.ask("INVITE carol #b"),
                ElementsAre(":irc.example 403 bob #b :There is no such channel"));
}

TEST_F(Invite, of_somebody_away_tells_why) {
    alice.send("JOIN #a");
    bob.send("AWAY :asleep");
    EXPECT_THAT(alice.ask("INVITE bob #a"),
                ElementsAre(":irc.example 341 alice bob #a", ":irc.example 301 alice bob :asleep"));
}

TEST_F(Invite, list_holds_only_rooms_that_are_still_there) {
    alice.send("JOIN #a");
    alice.send("INVITE bob #a");
    alice.send("PART #a");
    EXPECT_THAT(bob.ask("INVITE"), ElementsAre(":irc.example 337 bob :End of your invitations"));
}

/// dan has an account and is nowhere; alice runs #a, into which one is invited.
class InviteAbsent : public Invite {
 protected:
    InviteAbsent() {
        dan().send("QUIT");
        alice.send("JOIN #a");
        alice.send("MODE #a +i");
        bench.forget_all();
    }
    BenchClient& dan() {
        BenchClient& dan = bench.connect("dan", {}, testing_support::over_tls());
        dan.send("REGISTER * * secret-word");
        return dan;
    }
    static std::vector<std::string> welcome_of(BenchClient& client) {
        client.send("PASS dan:secret-word");
        client.send("NICK dan");
        client.send("USER user 0 * :Dan");
        return client.take();
    }
};

TEST_F(InviteAbsent, an_account_finds_the_invitation_when_it_comes) {
    bob.send("CAP REQ invite-notify");
    alice.send("INVITE bob #a");
    bob.send("JOIN #a");
    bench.forget_all();
    EXPECT_THAT(
        alice.ask("INVITE Dan #a"),
        ElementsAre(":irc.example 341 alice dan #a", ":irc.example 301 alice dan :Not connected"));
    EXPECT_THAT(bob.take(), ElementsAre(":alice!~user@192.0.2.1 INVITE dan #a"));
    BenchClient& back = bench.open(testing_support::over_tls());
    EXPECT_THAT(welcome_of(back), Contains(":irc.example INVITE dan #a"));
    EXPECT_THAT(back.ask("JOIN #a"), Contains(":dan!~user@192.0.2.1 JOIN #a"));
}

TEST_F(InviteAbsent, an_account_that_was_never_here_finds_it_over_a_restart) {
    engine::EngineConfig config = EngineBench::engine_config(EngineBench::default_config());
    AccountRecord eve;
    eve.id = AccountId{5};
    eve.name = "eve";
    eve.key = wire::fold("eve");
    eve.skeleton = "eve";
    eve.fingerprints = {std::string(64, 'a')};
    config.kept.accounts = {eve};
    config.kept.account_last = eve.id;
    EngineBench first{std::move(config)};
    BenchClient& cat = first.connect("cat");
    cat.send("JOIN #c");
    cat.send("MODE #c +i");
    EXPECT_THAT(cat.ask("INVITE eve #c"), Contains(":irc.example 341 cat eve #c"));
    const auto holds_invitation = [](const std::vector<Write>& writes) {
        return std::any_of(writes.begin(), writes.end(), [](const Write& write) {
            const auto* saved = std::get_if<SavePresence>(&write);
            return saved != nullptr && saved->presence.invitations.size() == 1 &&
                   saved->presence.account == AccountId{5};
        });
    };
    EXPECT_TRUE(holds_invitation(first.take_writes()));
    cat.send("INVITE eve #c");
    EXPECT_FALSE(holds_invitation(first.take_writes()));
    first.engine().check_invariants();
}

TEST_F(InviteAbsent, a_guest_who_logs_in_finds_it_too) {
    alice.send("INVITE dan #a");
    BenchClient& late = bench.connect("late", "sasl", testing_support::over_tls());
    late.send("AUTHENTICATE PLAIN");
    // NUL dan NUL secret-word
    EXPECT_THAT(late.ask("AUTHENTICATE AGRhbgBzZWNyZXQtd29yZA=="),
                Contains(":irc.example INVITE late #a"));
    EXPECT_THAT(late.ask("JOIN #a"), Contains(HasSubstr(" JOIN #a")));
}

TEST_F(InviteAbsent, a_plain_members_invitation_opens_nothing_and_is_not_held) {
    bob.send("JOIN #b");
    carol.send("JOIN #b");
    EXPECT_THAT(carol.ask("INVITE dan #b"),
                ElementsAre(HasSubstr(" 401 carol dan :Is not here; only an operator's")));
    EXPECT_THAT(welcome_of(bench.open(testing_support::over_tls())),
                Not(Contains(HasSubstr(" INVITE "))));
}

TEST_F(InviteAbsent, whom_the_account_silenced_nothing_is_held_of) {
    BenchClient& back = bench.log_in("dan", {});
    back.send("SILENCE +alice");
    back.send("QUIT");
    EXPECT_THAT(alice.ask("INVITE dan #a"), Contains(HasSubstr(" 341 alice dan #a")));
    EXPECT_THAT(welcome_of(bench.open(testing_support::over_tls())),
                Not(Contains(HasSubstr(" INVITE "))));
    EXPECT_THAT(alice.ask("INVITE nobody #a"), ElementsAre(HasSubstr(" 401 alice nobody ")));
}

}  // namespace
}  // namespace brusio
