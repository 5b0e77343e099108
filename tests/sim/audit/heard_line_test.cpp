#include "sim/audit/heard_line.h"

#include <gtest/gtest.h>

#include <string>

namespace brusio::sim {
namespace {

constexpr auto tags_cap = static_cast<TagCaps>(TagCap::message_tags);

std::string message(int number) {
    return "@msgid=" + std::to_string(number) + " :ann!a@h PRIVMSG #a :word " +
           std::to_string(number % 3);
}

TEST(LineReader, reads_a_text_again_as_it_read_it_first) {
    NameTable names;
    LineReader reader{names};
    for (int round = 0; round < 2; ++round) {
        for (int number = 0; number < 500; ++number) {
            const HeardLine& heard = reader.read(message(number));
            EXPECT_EQ(heard.msgid, std::to_string(number));
            EXPECT_EQ(heard.line.param(1), "word " + std::to_string(number % 3));
            EXPECT_TRUE(heard.is_speech);
            EXPECT_EQ(names.name(heard.sender), "ann");
            EXPECT_EQ(names.name(heard.target), "#a");
        }
    }
}

TEST(LineReader, judges_one_text_for_each_listener) {
    NameTable names;
    LineReader reader{names};
    for (int round = 0; round < 2; ++round) {
        const HeardLine& heard = reader.read(message(7));
        EXPECT_EQ(reader.flaw(heard, tags_cap), "");
        EXPECT_EQ(reader.flaw(heard, 0), "a tag was not negotiated");
    }
    EXPECT_EQ(reader.flaw(reader.read(""), 0), "the command is not one");
}

TEST(LineReader, what_a_server_says_itself_is_no_speech) {
    NameTable names;
    LineReader reader{names};
    EXPECT_FALSE(reader.read(":s.x NOTICE ann :welcome").is_speech);
    EXPECT_FALSE(reader.read(":ann!a@h JOIN #a").is_speech);
    EXPECT_EQ(names.size(), 0U);
}

}  // namespace
}  // namespace brusio::sim
