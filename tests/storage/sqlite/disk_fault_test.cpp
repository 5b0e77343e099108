#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/storage/sqlite/power_world.h"
#include "tests/support/temporary_folder.h"

namespace brusio::sqlite {
namespace {

using Kind = DiskOperation::Kind;
using Lasting = PowerVfs::Lasting;

struct DiskFault {
    const char* name;
    Kind kind;
    int code;
    Lasting lasting;
};

class DiskFaults : public testing::TestWithParam<DiskFault> {};

// The disk fails at its first, second, third ... operation of a kind, wherever in a commit or a
// checkpoint that is.
TEST_P(DiskFaults, the_store_stops_and_keeps_what_it_called_durable) {
    const DiskFault& fault = GetParam();
    for (std::uint64_t after = 1; after <= 25; ++after) {
        SCOPED_TRACE(after);
        const test::TemporaryFolder folder;
        PowerVfs disk{"power-fault", PowerVfs::Record::off};
        PowerWorld world;
        ASSERT_TRUE(world.open(folder.path("data"), disk));
        world.write(3, disk);
        disk.fail(fault.kind, after, fault.code, fault.lasting);
        std::uint64_t durable = 3;
        for (int round = 0; round < 60 && !disk.has_failed(); ++round) {
            durable = world.write(1, disk);
        }
        ASSERT_TRUE(disk.has_failed());
        // A checkpoint fails after its batch was acknowledged; the next one finds it out.
        durable = world.write(1, disk);
        EXPECT_EQ(world.write(2, disk), durable) << "nothing is durable after a failure";
        EXPECT_EQ(world.store().health(), StoreHealth::failed);
        world.close();
        disk.heal();
        EXPECT_EQ(PowerWorld::fault_in(folder.path("data"), durable, disk.name()), "");
    }
}

INSTANTIATE_TEST_SUITE_P(
    Disk, DiskFaults,
    testing::Values(DiskFault{"write_error_once", Kind::write, SQLITE_IOERR_WRITE, Lasting::once},
                    DiskFault{"write_error", Kind::write, SQLITE_IOERR_WRITE, Lasting::for_ever},
                    DiskFault{"no_space", Kind::write, SQLITE_FULL, Lasting::for_ever},
                    DiskFault{"no_space_once", Kind::write, SQLITE_FULL, Lasting::once},
                    DiskFault{"sync_error_once", Kind::sync, SQLITE_IOERR_FSYNC, Lasting::once},
                    DiskFault{"sync_error", Kind::sync, SQLITE_IOERR_FSYNC, Lasting::for_ever}),
    [](const testing::TestParamInfo<DiskFault>& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace brusio::sqlite
