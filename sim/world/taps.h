#pragma once

#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/ports/hasher.h"
#include "core/ports/host.h"
#include "core/ports/store.h"
#include "core/ports/transport.h"
#include "sim/audit/auditor.h"

namespace brusio::sim {

/// A transport that stands before another one: an ear, or a liar in a test.
class TransportFilter : public Transport {
 public:
    /// `next` outlives the filter. Set before the first release.
    void pass_to(Transport& next) { next_ = &next; }

 protected:
    [[nodiscard]] Transport& next() const {
        BRUSIO_ASSERT(next_ != nullptr);
        return *next_;
    }

 private:
    Transport* next_ = nullptr;
};

/// Lets the auditor read what the server releases.
class ReleaseTap final : public TransportFilter {
 public:
    explicit ReleaseTap(Auditor& auditor) : auditor_(auditor) {}
    void release(std::span<const Output> outputs) override {
        auditor_.released(outputs);
        next().release(outputs);
    }

 private:
    Auditor& auditor_;
};

/// Lets the auditor read what the server commits.
class StoreTap final : public Store {
 public:
    StoreTap(Auditor& auditor, Store& store) : auditor_(auditor), store_(store) {}
    void submit(BatchId batch, std::span<const Write> writes) override {
        auditor_.committed(writes);
        store_.submit(batch, writes);
    }
    void collect(std::vector<Commit>& ended) override { store_.collect(ended); }
    void ask(Question question) override { store_.ask(std::move(question)); }
    void collect_answers(std::vector<QueryAnswer>& answers) override {
        store_.collect_answers(answers);
    }
    [[nodiscard]] StoreHealth health() const override { return store_.health(); }

 private:
    Auditor& auditor_;
    Store& store_;
};

/// Passwords in a simulated world: the hash of "x" is "sim:x". Answers with the next turn.
class SimHasher final : public Hasher {
 public:
    void submit(HashJob job) override {
        answers_.push_back({job.id, job.hash == "sim:" + job.password});
    }
    void collect(std::vector<HashAnswer>& answers) override {
        answers.insert(answers.end(), answers_.begin(), answers_.end());
        answers_.clear();
    }
    [[nodiscard]] bool has_answers() const { return !answers_.empty(); }

 private:
    std::vector<HashAnswer> answers_;
};

/// Counts what the server asks of the program around it.
class SimHost final : public Host {
 public:
    void reload_requested() override { ++reloads; }
    void store_failed() override { ++store_failures; }

    int reloads = 0;
    int store_failures = 0;
};

}  // namespace brusio::sim
