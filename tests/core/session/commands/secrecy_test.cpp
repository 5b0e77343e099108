#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/session/command_table.h"
#include "tests/support/engine_bench.h"

// A stranger is answered for a secret room as for one that does not exist, by every command there
// is: a new command of the table is tried as well.
namespace brusio {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_support::BenchClient;
using testing_support::EngineBench;
using testing_support::over_tls;

/// '%' is the room's name.
constexpr std::string_view parameters[] = {
    "%",
    "% word",
    "word %",
    "% %",
    "% inside",
    "inside %",
    "% +b",
    "% b",
    "% +o inside",
    "% :some text",
    "@% :text",
    "%,% word",
    "% * 10",
    "LATEST % * 10",
    "% timestamp=2024-01-01T00:00:00.000Z",
    "% LIST",
    "% SET url x",
    "INFO %",
    "FOUNDER % spy",
    "DROP %",
    "* * %",
    "inside word %",
    "% inside :x",
    "+ %",
    "% o",
    "%*",
    "BEFORE % msgid=x 10",
    "in=%;text=psst",
    "+1 draft/multiline %",
};

/// JOIN lets in, or says why not: whoever knows the name learns that there is a room.
constexpr std::string_view telling[] = {"JOIN"};

enum class Stranger { guest, logged_in };

/// A world with a room that is called #secret.
struct SecretWorld {
    SecretWorld(Stranger kind, std::string_view modes)
        : stranger(kind == Stranger::guest
                       ? bench.connect("spy", "message-tags", over_tls("192.0.2.66"))
                       : bench.connect("spy", caps, over_tls("192.0.2.66"))) {
        if (kind == Stranger::logged_in) stranger.send("REGISTER * * secret-word");
        inside.send("REGISTER * * secret-word");
        inside.send("JOIN #secret");
        inside.send("TOPIC #secret :what nobody knows");
        inside.send("PRIVMSG #secret :psst");
        inside.send("MODE #secret " + std::string{modes});
        bench.forget_all();
    }
    /// Everything that anybody reads after the stranger has said such lines about a room.
    std::vector<std::string> answers(std::string_view command, std::string_view room) {
        std::vector<std::string> lines;
        for (const std::string_view form : parameters) {
            std::string line = "@+x=y " + std::string{command} + " ";
            for (const char letter : form)
                line += letter == '%' ? std::string{room} : std::string{letter};
            for (std::string& answer : stranger.ask(line)) lines.push_back(answer + "  <- " + line);
            for (std::string& heard : inside.take()) lines.push_back("inside: " + heard);
        }
        return lines;
    }

    static constexpr const char* caps =
        "message-tags batch labeled-response echo-message standard-replies draft/chathistory "
        "draft/event-playback draft/read-marker draft/message-redaction draft/channel-rename "
        "soju.im/search draft/multiline draft/metadata-2";
    EngineBench bench;
    BenchClient& inside = bench.connect("inside", {}, over_tls());
    BenchClient& stranger;
};

std::vector<std::string> answers(Stranger kind, std::string_view modes, std::string_view command,
                                 const std::string& room) {
    SecretWorld world(kind, modes);
    std::vector<std::string> lines = world.answers(command, room);
    constexpr std::string_view secret = "#secret";
    for (std::string& line : lines) {
        for (std::size_t at = line.find(room); at != line.npos; at = line.find(room, at + 1)) {
            line.replace(at, room.size(), secret);
        }
    }
    return lines;
}

class Secrecy : public testing::TestWithParam<Stranger> {};

TEST_P(Secrecy, strangers_are_told_the_same_of_a_secret_room_as_of_none) {
    for (const session::CommandRow& row : session::command_table()) {
        if (std::find(std::begin(telling), std::end(telling), row.name) != std::end(telling))
            continue;
        for (const char* modes : {"+s", "+s-n", "+smikl key 1"}) {
            EXPECT_EQ(answers(GetParam(), modes, row.name, "#secret"),
                      answers(GetParam(), modes, row.name, "#absent"))
                << row.name << " and modes " << modes;
        }
    }
}

TEST_P(Secrecy, the_difference_would_be_seen) {
    std::vector<std::string_view> different;
    for (const session::CommandRow& row : session::command_table()) {
        if (answers(GetParam(), "-s", row.name, "#secret") !=
            answers(GetParam(), "-s", row.name, "#absent")) {
            different.push_back(row.name);
        }
    }
    for (const char* name : {"JOIN", "KICK", "LIST", "MODE", "NAMES", "PART", "PRIVMSG", "RENAME",
                             "TAGMSG", "TOPIC", "WHO"}) {
        EXPECT_THAT(different, Contains(name));
    }
}

TEST(SecretRoom, takes_nothing_from_outside) {
    SecretWorld world(Stranger::guest, "+s-n");
    EXPECT_THAT(world.stranger.ask("PRIVMSG #secret :hello?"),
                testing::ElementsAre(HasSubstr(" 403 spy #secret ")));
    EXPECT_THAT(world.inside.take(), IsEmpty());
    world.inside.send("MODE #secret -s");
    EXPECT_THAT(world.stranger.ask("PRIVMSG #secret :hello?"), IsEmpty());
    EXPECT_THAT(world.inside.take(), Contains(HasSubstr(":hello?")));
}

INSTANTIATE_TEST_SUITE_P(All, Secrecy, testing::Values(Stranger::guest, Stranger::logged_in),
                         [](const testing::TestParamInfo<Stranger>& kind) {
                             return kind.param == Stranger::guest ? "guests" : "accounts";
                         });

}  // namespace
}  // namespace brusio
