// Feeds every file of a fuzz target's corpus to it: a broken property aborts the test.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/fuzz_input.h"

namespace brusio::fuzz {
namespace {

std::vector<std::filesystem::path> corpus_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{BRUSIO_FUZZ_CORPUS}) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

int run(const std::string& bytes) {
    return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                  bytes.size());
}

TEST(Corpus, every_kept_input_passes) {
    const std::vector<std::filesystem::path> files = corpus_files();
    ASSERT_FALSE(files.empty()) << BRUSIO_FUZZ_CORPUS;
    for (const std::filesystem::path& file : files) {
        std::cout << file.filename().string() << '\n' << std::flush;  // the culprit is the last
        std::ifstream stream{file, std::ios::binary};
        ASSERT_TRUE(stream.is_open()) << file;
        EXPECT_EQ(run({std::istreambuf_iterator<char>{stream}, {}}), 0) << file;
    }
}

TEST(Corpus, every_start_of_a_kept_input_passes) {
    for (const std::filesystem::path& file : corpus_files()) {
        std::ifstream stream{file, std::ios::binary};
        const std::string all{std::istreambuf_iterator<char>{stream}, {}};
        const std::size_t bytes_max = std::min<std::size_t>(all.size(), 600);
        for (std::size_t bytes = 0; bytes <= bytes_max; ++bytes) {
            ASSERT_EQ(run(all.substr(0, bytes)), 0) << file << " " << bytes;
        }
    }
}

}  // namespace
}  // namespace brusio::fuzz
