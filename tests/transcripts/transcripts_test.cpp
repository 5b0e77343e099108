#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "tests/transcripts/transcript.h"

namespace brusio {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> transcripts() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(BRUSIO_TRANSCRIPTS_FOLDER)) {
        if (entry.path().extension() == ".irc") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

class Transcript : public testing::TestWithParam<fs::path> {};

TEST_P(Transcript, is_what_the_server_says) {
    const std::string written = text_of(GetParam());
    const std::string played = testing_support::play_transcript(written);
    ASSERT_EQ(played.find("(not understood)"), std::string::npos) << played;
    if (std::getenv("BRUSIO_UPDATE_TRANSCRIPTS") != nullptr) {
        std::ofstream(GetParam(), std::ios::binary) << played;
        return;
    }
    EXPECT_EQ(written, played) << "Run with BRUSIO_UPDATE_TRANSCRIPTS=1 and review the difference.";
}

std::string name_of(const testing::TestParamInfo<fs::path>& file) {
    return file.param.stem().string();
}

INSTANTIATE_TEST_SUITE_P(All, Transcript, testing::ValuesIn(transcripts()), name_of);

TEST(TranscriptPlayer, replaces_what_was_heard_and_keeps_the_rest) {
    const std::string played = testing_support::play_transcript(
        "# note\n! alice connects\nalice> PING x\nalice< something else\n");
    EXPECT_EQ(played,
              "# note\n! alice connects\nalice> PING x\n"
              "alice< :irc.example PONG irc.example :x\n");
}

TEST(TranscriptPlayer, marks_lines_that_mean_nothing) {
    EXPECT_EQ(testing_support::play_transcript("nobody> PING x\n! alice dances\n"),
              "nobody> PING x (not understood)\n! alice dances (not understood)\n");
}

}  // namespace
}  // namespace brusio
