#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "sim/world/run.h"

// Lies about what is durable: whoever tells them is caught.
namespace brusio::sim {
namespace {

using namespace std::chrono_literals;

RunOptions run_with_crashes(std::uint64_t seed) {
    RunOptions options;
    options.seed = seed;
    options.users = 10;
    options.rooms = 2;
    options.span = 10min;
    options.weather = *weather_named("crashes");
    return options;
}

std::string caught(const RunOptions& options) {
    const RunReport report = run_once(options);
    if (report.verdict != Verdict::violated || report.violations.empty()) return "nobody";
    return std::string{report.violations.front().oracle};
}

// Says of every batch at once that it is durable: the pump releases what is still under way.
class SaysItIsDurable final : public StoreFilter {
 public:
    void submit(BatchId batch, std::span<const Write> writes) override {
        next().submit(batch, writes);
        said_.push_back({batch, CommitResult::durable});
    }
    void collect(std::vector<Commit>& ended) override {
        std::vector<Commit> real;
        next().collect(real);
        ended.insert(ended.end(), said_.begin(), said_.end());
        said_.clear();
    }

 private:
    std::vector<Commit> said_;
};

// Writes down everything up to a batch, and from there on nothing until the next crash, but says
// that all is durable.
class Forgets final : public StoreFilter {
 public:
    explicit Forgets(std::uint64_t from) : from_(from) {}

    void submit(BatchId batch, std::span<const Write> writes) override {
        if (batch.value == 1) {  // of another start
            forgets_ = false;
            under_way_ = 0;
            said_.clear();
        }
        ++batches_;
        if (batches_ >= from_ && under_way_ == 0) forgets_ = true;
        if (forgets_) {
            said_.push_back({batch, CommitResult::durable});
        } else {
            ++under_way_;
            next().submit(batch, writes);
        }
    }
    void collect(std::vector<Commit>& ended) override {
        const std::size_t before = ended.size();
        next().collect(ended);
        under_way_ -= ended.size() - before;
        ended.insert(ended.end(), said_.begin(), said_.end());
        said_.clear();
    }

 private:
    std::uint64_t from_;
    std::uint64_t batches_ = 0;
    std::size_t under_way_ = 0;
    bool forgets_ = false;
    std::vector<Commit> said_;
};

TEST(StoreLie, a_pump_that_releases_before_the_commit_is_caught) {
    SaysItIsDurable liar;
    RunOptions options = run_with_crashes(3);
    options.before_store_ear = &liar;
    EXPECT_EQ(caught(options), "O4");
}

TEST(StoreLie, it_is_caught_without_any_crash_as_well) {
    SaysItIsDurable liar;
    RunOptions options = run_with_crashes(3);
    options.weather = *weather_named("slow-disk");
    options.before_store_ear = &liar;
    EXPECT_EQ(caught(options), "O4");
}

TEST(StoreLie, a_store_that_forgets_durable_batches_is_caught) {
    for (const std::uint64_t from : {1U, 20U, 60U}) {
        Forgets liar{from};
        RunOptions options = run_with_crashes(3);
        options.weather.server.crash_in_sync_per_mille = 0;  // there are no syncs to wait for
        options.behind_store_ear = &liar;
        EXPECT_EQ(caught(options), "O4") << "from batch " << from;
    }
}

TEST(StoreLie, who_tells_none_is_not_caught) {
    StoreFilter honest;
    StoreFilter honest_too;
    RunOptions options = run_with_crashes(3);
    options.before_store_ear = &honest;
    options.behind_store_ear = &honest_too;
    EXPECT_EQ(caught(options), "nobody");
}

}  // namespace
}  // namespace brusio::sim
