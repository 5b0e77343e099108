// The window's program is killed while it writes, again and again: what is kept is the beginning of
// what was written, and everything whose write had returned.
#include <gtest/gtest.h>

#include <csignal>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

#include "storage/client/sqlite_client_store.h"
#include "tests/support/temporary_folder.h"

namespace brusio::client_sqlite {
namespace {

constexpr std::size_t rows_max = 1'000'000;

std::vector<client::StoreWrite> turn(std::uint64_t number) {
    std::vector<client::StoreWrite> writes;
    for (std::uint64_t row = 0; row < 3; ++row) {
        client::Message message;
        message.id = client::MessageId{3 * number + row};
        message.text = std::string(50 + number % 400, 'x');
        writes.emplace_back(client::KeepRow{row == 1 ? "#b" : "#a", message});
    }
    if (number % 50 == 0) writes.emplace_back(client::DropRow{"#c", client::MessageId{1}});
    return writes;
}

/// Writes turn after turn from `first` on and says each that is written, until it is killed.
[[noreturn]] void write_until_killed(const std::string& path, std::uint64_t first, int told) {
    const client::OpenedStore opened = SqliteClientStore::open(path);
    for (std::uint64_t number = first; opened.store != nullptr; ++number) {
        if (!opened.store->write(turn(number))) break;
        if (::write(told, &number, sizeof number) != sizeof number) break;
    }
    ::_exit(1);
}

TEST(ClientKill, what_was_written_is_kept_and_nothing_has_a_hole) {
    const test::TemporaryFolder folder;
    const std::string path = folder.path("store");
    std::mt19937 chance{7};
    std::uint64_t next = 1;
    for (int round = 0; round < 12; ++round) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const ::pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(path, next, ends[1]);
        }
        ::close(ends[1]);
        std::uint64_t written = 0;
        const std::uint64_t turns = 1 + chance() % 150;
        for (std::uint64_t turn = 0; turn < turns; ++turn) {
            ASSERT_EQ(::read(ends[0], &written, sizeof written), sizeof written);
        }
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ::close(ends[0]);
        ASSERT_TRUE(WIFSIGNALED(status));

        const client::OpenedStore opened = SqliteClientStore::open(path);
        ASSERT_NE(opened.store, nullptr) << opened.detail;
        ASSERT_EQ(opened.trouble, client::StoreTrouble::none);
        const std::uint64_t newest = opened.store->bounds().newest.value;
        ASSERT_EQ(newest % 3, 2U) << "whole turns";
        ASSERT_GE(newest / 3, written);
        const auto a = opened.store->read({{}, "#a", {}, rows_max, rows_max}).rows.size();
        const auto b = opened.store->read({{}, "#b", {}, rows_max, rows_max}).rows.size();
        ASSERT_EQ(a, 2 * (newest / 3));
        ASSERT_EQ(b, newest / 3);
        next = newest / 3 + 1;
    }
}

}  // namespace
}  // namespace brusio::client_sqlite
