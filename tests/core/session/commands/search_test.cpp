#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
using testing::StartsWith;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

constexpr const char* search_caps =
    "soju.im/search batch server-time message-tags standard-replies labeled-response";

/// ann and bob have accounts and are in #a; ann has said something to bob in private.
class Search : public testing::Test {
 protected:
    Search() {
        ann.send("REGISTER * * secret-word");
        bob.send("REGISTER * * secret-word");
        ann.send("JOIN #a");
        ann.send("PRIVMSG #a :bread is out");
        bob.send("JOIN #a");
        bench.advance(1s);
        bob.send("PRIVMSG #a :I have bread");
        bench.advance(1s);
        ann.send("PRIVMSG bob :your bread is stale");
        ann.send("NOTICE #a :milk");
        ann.send("JOIN #b");
        ann.send("PRIVMSG #b :bread, too");
        bench.forget_all();
    }
    /// What was found, as "<target> :<text>".
    static std::vector<std::string> find(BenchClient& client, const std::string& attributes) {
        std::vector<std::string> found;
        for (const std::string& line : client.ask("SEARCH " + attributes)) {
            for (const std::string word : {" PRIVMSG ", " NOTICE "}) {
                const std::size_t at = line.find(word);
                if (at != std::string::npos) found.push_back(line.substr(at + word.size()));
            }
        }
        return found;
    }

    EngineBench bench;
    BenchClient& ann = bench.connect("ann", search_caps, over_tls());
    BenchClient& bob = bench.connect("bob", search_caps, over_tls("192.0.2.2"));
};

TEST_F(Search, finds_words_in_all_that_the_user_may_read) {
    EXPECT_THAT(find(ann, "text=bread"), ElementsAre("#a :bread is out", "#a :I have bread",
                                                     "bob :your bread is stale", "#b :bread, too"));
}

TEST_F(Search, shows_nobody_what_was_said_before_he_came_or_where_he_is_not) {
    EXPECT_THAT(find(bob, "text=bread"),
                ElementsAre("#a :I have bread", "bob :your bread is stale"));
    EXPECT_THAT(find(bob, "text=bread;in=#b"), IsEmpty());
    EXPECT_THAT(find(bob, "text=bread;in=#nowhere"), IsEmpty());
    EXPECT_EQ(bob.ask("SEARCH in=#b").size(), bob.ask("SEARCH in=#nowhere").size());
}

TEST_F(Search, shows_a_banned_member_nothing) {
    ann.send("MODE #a +b bob!*@*");
    EXPECT_THAT(find(bob, "text=bread;in=#a"), IsEmpty());
    EXPECT_THAT(find(bob, "text=bread"), ElementsAre("bob :your bread is stale"));
}

TEST_F(Search, is_for_one_conversation_on_request) {
    EXPECT_THAT(find(ann, "in=#B;text=bread"), ElementsAre("#b :bread, too"));
    EXPECT_THAT(find(ann, "in=bob"), ElementsAre("bob :your bread is stale"));
    EXPECT_THAT(find(bob, "in=ann"), ElementsAre("bob :your bread is stale"));
    EXPECT_THAT(find(bob, "in=nobody"), IsEmpty());
}

TEST_F(Search, is_for_one_sender_on_request) {
    EXPECT_THAT(find(ann, "from=BOB"), ElementsAre("#a :I have bread"));
    EXPECT_THAT(find(ann, "from=ann;in=#a"), ElementsAre("#a :bread is out", "#a :milk"));
}

TEST_F(Search, takes_values_as_tags_are_written) {
    EXPECT_THAT(find(ann, "text=stale\\sbread"), ElementsAre("bob :your bread is stale"));
}

TEST_F(Search, keeps_to_times_and_to_a_limit) {
    EXPECT_THAT(find(ann, "text=bread;limit=1"), ElementsAre("#b :bread, too"));
    EXPECT_THAT(find(ann, "text=bread;limit=1;after=1990-01-01T00:00:00.000Z"),
                ElementsAre("#a :bread is out"));
    EXPECT_THAT(find(ann, "text=bread;before=1990-01-01T00:00:00.000Z"), IsEmpty());
}

TEST_F(Search, answers_in_one_batch_even_if_there_is_nothing) {
    const auto lines = ann.ask("@label=1 SEARCH text=nothing");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(lines[0],
                AllOf(StartsWith("@label=1"), HasSubstr(" BATCH +"), EndsWith(" soju.im/search")));
    EXPECT_THAT(lines[1], HasSubstr(" BATCH -"));
    for (const std::string& line : ann.ask("SEARCH text=milk")) {
        if (line.find(" NOTICE ") == line.npos) continue;
        EXPECT_THAT(line, AllOf(HasSubstr("batch="), HasSubstr("msgid="), HasSubstr("time=")));
    }
}

TEST_F(Search, tells_who_reads_no_batches_that_there_is_nothing) {
    BenchClient& old = bench.connect("old");
    EXPECT_THAT(old.ask("SEARCH text=bread"),
                ElementsAre(":irc.example NOTICE old :SEARCH: there is nothing"));
    BenchClient& newer = bench.connect("newer", "standard-replies");
    EXPECT_THAT(newer.ask("SEARCH text=bread"),
                ElementsAre(HasSubstr(" NOTE SEARCH NOTHING_FOUND :")));
}

TEST_F(Search, says_what_is_wrong_with_an_attribute) {
    const auto refusal = [&](const std::string& attributes) {
        return ann.ask("SEARCH " + attributes).at(0);
    };
    EXPECT_THAT(refusal("regex=x"), HasSubstr("FAIL SEARCH INVALID_PARAMS regex :The attributes"));
    EXPECT_THAT(refusal("text="), HasSubstr("FAIL SEARCH INVALID_PARAMS text :"));
    EXPECT_THAT(refusal("after=yesterday"), HasSubstr("FAIL SEARCH INVALID_PARAMS after :A time"));
    EXPECT_THAT(refusal("limit=0"), HasSubstr("FAIL SEARCH INVALID_PARAMS limit :A number"));
    EXPECT_THAT(ann.ask("SEARCH").at(0), HasSubstr(" 461 ann SEARCH "));
}

TEST_F(Search, does_not_find_what_was_taken_back) {
    (void)bench.take_writes();
    ann.send("PRIVMSG #a :bread of regret");
    const auto writes = bench.take_writes();
    const std::string id = std::get<AppendMessage>(writes.at(0)).message.id;
    ann.send("REDACT #a " + id);
    EXPECT_THAT(find(ann, "text=regret"), IsEmpty());
}

TEST_F(Search, keeps_status_messages_to_their_rank) {
    ann.send("PRIVMSG @#a :bread for operators");
    EXPECT_THAT(find(ann, "text=operators"), ElementsAre("@#a :bread for operators"));
    EXPECT_THAT(find(bob, "text=operators"), IsEmpty());
}

TEST_F(Search, names_a_room_as_it_is_called_now) {
    ann.send("RENAME #b #bakery");
    EXPECT_THAT(find(ann, "text=too"), ElementsAre("#bakery :bread, too"));
}

TEST_F(Search, gives_a_guest_its_rooms) {
    BenchClient& eve = bench.connect("eve", search_caps);
    eve.send("JOIN #a");
    eve.send("PRIVMSG ann :bread in private");
    ann.send("PRIVMSG #a :bread for eve");
    bench.forget_all();
    EXPECT_THAT(find(eve, "text=bread"), ElementsAre("#a :bread for eve"));
}

}  // namespace
}  // namespace brusio
