#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "sim/world/run.h"

// The same runs have the same hashes on every compiler, at every optimisation, under sanitizers.
// A change of behaviour changes them on purpose: build the target sim_golden_update, and review
// that the change explains itself.
namespace brusio::sim {
namespace {

struct Golden {
    RunOptions options;
    std::string hash;
};

std::string hex(std::uint64_t value) {
    std::ostringstream out;
    out << std::hex << value;
    return std::string(16 - out.str().size(), '0') + out.str();
}

std::vector<Golden> read_goldens() {
    std::vector<Golden> goldens;
    std::ifstream file{BRUSIO_GOLDEN_FILE};
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words{line};
        Golden golden;
        std::string span;
        std::string weather;
        words >> golden.options.seed >> golden.options.users >> golden.options.rooms >> span >>
            weather >> golden.hash;
        golden.options.span = duration_from(span).value();
        golden.options.weather = weather_named(weather).value();
        goldens.push_back(golden);
    }
    return goldens;
}

void write_goldens(const std::vector<Golden>& goldens) {
    std::ofstream file{BRUSIO_GOLDEN_FILE};
    file << "# seed users rooms span weather hash\n";
    for (const Golden& golden : goldens) {
        const RunOptions& options = golden.options;
        file << options.seed << ' ' << options.users << ' ' << options.rooms << ' '
             << duration_text(options.span) << ' ' << options.weather.name << ' ' << golden.hash
             << '\n';
    }
}

TEST(GoldenHashes, fifteen_runs_are_what_they_always_were_and_miss_nothing) {
    const bool update = std::getenv("BRUSIO_UPDATE_GOLDEN") != nullptr;
    std::vector<Golden> goldens = read_goldens();
    ASSERT_EQ(goldens.size(), 15U);
    std::array<std::uint64_t, probe_count> reached{};
    for (Golden& golden : goldens) {
        const RunReport report = run_once(golden.options);
        EXPECT_EQ(report.verdict, Verdict::pass) << replay_line(golden.options);
        const std::string hash = hex(report.trace.hash());
        for (std::size_t i = 0; i < probe_count; ++i) {
            const auto probe = static_cast<Probe>(i);
            reached.at(i) += report.reach.count(probe);
            if (is_reachable(probe, golden.options.weather)) continue;
            EXPECT_EQ(report.reach.count(probe), 0U)
                << name_of(probe) << " in " << golden.options.weather.name << " weather";
        }
        if (update) golden.hash = hash;
        EXPECT_EQ(hash, golden.hash) << replay_line(golden.options);
    }
    for (std::size_t i = 0; i < probe_count; ++i) {
        EXPECT_GT(reached.at(i), 0U) << "no run gets to: " << name_of(static_cast<Probe>(i));
    }
    if (update) write_goldens(goldens);
}

}  // namespace
}  // namespace brusio::sim
