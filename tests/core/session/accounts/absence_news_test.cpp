#include "core/session/accounts/absence_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
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
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// ann is an operator of bob's room #a and has gone. The clock stands at 00:01.
class AbsenceNews : public testing::Test {
 protected:
    explicit AbsenceNews(std::size_t most = 50)
        : bench([&] {
              session::ServerConfig config = EngineBench::default_config();
              config.limits.absence_news_per_account_max = most;
              return config;
          }()) {
        BenchClient& ann = bench.connect("ann", {}, over_tls());
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        bob.send("JOIN #a");
        ann.send("JOIN #a");
        bob.send("MODE #a +o ann");
        ann.hang_up();
        bench.advance(1min);
        bench.forget_all();
    }
    /// What the server notes to her at her return.
    static std::vector<std::string> come_back(EngineBench& where,
                                              const std::string& caps = "standard-replies") {
        BenchClient& client = where.open(over_tls());
        client.send("CAP REQ :" + caps);
        client.send("PASS ann:secret-word");
        client.send("NICK ann");
        client.send("USER user 0 * :Real");
        client.send("CAP END");
        std::vector<std::string> notes;
        for (const std::string& line : client.take()) {
            const std::size_t at = line.find(" NOTE * ");
            if (at != line.npos) notes.push_back(line.substr(at + 8));
            if (line.find(" NOTICE ann ") != line.npos) notes.push_back(line);
        }
        return notes;
    }
    std::vector<std::string> come_back() { return come_back(bench); }

    EngineBench bench;
    BenchClient& bob = bench.connect("bob", {}, over_tls("192.0.2.2"));
};

TEST_F(AbsenceNews, a_kick_is_told_once) {
    bob.send("KICK #a ann :too loud");
    EXPECT_THAT(come_back(), ElementsAre("REMOVED #a bob :[2024-01-01 00:01:00] While you were "
                                         "away bob removed you from #a: too loud"));
    EXPECT_THAT(come_back(), IsEmpty());
}

TEST_F(AbsenceNews, is_a_notice_for_clients_without_standard_replies) {
    bob.send("KICK #a ann :too loud");
    EXPECT_THAT(come_back(bench, "server-time"),
                ElementsAre(EndsWith(" NOTICE ann :[2024-01-01 00:01:00] While you were away bob "
                                     "removed you from #a: too loud")));
}

TEST_F(AbsenceNews, is_told_to_clients_that_know_history_and_to_bots_too) {
    bob.send("KICK #a ann :too loud");
    EXPECT_THAT(come_back(bench, "standard-replies draft/chathistory"),
                ElementsAre(HasSubstr("REMOVED #a bob")));
}

TEST_F(AbsenceNews, is_kept_over_a_restart) {
    bob.send("KICK #a ann :too loud");
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(come_back(after), ElementsAre(HasSubstr("REMOVED #a bob")));
    EngineBench later{EngineBench::After{after}};
    EXPECT_THAT(come_back(later), IsEmpty());
}

TEST_F(AbsenceNews, is_nothing_for_who_is_there) {
    (void)come_back();
    bob.send("MODE #a -o ann");
    bob.send("KICK #a ann :too loud");
    bench.advance(1s);
    EngineBench after{EngineBench::After{bench}};
    EXPECT_THAT(come_back(after), IsEmpty());
}

TEST_F(AbsenceNews, a_lost_rank_is_told_unless_it_was_given_back) {
    bob.send("MODE #a +v ann");
    bob.send("MODE #a -ov ann ann");
    bob.send("MODE #a +v ann");
    EXPECT_THAT(come_back(),
                ElementsAre(HasSubstr("RANK_LOST #a bob :[2024-01-01 00:01:00] While you were "
                                      "away bob took +o in #a from you")));
}

TEST_F(AbsenceNews, a_ban_that_reaches_her_is_told_unless_it_was_lifted) {
    bob.send("MODE #a +b nobody!*@*");
    bob.send("MODE #a +b ~a:ann");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("banned you from #a (~a:ann)")));
}

TEST_F(AbsenceNews, a_ban_that_was_lifted_is_none) {
    bob.send("MODE #a +b ~a:ann");
    bob.send("MODE #a -b ~a:ann");
    EXPECT_THAT(come_back(), IsEmpty());
    bob.send("MODE #a +b ~a:carol");
}

TEST_F(AbsenceNews, a_ban_with_an_exception_for_her_is_none) {
    bob.send("MODE #a +e ~a:ann");
    bob.send("MODE #a +b ann!*@*");
    EXPECT_THAT(come_back(), IsEmpty());
}

TEST_F(AbsenceNews, a_room_with_another_name_is_told) {
    bob.send("RENAME #a #b :better");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("CHANNEL_RENAMED #a bob ")));
}

TEST_F(AbsenceNews, what_server_operators_do_is_told_too) {
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    root.send("SAPART ann #a :out");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("REMOVED #a root ")));
}

TEST_F(AbsenceNews, who_is_killed_while_away_reads_why) {
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    root.send("KILL ann :spam");
    EXPECT_THAT(come_back(), ElementsAre(EndsWith("root removed you from #a: spam")));
}

TEST_F(AbsenceNews, a_founder_reads_who_has_the_room_now) {
    BenchClient& ann = bench.log_in("ann", "server-time");
    ann.send("JOIN #mine");
    ann.hang_up();
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    root.send("CHANNEL FOUNDER #mine bob");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("root made bob the founder of #mine")));
}

TEST_F(AbsenceNews, the_last_of_its_kind_in_a_room_stands_for_all) {
    for (int i = 0; i < 5; ++i) bob.send("MODE #a -o+o ann ann");
    bob.send("MODE #a -o ann");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("RANK_LOST #a")));
}

class FewAbsenceNews : public AbsenceNews {
 protected:
    FewAbsenceNews() : AbsenceNews(1) {}
};

TEST_F(FewAbsenceNews, are_the_newest) {
    bob.send("MODE #a -o ann");
    bob.send("KICK #a ann :too loud");
    EXPECT_THAT(come_back(), ElementsAre(HasSubstr("REMOVED #a")));
}

class NoAbsenceNews : public AbsenceNews {
 protected:
    NoAbsenceNews() : AbsenceNews(0) {}
};

TEST_F(NoAbsenceNews, are_told_where_the_configuration_says_so) {
    bob.send("KICK #a ann :too loud");
    EXPECT_THAT(come_back(), IsEmpty());
}

}  // namespace
}  // namespace brusio
