#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/keyed_random.h"
#include "core/session/command_table.h"
#include "core/wire/line.h"
#include "core/wire/utf8.h"
#include "tests/support/engine_bench.h"

namespace brusio {
namespace {

using testing_support::BenchClient;
using testing_support::EngineBench;

constexpr std::array<std::string_view, 4> nicks{"alice", "bob", "carol", "root"};

/// Words that commands take, and words that they should not.
constexpr std::string_view words[] = {
    "alice",
    "BOB",
    "carol",
    "nobody",
    "#a",
    "#B",
    "#c,#a",
    "#a,#a,#b",
    "*",
    "b*",
    "+o",
    "-o",
    "+ov-o",
    "+beI",
    "+b",
    "-k",
    "+kl",
    "+imnst",
    "-imns",
    "+h",
    "+iwB",
    "-o+x:",
    "key",
    "5",
    "0",
    "-1",
    ">0",
    "C<5,!x*",
    "%nuha",
    "%tcf,12",
    "o",
    "+",
    "-",
    "L",
    "S",
    "C",
    "u",
    ":",
    "::",
    ": ",
    ":a b",
    ":!x y@",
    "#",
    ",",
    ",,",
    "#a b",
    "!",
    "@#a",
    "%x,,",
    ":\x01",
    "caf\u00e9",
    "root",
    "secret",
    "LS",
    "302",
    "END",
    "REQ",
    ":batch",
    ":-batch multi-prefix",
    ":away-notify extended-monitor setname",
};

/// Draws the lines that one client sends in one run.
class Chatter {
 public:
    explicit Chatter(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t bound) {
        return static_cast<std::size_t>(random_.below(bound, 1, "any input", ++draws_));
    }

    std::string line() {
        const auto rows = session::command_table();
        std::string text;
        if (below(8) == 0) text = "@label=" + std::to_string(below(100)) + ";+x=y ";
        std::string_view command = rows[below(rows.size())].name;
        if (command == "QUIT" && below(4) != 0) command = "JOIN";
        text += command;
        for (std::size_t params = below(5); params > 0; --params) {
            text += ' ';
            text += word();
        }
        return text;
    }

 private:
    std::string word() {
        if (below(20) == 0) return std::string(1 + below(450), 'x');
        return std::string{words[below(std::size(words))]};
    }

    KeyedRandom random_;
    std::uint64_t draws_ = 0;
};

void expect_well_formed(const std::string& line) {
    const auto parsed = wire::parse_line(line);
    ASSERT_TRUE(parsed.ok()) << line;
    const std::size_t tags = parsed->tags.empty() ? 0 : parsed->tags.size() + 2;
    EXPECT_LE(line.size() - tags + 2, Limits::line_bytes_max) << line;
    EXPECT_EQ(line.find_first_of(std::string_view{"\r\n\0", 3}), std::string::npos) << line;
    EXPECT_TRUE(wire::valid_utf8(line)) << line;
    EXPECT_TRUE(!parsed->source.empty() || parsed->command == "ERROR") << line;
    for (std::size_t i = 0; i + 1 < parsed->params_count; ++i) {
        EXPECT_FALSE(parsed->param(i).empty()) << line;
    }
}

void play(std::uint64_t seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Chatter chatter(seed);
    EngineBench bench;
    std::vector<BenchClient*> clients;
    for (const std::string_view nick : nicks) {
        const bool modern = chatter.below(2) == 0;
        clients.push_back(&bench.connect(
            nick, modern ? "batch labeled-response message-tags server-time echo-message" : ""));
    }
    bench.make_operator(*clients.back());
    for (int i = 0; i < 150; ++i) {
        BenchClient& client = *clients[chatter.below(clients.size())];
        client.send(chatter.line());
        for (BenchClient* reader : clients) {
            for (const std::string& line : reader->take()) expect_well_formed(line);
        }
        if (chatter.below(10) == 0) bench.advance(std::chrono::seconds{chatter.below(60)});
    }
}

TEST(AnyInput, is_answered_by_well_formed_lines_and_breaks_nothing) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        play(seed);
        if (HasFailure()) return;
    }
}

}  // namespace
}  // namespace brusio
