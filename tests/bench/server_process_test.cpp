#include "bench/compare/server_process.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <stdexcept>

#include "bench/load/descriptor.h"
#include "bench/load/process_meter.h"

namespace brusio::bench {
namespace {

std::int64_t in_seconds(std::int64_t seconds) { return now_ns() + seconds * 1'000'000'000; }

TEST(ServerProcess, is_gone_when_its_object_is_gone) {
    const TemporaryFolder folder;
    int pid = 0;
    {
        const ServerProcess process{{{BRUSIO_FLOOR}, folder.path() / "log"}};
        pid = process.pid();
        EXPECT_EQ(::kill(pid, 0), 0);
    }
    EXPECT_NE(::kill(pid, 0), 0);
}

TEST(ServerProcess, one_that_ends_at_once_is_reported_with_its_own_words) {
    const TemporaryFolder folder;
    ServerProcess process{{{BRUSIO_FLOOR, "no-port"}, folder.path() / "log"}};
    try {
        process.wait_for_address(in_seconds(20));
        ADD_FAILURE() << "it has no address";
    } catch (const std::runtime_error& failure) {
        EXPECT_NE(std::string{failure.what()}.find("usage:"), std::string::npos) << failure.what();
    }
}

TEST(ServerProcess, an_address_in_its_output_is_found) {
    const TemporaryFolder folder;
    const auto text = folder.write("text", "msg=listening url=irc://127.0.0.1:4321 more\n");
    ServerProcess process{{{"/bin/cat", text.string()}, folder.path() / "log"}};
    EXPECT_EQ(process.wait_for_address(in_seconds(20)), (Target{"127.0.0.1", 4321}));
}

TEST(ServerProcess, runs_on_the_cpu_it_was_given) {
    cpu_set_t ours;
    ASSERT_EQ(::sched_getaffinity(0, sizeof ours, &ours), 0);
    int cpu = 0;
    while (!CPU_ISSET(cpu, &ours)) ++cpu;
    const TemporaryFolder folder;
    const Target target{"127.0.0.1", free_port()};
    ServerProcess process{{{BRUSIO_FLOOR, std::to_string(target.port)},
                           folder.path() / "log",
                           LaunchPlan::RunAs::ourselves,
                           cpu}};
    process.wait_until_accepting(target, in_seconds(20));
    cpu_set_t its;
    ASSERT_EQ(::sched_getaffinity(process.pid(), sizeof its, &its), 0);
    EXPECT_EQ(CPU_COUNT(&its), 1);
    EXPECT_TRUE(CPU_ISSET(cpu, &its));
}

TEST(TemporaryFolder, is_gone_with_its_files_when_its_object_is_gone) {
    std::filesystem::path path;
    {
        const TemporaryFolder folder;
        path = folder.write("file", "text").parent_path();
        EXPECT_TRUE(std::filesystem::exists(path / "file"));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(ProcessMeter, sees_the_time_and_memory_of_a_process) {
    const ProcessMeter meter{::getpid()};
    const auto before = meter.cpu();
    ASSERT_TRUE(before.has_value());
    volatile std::uint64_t sum = 0;
    while (meter.cpu()->precise_ns < before->precise_ns + 5'000'000) sum = sum + 1;
    const CpuUse used = meter.cpu()->since(*before);
    EXPECT_GE(used.precise_ns, 5'000'000);
    EXPECT_GT(used.threads_ns, 0);
    EXPECT_GT(meter.resident_bytes(), 100'000);
}

TEST(ProcessMeter, knows_nothing_of_nobody) {
    const ProcessMeter meter{0};
    EXPECT_FALSE(meter.cpu().has_value());
    EXPECT_FALSE(meter.resident_bytes().has_value());
}

}  // namespace
}  // namespace brusio::bench
