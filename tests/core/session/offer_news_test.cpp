#include "core/session/offer_news.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::LinkOptions;
using testing_support::over_tls;

TEST(IsupportChanges, are_what_is_new_or_other_and_what_is_gone) {
    EXPECT_THAT(session::isupport_changes({"A=1", "B", "C=2", "D"}, {"A=1", "AA", "C=3", "D=x"}),
                ElementsAre("AA", "C=3", "D=x", "-B"));
    EXPECT_THAT(session::isupport_changes({"A"}, {"A"}), IsEmpty());
}

/// What clients hear of a reload.
class OfferNews : public testing::Test {
 protected:
    void reload(const session::ServerConfig& to) {
        bench.forget_all();
        bench.engine().handle_reload(to, bench.now());
        bench.settle();
    }
    /// A registered client of that version of CAP.
    BenchClient& client(std::string_view nick, std::string_view ls, const LinkOptions& link) {
        BenchClient& client = bench.open(link);
        client.send(ls);
        client.send("NICK " + std::string{nick});
        client.send("USER u 0 * :Real");
        client.send("CAP END");
        return client;
    }
    static session::ServerConfig without_registration() {
        session::ServerConfig config = EngineBench::default_config();
        config.accounts.registration = false;
        return config;
    }

    EngineBench bench;
    session::ServerConfig config = EngineBench::default_config();
    BenchClient& modern = client("modern", "CAP LS 302", over_tls());
    BenchClient& open = client("open", "CAP LS 302", {});  // no passwords: never was offered it
    BenchClient& notified = client("notified", "CAP REQ cap-notify", over_tls());
    BenchClient& silent = client("silent", "CAP LS", over_tls());
};

// IRCv3 capability-negotiation, "cap-notify".
TEST_F(OfferNews, what_is_offered_no_more_is_deleted_and_comes_back_with_its_value) {
    reload(without_registration());
    EXPECT_THAT(modern.take(),
                ElementsAre(":irc.example CAP modern DEL :draft/account-registration"));
    EXPECT_THAT(notified.take(),
                ElementsAre(":irc.example CAP notified DEL :draft/account-registration"));
    EXPECT_THAT(open.take(), IsEmpty());
    EXPECT_THAT(silent.take(), IsEmpty());
    reload(config);
    EXPECT_THAT(modern.take(),
                ElementsAre(":irc.example CAP modern NEW :draft/account-registration="
                            "before-connect,custom-account-name"));
    EXPECT_THAT(notified.take(),
                ElementsAre(":irc.example CAP notified NEW :draft/account-registration"));
    EXPECT_THAT(silent.take(), IsEmpty());
    reload(config);
    EXPECT_THAT(modern.take(), IsEmpty());
}

TEST_F(OfferNews, what_is_gone_is_off) {
    for (BenchClient* one : {&modern, &silent}) one->send("CAP REQ draft/account-registration");
    reload(without_registration());
    reload(config);
    for (BenchClient* one : {&modern, &silent}) {
        EXPECT_THAT(one->ask("CAP LIST"), Not(Contains(HasSubstr("account-registration"))));
    }
    bench.engine().check_invariants();
}

TEST_F(OfferNews, another_value_is_told_to_those_who_read_values) {
    config.limits.metadata_keys_max = 7;
    config.accounts.before_connect = false;
    reload(config);
    EXPECT_THAT(modern.take(),
                ElementsAre(AllOf(HasSubstr(" CAP modern NEW :"),
                                  HasSubstr("draft/account-registration=custom-account-name"),
                                  HasSubstr("draft/metadata-2=before-connect,max-subs="),
                                  HasSubstr(",max-keys=7,"))));
    EXPECT_THAT(notified.take(), IsEmpty());
}

TEST_F(OfferNews, who_has_not_registered_yet_hears_it_too) {
    BenchClient& newcomer = bench.open(over_tls());
    newcomer.send("CAP LS 302");
    reload(without_registration());
    EXPECT_THAT(newcomer.take(), ElementsAre(":irc.example CAP * DEL :draft/account-registration"));
    newcomer.send("NICK eve");
    reload(config);
    EXPECT_THAT(newcomer.take(),
                ElementsAre(HasSubstr(" CAP eve NEW :draft/account-registration=")));
}

// IRCv3 sts, "Details": it is changed by CAP NEW alone.
TEST_F(OfferNews, of_sts_each_link_hears_its_part) {
    config.sts_port = 6697;
    config.sts_duration = 24h;
    reload(config);
    EXPECT_THAT(modern.take(), ElementsAre(":irc.example CAP modern NEW :sts=duration=86400"));
    EXPECT_THAT(open.take(), ElementsAre(":irc.example CAP open NEW :sts=port=6697"));
    EXPECT_THAT(notified.take(), IsEmpty());
    config.sts_duration = 48h;
    reload(config);
    EXPECT_THAT(modern.take(), ElementsAre(":irc.example CAP modern NEW :sts=duration=172800"));
    EXPECT_THAT(open.take(), IsEmpty());
    config.sts_port = 0;
    reload(config);
    EXPECT_THAT(modern.take(), ElementsAre(":irc.example CAP modern NEW :sts=duration=0"));
    EXPECT_THAT(open.take(), IsEmpty());
}

TEST_F(OfferNews, tokens_of_005_that_changed_reach_everybody_who_has_registered) {
    BenchClient& batched = bench.connect("batched", "batch draft/extended-isupport server-time");
    BenchClient& newcomer = bench.open();
    newcomer.send("NICK newcomer");
    config.limits.topic_bytes_max = 90;
    config.accounts.required = true;
    reload(config);
    const char* tokens = "TOPICLEN=90 draft/ACCOUNTREQUIRED :are supported by this server";
    EXPECT_THAT(silent.take(), ElementsAre(std::string{":irc.example 005 silent "} + tokens));
    EXPECT_THAT(batched.take(),
                ElementsAre(HasSubstr(" draft/isupport"), EndsWith(tokens), HasSubstr(" BATCH -")));
    EXPECT_THAT(newcomer.take(), IsEmpty());
    config.accounts.required = false;
    reload(config);
    EXPECT_THAT(silent.take(),
                ElementsAre(":irc.example 005 silent -draft/ACCOUNTREQUIRED :are supported by this "
                            "server"));
}

TEST_F(OfferNews, at_most_thirteen_tokens_to_a_line) {
    Limits& limits = config.limits;
    for (std::size_t* limit :
         {&limits.away_bytes_max, &limits.room_name_bytes_max, &limits.host_bytes_max,
          &limits.key_bytes_max, &limits.kick_reason_bytes_max, &limits.realname_bytes_max,
          &limits.nick_bytes_max, &limits.topic_bytes_max, &limits.user_bytes_max,
          &limits.rooms_per_user_max, &limits.list_entries_per_room_max,
          &limits.targets_per_command_max, &limits.mode_changes_per_command_max,
          &limits.monitor_entries_max}) {
        --*limit;
    }
    reload(config);
    const std::vector<std::string> lines = silent.take();
    ASSERT_EQ(lines.size(), 2U);
    std::size_t tokens = 0;
    for (const std::string& line : lines) {
        const std::string_view list = std::string_view{line}.substr(0, line.find(" :are"));
        tokens += static_cast<std::size_t>(std::count(list.begin(), list.end(), ' ')) - 2;
    }
    EXPECT_EQ(tokens, 15U);  // MAXTARGETS and TARGMAX are one limit
}

TEST_F(OfferNews, operators_read_the_note_that_goes_with_it) {
    BenchClient& root = bench.connect("root");
    bench.make_operator(root);
    bench.engine().handle_reload(config, bench.now(), "transport.loops waits for the next start");
    bench.settle();
    EXPECT_THAT(root.take(), ElementsAre(HasSubstr("read again; transport.loops waits")));
}

}  // namespace
}  // namespace brusio
