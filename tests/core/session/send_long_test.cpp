#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// Answers of many lines at clients whose send queues hold 8,000 bytes, of which pieces of 2,000
/// are sent.
class LongAnswer : public testing::Test {
 protected:
    static constexpr std::size_t queue_bytes_max = 8'000;

    static session::ServerConfig config() {
        session::ServerConfig config = EngineBench::default_config();
        config.limits.send_queue_bytes_max = queue_bytes_max;
        return config;
    }

    void make_rooms(int count) {
        for (int i = 0; i < count; ++i) ann.send("JOIN #room" + std::to_string(i));
        bench.forget_all();
    }
    std::vector<BenchClient*> fill(const std::string& room, int count) {
        std::vector<BenchClient*> members;
        for (int i = 0; i < count; ++i) {
            members.push_back(&bench.connect("member" + std::to_string(i)));
            members.back()->send("JOIN " + room);
        }
        bench.forget_all();
        return members;
    }
    /// The words at that place of the lines with that numeric.
    static std::vector<std::string> words(const std::vector<std::string>& lines,
                                          const std::string& numeric, std::size_t place) {
        std::vector<std::string> found;
        for (const std::string& line : lines) {
            if (line.find(" " + numeric + " ") == std::string::npos) continue;
            std::size_t begin = 0;
            for (std::size_t i = 0; i < place; ++i) begin = line.find(' ', begin) + 1;
            found.push_back(line.substr(begin, line.find(' ', begin) - begin));
        }
        return found;
    }
    /// Everybody whom RPL_NAMREPLY names, in order.
    static std::vector<std::string> named(const std::vector<std::string>& lines) {
        std::vector<std::string> names;
        for (const std::string& line : lines) {
            if (line.find(" 353 ") == std::string::npos) continue;
            std::string rest = line.substr(line.rfind(" :") + 2) + " ";
            for (; !rest.empty(); rest.erase(0, rest.find(' ') + 1)) {
                names.push_back(rest.substr(0, rest.find(' ')));
            }
        }
        return names;
    }
    template <class Things>
    static std::set<std::string> each_once(const Things& things) {
        std::set<std::string> set(things.begin(), things.end());
        EXPECT_EQ(set.size(), things.size()) << "something came twice";
        return set;
    }

    EngineBench bench{config()};
    BenchClient& ann = bench.connect("ann");
    BenchClient& bob = bench.connect("bob", "batch labeled-response draft/metadata-2");
};

TEST_F(LongAnswer, arrives_whole_and_never_fills_the_queue) {
    make_rooms(90);
    ann.send("TOPIC #room7 :" + std::string(300, 't'));
    const auto lines = bob.ask("LIST");
    EXPECT_THAT(each_once(words(lines, "322", 3)), SizeIs(90));
    EXPECT_EQ(lines.back(), ":irc.example 323 bob :End of channel list");
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max / 2);
}

TEST_F(LongAnswer, waits_for_its_reader_and_so_does_what_comes_after_it) {
    make_rooms(90);
    bob.set_reading(false);
    bob.send("LIST");
    bob.send("PING after");
    const auto before = bob.take();
    EXPECT_THAT(before, Contains(HasSubstr(" 322 ")));
    EXPECT_THAT(before, Not(Contains(HasSubstr(" 323 "))));
    ann.send("PRIVMSG bob :meanwhile");
    EXPECT_THAT(bob.take(), ElementsAre(HasSubstr(":meanwhile")));
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max / 2);
    bob.set_reading(true);
    const auto after = bob.take();
    EXPECT_EQ(words(before, "322", 3).size() + words(after, "322", 3).size(), 90U);
    ASSERT_GE(after.size(), 2U);
    EXPECT_THAT(after[after.size() - 2], HasSubstr(" 323 "));
    EXPECT_THAT(after.back(), HasSubstr(" PONG irc.example :after"));
}

TEST_F(LongAnswer, passes_over_what_goes_and_repeats_nothing) {
    make_rooms(90);
    bob.set_reading(false);
    bob.send("LIST");
    auto lines = bob.take();
    const std::size_t told = words(lines, "322", 3).size();
    ASSERT_GT(told, 2U);
    ann.send("PART #room0,#room1,#room89");
    ann.send("JOIN #new");
    ann.send("RENAME #room80 #renamed");
    bob.set_reading(true);
    const auto rest = bob.take();
    lines.insert(lines.end(), rest.begin(), rest.end());
    const auto rooms = each_once(words(lines, "322", 3));
    EXPECT_THAT(rooms, Contains("#room88"));
    EXPECT_THAT(rooms, Contains("#renamed"));
    EXPECT_THAT(rooms, Not(Contains("#room89")));
}

TEST_F(LongAnswer, has_one_label_around_all_its_pieces) {
    make_rooms(90);
    bob.set_reading(false);
    bob.send("@label=all LIST");
    auto lines = bob.take();
    EXPECT_THAT(lines.front(), StartsWith("@label=all :irc.example BATCH +"));
    const std::string reference = lines.front().substr(lines.front().find('+') + 1, 1);
    ann.send("PRIVMSG bob :meanwhile");
    EXPECT_THAT(bob.take(), ElementsAre(StartsWith(":ann!")));
    lines.erase(lines.begin());
    bob.set_reading(true);
    const auto rest = bob.take();
    lines.insert(lines.end(), rest.begin(), rest.end());
    EXPECT_EQ(lines.back(), ":irc.example BATCH -" + reference);
    lines.pop_back();
    EXPECT_THAT(lines, SizeIs(92));
    EXPECT_THAT(lines, Each(StartsWith("@batch=" + reference + " ")));
    EXPECT_THAT(bob.ask("@label=next PING x"), ElementsAre(StartsWith("@label=next ")));
}

TEST_F(LongAnswer, goes_with_whoever_asked) {
    make_rooms(90);
    bob.set_reading(false);
    bob.send("LIST");
    bob.hang_up();
    bench.advance(std::chrono::minutes{5});
    BenchClient& carol = bench.connect("carol");
    EXPECT_THAT(words(carol.ask("LIST"), "322", 3), SizeIs(90));
}

TEST_F(LongAnswer, keeps_alive_who_reads_it_slowly) {
    make_rooms(90);
    bob.set_reading(false);
    bob.send("LIST");
    bench.advance(std::chrono::seconds{80}, testing_support::Pings::ignored);
    bob.set_reading(true);
    bench.advance(std::chrono::seconds{80}, testing_support::Pings::ignored);
    EXPECT_FALSE(bob.closed());
}

TEST_F(LongAnswer, of_many_short_ones_waits_for_its_reader_too) {
    ann.send("JOIN #a");
    ann.send("TOPIC #a :" + std::string(380, 't'));
    bob.set_reading(false);
    std::string lines;
    for (int i = 0; i < 60; ++i) lines += "TOPIC #a\r\n";
    bob.send_bytes(lines);
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max / 2);
    bob.set_reading(true);
    EXPECT_THAT(words(bob.take(), "332", 3), SizeIs(60));
}

TEST_F(LongAnswer, of_who_tells_of_all_who_fit_the_mask) {
    const auto members = fill("#a", 60);
    EXPECT_THAT(each_once(words(bob.ask("WHO *"), "352", 7)), SizeIs(62));
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max / 2);
    bob.set_reading(false);
    bob.send("WHO *");
    members[0]->send("QUIT");
    members[59]->send("QUIT");
    bob.set_reading(true);
    const auto lines = bob.take();
    EXPECT_THAT(each_once(words(lines, "352", 7)), Not(Contains("member59")));
    EXPECT_THAT(lines.back(), HasSubstr(" 315 bob * :"));
}

TEST_F(LongAnswer, of_who_tells_of_a_room_while_members_come_and_go) {
    const auto members = fill("#a", 60);
    bob.set_reading(false);
    bob.send("WHO #a");
    members[0]->send("PART #a");  // the last one takes its place
    members[58]->send("NICK other");
    ann.send("JOIN #a");
    bob.set_reading(true);
    const auto lines = bob.take();
    const auto nicks = each_once(words(lines, "352", 7));
    EXPECT_THAT(nicks, AllOf(Contains("member59"), Contains("other"), Not(Contains("ann"))));
    EXPECT_EQ(lines.back(), ":irc.example 315 bob #a :End of WHO list");
}

TEST_F(LongAnswer, of_names_tells_of_a_room_while_members_come_and_go) {
    const auto members = fill("#a", 300);
    bob.set_reading(false);
    bob.send("NAMES #a");
    members[0]->send("PART #a");
    members[299]->send("PART #a");
    bob.set_reading(true);
    const auto lines = bob.take();
    const auto names = each_once(named(lines));
    EXPECT_THAT(names, AllOf(Contains("member298"), Not(Contains("member299"))));
    EXPECT_THAT(lines.back(), HasSubstr(" 366 bob #a :"));
}

TEST_F(LongAnswer, of_names_ends_with_the_room) {
    const auto members = fill("#a", 300);
    bob.set_reading(false);
    bob.send("NAMES #a");
    for (BenchClient* member : members) member->send("PART #a");
    bob.set_reading(true);
    const auto lines = bob.take();
    EXPECT_LT(named(lines).size(), 300U);
    EXPECT_THAT(lines.back(), HasSubstr(" 366 bob #a :"));
}

TEST_F(LongAnswer, of_names_tells_of_every_room_once) {
    make_rooms(60);
    fill("#room30", 200);
    const auto lines = bob.ask("NAMES");
    EXPECT_THAT(each_once([&] {
                    auto rooms = words(lines, "353", 4);
                    rooms.erase(std::unique(rooms.begin(), rooms.end()), rooms.end());
                    return rooms;
                }()),
                SizeIs(60));
    EXPECT_THAT(named(lines), SizeIs(260));
    EXPECT_THAT(lines.back(), HasSubstr(" 366 bob * :"));
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max / 2);
}

TEST_F(LongAnswer, of_a_join_is_under_its_label_until_the_last_name) {
    fill("#a", 300);
    ann.send("JOIN #b");
    bob.set_reading(false);
    bob.send("@label=in JOIN #a,#b");
    auto lines = bob.take();
    EXPECT_THAT(lines, Contains(HasSubstr(" JOIN #b")));
    EXPECT_THAT(lines, Not(Contains(HasSubstr(" 366 "))));
    bob.set_reading(true);
    const auto rest = bob.take();
    lines.insert(lines.end(), rest.begin(), rest.end());
    EXPECT_THAT(named(lines), AllOf(Contains("bob"), Contains("member299"), SizeIs(303)));
    const auto is_end = HasSubstr(" 366 ");
    EXPECT_EQ(std::count_if(
                  lines.begin(), lines.end(),
                  [](const std::string& line) { return line.find(" 366 ") != std::string::npos; }),
              2);
    EXPECT_THAT(lines[lines.size() - 2], AllOf(StartsWith("@batch="), is_end));
    EXPECT_THAT(lines.back(), HasSubstr(" BATCH -"));
}

TEST_F(LongAnswer, of_metadata_is_one_batch) {
    bob.send("METADATA * SUB note");
    ann.send("JOIN #a");
    ann.send("METADATA #a SET note :the room");
    for (int i = 0; i < 60; ++i) {
        BenchClient& one = bench.connect("m" + std::to_string(i), "draft/metadata-2");
        one.send("METADATA * SET note :" + std::string(200, 'n'));
        one.send("JOIN #a");
    }
    bob.send("JOIN #a");
    bench.forget_all();
    bob.set_reading(false);
    bob.send("@label=m METADATA #a SYNC");
    auto lines = bob.take();
    ann.send("PRIVMSG #a :meanwhile");
    EXPECT_THAT(bob.take(), ElementsAre(StartsWith(":ann!")));
    bob.set_reading(true);
    const auto rest = bob.take();
    lines.insert(lines.end(), rest.begin(), rest.end());
    EXPECT_THAT(lines.front(), AllOf(StartsWith("@label=m "), EndsWith(" metadata #a")));
    EXPECT_THAT(lines.back(), HasSubstr(" BATCH -"));
    EXPECT_THAT(lines, SizeIs(63));
    EXPECT_THAT(std::vector(lines.begin() + 1, lines.end() - 1),
                Each(AllOf(StartsWith("@batch="), HasSubstr(" METADATA "))));
    EXPECT_LT(bob.queue_bytes_peak(), queue_bytes_max);
}

TEST_F(LongAnswer, that_is_made_already_is_cut_between_lines) {
    bench.make_operator(ann);
    for (int i = 1; i <= 90; ++i) ann.send("BAN ADD 203.0.113." + std::to_string(i) + " :reason");
    bench.forget_all();
    ann.set_reading(false);
    ann.send("BAN LIST");
    EXPECT_LT(ann.queue_bytes_peak(), queue_bytes_max / 2);
    ann.set_reading(true);
    const auto lines = ann.take();
    EXPECT_THAT(lines, SizeIs(91));
    EXPECT_THAT(lines, Each(StartsWith(":irc.example NOTICE ann :")));
    EXPECT_THAT(lines.back(), HasSubstr("End of the bans"));
}

TEST_F(LongAnswer, to_a_page_of_history_is_cut_between_lines) {
    ann.send("JOIN #a");
    for (int i = 0; i < 90; ++i)
        ann.send("PRIVMSG #a :" + std::to_string(i) + std::string(200, '.'));
    BenchClient& carol =
        bench.connect("carol", "draft/chathistory batch labeled-response message-tags");
    carol.send("JOIN #a");
    (void)carol.take();
    session::ServerConfig shown = bench.engine().config();
    shown.history_for_new_members = true;
    bench.engine().handle_reload(std::move(shown), bench.now());
    carol.set_reading(false);
    carol.send("@label=h CHATHISTORY LATEST #a * 90");
    carol.send("PING after");
    auto lines = carol.take();
    EXPECT_LT(carol.queue_bytes_peak(), queue_bytes_max);
    carol.set_reading(true);
    const auto rest = carol.take();
    ASSERT_THAT(rest, Not(IsEmpty()));
    lines.insert(lines.end(), rest.begin(), rest.end());
    EXPECT_THAT(lines, SizeIs(93));
    EXPECT_THAT(lines.front(), StartsWith("@label=h "));
    EXPECT_THAT(lines[91], HasSubstr(" BATCH -"));
    EXPECT_THAT(lines.back(), HasSubstr(" PONG "));
}

}  // namespace
}  // namespace brusio
