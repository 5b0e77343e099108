#pragma once

#include <utility>
#include <variant>
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

/// A store that stands before another one: an ear, or a liar in a test.
class StoreFilter : public Store {
 public:
    /// `next` outlives the filter. Set before the first batch.
    void pass_to(Store& next) { next_ = &next; }

    void submit(BatchId batch, std::span<const Write> writes) override {
        next().submit(batch, writes);
    }
    void collect(std::vector<Commit>& ended) override { next().collect(ended); }
    void ask(Question question) override { next().ask(std::move(question)); }
    void collect_answers(std::vector<QueryAnswer>& answers) override {
        next().collect_answers(answers);
    }
    [[nodiscard]] StoreHealth health() const override { return next().health(); }

 protected:
    [[nodiscard]] Store& next() const {
        BRUSIO_ASSERT(next_ != nullptr);
        return *next_;
    }

 private:
    Store* next_ = nullptr;
};

/// Lets the auditor read what the server submits, and what becomes durable of it.
class StoreTap final : public StoreFilter {
 public:
    explicit StoreTap(Auditor& auditor) : auditor_(auditor) {}
    void submit(BatchId batch, std::span<const Write> writes) override {
        auditor_.submitted(writes);
        next().submit(batch, writes);
    }
    void collect(std::vector<Commit>& ended) override {
        const std::size_t before = ended.size();
        next().collect(ended);
        for (std::size_t i = before; i < ended.size(); ++i) {
            if (ended[i].result == CommitResult::durable) auditor_.became_durable();
        }
    }

 private:
    Auditor& auditor_;
};

/// Passwords in a simulated world, where nothing is secret: the hash of "x" is "sim:x". Answers
/// with the next turn.
class SimHasher final : public Hasher {
 public:
    void submit(HashJob job) override {
        answers_.push_back(
            {job.id, std::visit([](const auto& work) { return result_of(work); }, job.work)});
    }
    void collect(std::vector<HashAnswer>& answers) override {
        answers.insert(answers.end(), answers_.begin(), answers_.end());
        answers_.clear();
    }
    [[nodiscard]] bool has_answers() const { return !answers_.empty(); }

 private:
    static HashResult result_of(const CheckPassword& job) {
        return PasswordVerdict{job.hash == "sim:" + job.password};
    }
    static HashResult result_of(const MakeCredentials& job) {
        return Credentials{"sim:" + job.password,
                           ScramKeys{"salt", job.scram_iterations, job.password, "server"}};
    }
    static HashResult result_of(const BeginScram& job) {
        return ScramChallenge{"nonce", "salt:" + job.name};
    }
    static HashResult result_of(const CheckScramProof& job) {
        const bool matches = !job.proof.empty() && job.proof == job.keys.stored_key;
        return ScramVerdict{matches, matches ? "signature" : ""};
    }
    static HashResult result_of(const AskProgram& /*job*/) { return HasherBusy{}; }

    std::vector<HashAnswer> answers_;
};

/// Counts what the server asks of the program around it.
class SimHost final : public Host {
 public:
    void reload_requested() override { ++reloads; }
    void happened(const HostEvent& /*event*/) override { ++events; }
    void store_failed() override { ++store_failures; }

    int reloads = 0;
    int events = 0;
    int store_failures = 0;
};

}  // namespace brusio::sim
