#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/ports/hasher.h"

namespace brusio::server {

/// argon2id and SCRAM through libsodium. What is slow on purpose runs on a few threads of its own,
/// which start with the first job; each running job takes the memory that its hash asks for
/// (19 MiB for our own hashes). What takes microseconds is done at once.
class SodiumHasher final : public Hasher {
 public:
    struct Options {
        std::size_t threads_max = 2;    // slow jobs that run at a time
        std::size_t waiting_max = 256;  // slow jobs that wait; those beyond are refused
        /// What makes the salts of unknown names unforeseeable; kept as long as the accounts are.
        std::string salt_secret;
    };

    /// `wake` is called when there is something to collect, from the threads or from `submit`.
    SodiumHasher(Options options, std::function<void()> wake);
    /// Waits for the jobs that run; those that wait are dropped.
    ~SodiumHasher() override;
    SodiumHasher(const SodiumHasher&) = delete;
    SodiumHasher& operator=(const SodiumHasher&) = delete;

    void submit(HashJob job) override;
    void collect(std::vector<HashAnswer>& answers) override;

 private:
    void answer(HashJobId id, HashResult result);
    void enqueue(HashJob job);
    void work();

    Options options_;
    std::function<void()> wake_;
    std::string dummy_hash_;
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

/// What an account keeps of a password; none if there is no memory for it. Takes hundreds of
/// milliseconds.
[[nodiscard]] std::optional<Credentials> make_credentials(const std::string& password,
                                                          std::uint32_t scram_iterations);
/// Overwrites a secret in memory.
void wipe(std::string& secret);

/// `count` bytes that nobody can foresee.
[[nodiscard]] std::string random_bytes(std::size_t count);

}  // namespace brusio::server
