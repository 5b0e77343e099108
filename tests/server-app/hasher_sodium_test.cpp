#include "server-app/hasher_sodium.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <map>
#include <mutex>

namespace brusio::server {
namespace {

/// Collects answers, waiting for the hasher's wake.
class Collector {
 public:
    std::function<void()> wake() {
        return [this] {
            const std::lock_guard lock{mutex_};
            ++wakes_;
            woken_.notify_all();
        };
    }
    std::map<std::uint64_t, bool> collect(SodiumHasher& hasher, std::size_t count) {
        std::map<std::uint64_t, bool> matches;
        std::vector<HashAnswer> answers;
        std::unique_lock lock{mutex_};
        while (matches.size() < count) {
            const bool in_time =
                woken_.wait_for(lock, std::chrono::seconds{30}, [this] { return wakes_ > 0; });
            if (!in_time) break;
            wakes_ = 0;
            answers.clear();
            hasher.collect(answers);
            for (const HashAnswer& answer : answers) matches[answer.id.value] = answer.matches;
        }
        return matches;
    }

 private:
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_ = 0;
};

TEST(SodiumHasher, tells_the_right_password_from_others) {
    const std::string hash = hash_password("correct horse").value();
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    Collector collector;
    SodiumHasher hasher{2, collector.wake()};
    hasher.submit({HashJobId{1}, hash, "correct horse"});
    hasher.submit({HashJobId{2}, hash, "Correct horse"});
    hasher.submit({HashJobId{3}, hash, ""});
    hasher.submit({HashJobId{4}, "no hash at all", "correct horse"});
    hasher.submit({HashJobId{5}, "", ""});
    const std::map<std::uint64_t, bool> expected{
        {1, true}, {2, false}, {3, false}, {4, false}, {5, false}};
    EXPECT_EQ(collector.collect(hasher, 5), expected);
}

TEST(SodiumHasher, the_same_password_hashes_differently_each_time) {
    EXPECT_NE(hash_password("x").value(), hash_password("x").value());
    EXPECT_FALSE(hash_password(""));
}

TEST(SodiumHasher, goes_away_with_jobs_still_waiting) {
    const std::string hash = hash_password("x").value();
    SodiumHasher hasher{1, [] {}};
    for (std::uint64_t i = 1; i <= 50; ++i) hasher.submit({HashJobId{i}, hash, "x"});
}

}  // namespace
}  // namespace brusio::server
