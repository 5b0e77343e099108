#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/storage/sqlite/power_world.h"
#include "tests/support/temporary_folder.h"

namespace brusio::sqlite {
namespace {

constexpr std::uint64_t seed = 7;

/// How often the power goes: few times by default, more for who asks (BRUSIO_POWER_CUTS).
std::uint64_t cuts_wanted() {
    const char* wanted = std::getenv("BRUSIO_POWER_CUTS");
    return wanted == nullptr ? 300 : std::strtoull(wanted, nullptr, 10);
}

/// Everything that a store does from its first opening on, with some batches alone and some in
/// groups.
std::vector<DiskOperation> life_of_a_store() {
    const test::TemporaryFolder folder;
    PowerVfs disk{"power-life"};
    PowerWorld world;
    EXPECT_TRUE(world.open(folder.path("data"), disk));
    std::uint64_t written = 0;
    for (std::uint64_t round = 1; round <= 60; ++round) {
        const std::uint64_t count = round % 5 == 0 ? 12 : 1;
        written += count;
        EXPECT_EQ(world.write(count, disk), written);
    }
    std::vector<DiskOperation> operations = disk.operations();
    world.close();
    return operations;
}

void put_files(const std::string& folder, const std::map<std::string, std::string>& contents) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& [name, content] : contents) {
        std::ofstream{folder + "/" + name, std::ios::binary} << content;
    }
}

struct Outcome {
    std::uint64_t cuts = 0;
    std::uint64_t faults = 0;
    std::string first_fault;
};

Outcome cut_the_power(const std::vector<DiskOperation>& life, DiskModel::Syncs syncs,
                      std::uint64_t cuts_max) {
    const test::TemporaryFolder folder;
    PowerVfs disk{"power-after", PowerVfs::Record::off};
    DiskModel model{syncs};
    Outcome outcome;
    std::uint64_t durable = 0;
    for (std::uint64_t i = 0; i < life.size(); ++i) {
        if (life[i].kind == DiskOperation::Kind::note) durable = life[i].offset;
        model.apply(life[i]);
        // Spread over the whole life; several cuts at one moment once there are more of them.
        const std::uint64_t share = (i + 1) * cuts_max / life.size();
        while (outcome.cuts < share) {
            const std::uint64_t cut = outcome.cuts++;
            put_files(folder.path("data"), model.after_power_cut(seed, cut));
            const std::string fault =
                PowerWorld::fault_in(folder.path("data"), durable, disk.name());
            if (fault.empty()) continue;
            if (outcome.faults++ == 0) {
                outcome.first_fault = "cut " + std::to_string(cut) + " after operation " +
                                      std::to_string(i) + ": " + fault;
            }
        }
    }
    return outcome;
}

TEST(PowerCut, what_was_called_durable_is_there_whole_and_in_order) {
    const Outcome outcome = cut_the_power(life_of_a_store(), DiskModel::Syncs::hold, cuts_wanted());
    EXPECT_EQ(outcome.cuts, cuts_wanted());
    EXPECT_EQ(outcome.faults, 0U) << outcome.first_fault;
    RecordProperty("cuts", static_cast<int>(outcome.cuts));
}

TEST(PowerCut, a_disk_that_lies_about_syncs_is_found_out) {
    EXPECT_GT(cut_the_power(life_of_a_store(), DiskModel::Syncs::lie, 100).faults, 0U);
}

}  // namespace
}  // namespace brusio::sqlite
