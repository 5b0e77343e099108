#include "server-app/hasher_sodium.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace brusio::server {

namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;

bool matches(const HashJob& job) {
    return crypto_pwhash_str_verify(job.hash.c_str(), job.password.data(), job.password.size()) ==
           0;
}

}  // namespace

SodiumHasher::SodiumHasher(std::size_t threads_max, std::function<void()> wake)
    : threads_max_(threads_max), wake_(std::move(wake)) {}

SodiumHasher::~SodiumHasher() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void SodiumHasher::submit(HashJob job) {
    const std::lock_guard lock{mutex_};
    jobs_.push_back(std::move(job));
    if (idle_ < jobs_.size() && threads_.size() < threads_max_) {
        threads_.emplace_back([this] { work(); });
    }
    changed_.notify_one();
}

void SodiumHasher::collect(std::vector<HashAnswer>& answers) {
    const std::lock_guard lock{mutex_};
    answers.insert(answers.end(), answers_.begin(), answers_.end());
    answers_.clear();
}

void SodiumHasher::work() {
    const bool ready = sodium_init() >= 0;
    std::unique_lock lock{mutex_};
    while (true) {
        ++idle_;
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        --idle_;
        if (stopping_) return;
        HashJob job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        const bool ok = ready && matches(job);
        sodium_memzero(job.password.data(), job.password.size());
        lock.lock();
        answers_.push_back({job.id, ok});
        lock.unlock();
        wake_();
        lock.lock();
    }
}

Result<std::string, std::string> hash_password(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (password.empty()) return Err{std::string{"an empty password protects nothing"}};
    if (sodium_init() < 0) return Err{std::string{"the cryptographic library did not start"}};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes) !=
        0) {
        return Err{std::string{"there is not enough memory to hash a password"}};
    }
    return std::string{hash.data()};
}

}  // namespace brusio::server
