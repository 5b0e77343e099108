#include "server-app/hasher_sodium.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <map>
#include <mutex>

#include "server-app/scram.h"

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
    std::map<std::uint64_t, HashResult> collect(SodiumHasher& hasher, std::size_t count) {
        std::map<std::uint64_t, HashResult> results;
        std::vector<HashAnswer> answers;
        std::unique_lock lock{mutex_};
        while (results.size() < count) {
            const bool in_time =
                woken_.wait_for(lock, std::chrono::seconds{30}, [this] { return wakes_ > 0; });
            if (!in_time) break;
            wakes_ = 0;
            answers.clear();
            hasher.collect(answers);
            for (HashAnswer& answer : answers) {
                results[answer.id.value] = std::move(answer.result);
            }
        }
        return results;
    }
    std::map<std::uint64_t, bool> verdicts(SodiumHasher& hasher, std::size_t count) {
        std::map<std::uint64_t, bool> matches;
        for (const auto& [id, result] : collect(hasher, count)) {
            matches[id] = std::get<PasswordVerdict>(result).matches;
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
    SodiumHasher hasher{{}, collector.wake()};
    hasher.submit({HashJobId{1}, CheckPassword{hash, "correct horse"}});
    hasher.submit({HashJobId{2}, CheckPassword{hash, "Correct horse"}});
    hasher.submit({HashJobId{3}, CheckPassword{hash, ""}});
    hasher.submit({HashJobId{4}, CheckPassword{"no hash at all", "correct horse"}});
    hasher.submit({HashJobId{5}, CheckPassword{"", ""}});
    const std::map<std::uint64_t, bool> expected{
        {1, true}, {2, false}, {3, false}, {4, false}, {5, false}};
    EXPECT_EQ(collector.verdicts(hasher, 5), expected);
}

TEST(SodiumHasher, makes_credentials_that_its_checks_accept) {
    Collector collector;
    SodiumHasher hasher{{}, collector.wake()};
    hasher.submit({HashJobId{1}, MakeCredentials{"correct horse", 4096}});
    const auto made = std::get<Credentials>(collector.collect(hasher, 1).at(1));
    EXPECT_EQ(made.scram.iterations, 4096U);
    EXPECT_EQ(made.scram.salt.size(), scram_salt_bytes);
    EXPECT_EQ(made.scram, scram_keys("correct horse", made.scram.salt, 4096));
    hasher.submit({HashJobId{2}, CheckPassword{made.password_hash, "correct horse"}});
    EXPECT_TRUE(collector.verdicts(hasher, 1).at(2));
}

TEST(SodiumHasher, takes_a_password_in_each_of_its_forms) {
    const std::string sent = "\xE2\x85\xA8 e\xCC\x81tudes";  // roman numeral, decomposed
    const std::string prepared = "IX \xC3\xA9tudes";         // what SCRAM clients make of it
    const std::string as_stored_before = hash_password(sent).value();  // by older versions
    Collector collector;
    SodiumHasher hasher{{}, collector.wake()};
    hasher.submit({HashJobId{1}, MakeCredentials{sent, 4096}});
    const auto made = std::get<Credentials>(collector.collect(hasher, 1).at(1));
    EXPECT_EQ(made.scram, scram_keys(prepared, made.scram.salt, 4096));
    hasher.submit({HashJobId{1}, CheckPassword{made.password_hash, sent}});
    hasher.submit({HashJobId{2}, CheckPassword{made.password_hash, prepared}});
    hasher.submit({HashJobId{3}, CheckPassword{as_stored_before, sent}});
    hasher.submit({HashJobId{4}, CheckPassword{as_stored_before, sent + "x"}});
    const std::map<std::uint64_t, bool> expected{{1, true}, {2, true}, {3, true}, {4, false}};
    EXPECT_EQ(collector.verdicts(hasher, 4), expected);
}

TEST(SodiumHasher, shows_the_same_salt_for_the_same_unknown_name) {
    const auto challenge = [](const std::string& secret, const std::string& name) {
        Collector collector;
        SodiumHasher hasher{{.salt_secret = secret}, collector.wake()};
        hasher.submit({HashJobId{1}, BeginScram{name}});
        return std::get<ScramChallenge>(collector.collect(hasher, 1).at(1));
    };
    const ScramChallenge first = challenge("secret", "nobody");
    EXPECT_EQ(first.fake_salt.size(), scram_salt_bytes);
    EXPECT_EQ(first.fake_salt, challenge("secret", "nobody").fake_salt);
    EXPECT_NE(first.fake_salt, challenge("secret", "nobody2").fake_salt);
    EXPECT_NE(first.fake_salt, challenge("another", "nobody").fake_salt);
    EXPECT_NE(first.nonce, challenge("secret", "nobody").nonce);
    EXPECT_GE(first.nonce.size(), 24U);
}

TEST(SodiumHasher, refuses_what_it_has_no_room_for) {
    const std::string hash = hash_password("x").value();
    Collector collector;
    SodiumHasher hasher{{.threads_max = 1, .waiting_max = 2, .salt_secret = {}}, collector.wake()};
    constexpr std::uint64_t jobs = 20;
    for (std::uint64_t i = 1; i <= jobs; ++i) {
        hasher.submit({HashJobId{i}, CheckPassword{hash, "x"}});
    }
    std::size_t refused = 0;
    for (const auto& [id, result] : collector.collect(hasher, jobs)) {
        if (std::holds_alternative<HasherBusy>(result)) ++refused;
    }
    EXPECT_GE(refused, 1U);
    EXPECT_LE(refused, jobs - 2);
}

TEST(SodiumHasher, the_same_password_hashes_differently_each_time) {
    EXPECT_NE(hash_password("x").value(), hash_password("x").value());
    EXPECT_FALSE(hash_password(""));
}

TEST(SodiumHasher, goes_away_with_jobs_still_waiting) {
    const std::string hash = hash_password("x").value();
    SodiumHasher hasher{{}, [] {}};
    for (std::uint64_t i = 1; i <= 50; ++i) {
        hasher.submit({HashJobId{i}, CheckPassword{hash, "x"}});
    }
}

}  // namespace
}  // namespace brusio::server
