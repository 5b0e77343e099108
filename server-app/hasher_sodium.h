#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/ports/hasher.h"

namespace brusio::server {

/// argon2id through libsodium on a few threads of its own, which start with the first job. Each
/// running job takes the memory that its hash asks for (19 MiB for our own hashes).
class SodiumHasher final : public Hasher {
 public:
    /// `wake` is called from the threads when there is something to collect. At most
    /// `threads_max` jobs run at a time; the others wait in order.
    SodiumHasher(std::size_t threads_max, std::function<void()> wake);
    /// Waits for the jobs that run; those that wait are dropped.
    ~SodiumHasher() override;
    SodiumHasher(const SodiumHasher&) = delete;
    SodiumHasher& operator=(const SodiumHasher&) = delete;

    void submit(HashJob job) override;
    void collect(std::vector<HashAnswer>& answers) override;

 private:
    void work();

    std::size_t threads_max_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<HashJob> jobs_;
    std::vector<HashAnswer> answers_;
    std::size_t idle_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

/// The hash of `password` as the configuration file holds it (argon2id, 19 MiB, two passes).
/// The error is a sentence. Takes tens of milliseconds.
[[nodiscard]] Result<std::string, std::string> hash_password(const std::string& password);

}  // namespace brusio::server
