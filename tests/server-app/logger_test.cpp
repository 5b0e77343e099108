#include "server-app/logger.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace brusio::server {
namespace {

std::string logfmt(std::initializer_list<LogField> fields) {
    return log_line(LogFormat::logfmt, "T", LogLevel::info, "e", fields);
}
std::string json(std::initializer_list<LogField> fields) {
    return log_line(LogFormat::json, "T", LogLevel::warning, "e", fields);
}

TEST(LogLine, tells_time_level_and_event_first) {
    EXPECT_EQ(logfmt({{"url", "irc://127.0.0.1:6667"}, {"n", 3}}),
              "time=T level=info event=e url=irc://127.0.0.1:6667 n=3");
    EXPECT_EQ(json({{"a", "b c"}, {"n", 3}}),
              R"({"time":"T","level":"warning","event":"e","a":"b c","n":3})");
}

TEST(LogLine, a_value_that_would_break_the_line_is_quoted_and_escaped) {
    EXPECT_EQ(logfmt({{"a", "two words"}}), R"(time=T level=info event=e a="two words")");
    EXPECT_EQ(logfmt({{"a", ""}}), R"(time=T level=info event=e a="")");
    EXPECT_EQ(logfmt({{"a", "x=\"y\""}}), R"(time=T level=info event=e a="x=\"y\"")");
}

TEST(LogLine, no_value_can_forge_a_line_or_move_a_terminal) {
    std::string nasty;
    for (int c = 0; c < 256; ++c) nasty += static_cast<char>(c);
    nasty +=
        "\r\nlevel=error event=forged\x1b[2J\xC2\x9B"
        "31m";
    for (const std::string& line : {logfmt({{"a", nasty}}), json({{"a", nasty}})}) {
        EXPECT_TRUE(std::none_of(line.begin(), line.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        }));
        EXPECT_EQ(line.find("\xC2\x9B"), std::string::npos);
    }
}

TEST(Logger, writes_whole_lines_from_many_threads_and_nothing_below_its_level) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    Logger log{ends[1]};
    log.set(LogLevel::warning, LogFormat::logfmt);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                log.write(LogLevel::warning, "loud", {{"i", i}});
                log.write(LogLevel::info, "quiet");
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    ::close(ends[1]);
    std::string text;
    std::array<char, 4096> buffer;
    for (ssize_t got = 1; got > 0;) {
        got = ::read(ends[0], buffer.data(), buffer.size());
        if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 200);
    EXPECT_EQ(text.find("quiet"), std::string::npos);
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
        ASSERT_EQ(text.compare(at, 5, "time="), 0);
    }
}

}  // namespace
}  // namespace brusio::server
