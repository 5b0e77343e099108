#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sqlite/power_vfs.h"
#include "tests/storage/sqlite/wake_bell.h"

namespace brusio::sqlite {

/// Batches that a look at the store can tell whole from half: batch `n` says `n % 7 + 1` things in
/// one conversation and one in another, and then makes `n` the topic of a room.
class PowerWorld {
 public:
    /// Opens a store in `folder`; false if it cannot be.
    bool open(const std::string& folder, PowerVfs& disk);
    void close() { store_.reset(); }
    /// Submits the next `count` batches at once and waits until they have ended; each one that is
    /// durable is noted on the disk. Gives how many are durable so far.
    std::uint64_t write(std::uint64_t count, PowerVfs& disk);
    [[nodiscard]] Store& store() { return *store_; }

    /// What is wrong with the store in `folder`, of which `durable` batches were called durable:
    /// empty if they are all there, whole and in order, and nothing is there by half.
    static std::string fault_in(const std::string& folder, std::uint64_t durable,
                                const char* vfs_name);

 private:
    WakeBell bell_;
    std::unique_ptr<SqliteStore> store_;
    std::uint64_t submitted_ = 0;
    std::uint64_t durable_ = 0;
    std::uint64_t seqs_[2] = {0, 0};
};

}  // namespace brusio::sqlite
