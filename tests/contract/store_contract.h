#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "core/ports/store.h"

namespace brusio::contract {

/// One store under the contract of core/ports/store.h, with what a test may ask of it besides.
class StoreRig {
 public:
    virtual ~StoreRig() = default;
    /// Another object after `reopened`.
    virtual Store& store() = 0;
    /// Waits until the store has something to collect; an implementation that is durable at once
    /// has nothing to do here.
    virtual void await_progress() = 0;
    /// What an engine that starts now is told. A store that outlives its program is closed and
    /// opened again for that.
    virtual Kept reopened() = 0;
};

struct StoreRigFactory {
    std::string name;
    std::function<std::unique_ptr<StoreRig>()> make;
};

/// The name of a test must not hold addresses.
inline void PrintTo(const StoreRigFactory& factory, std::ostream* out) { *out << factory.name; }

inline std::string rig_name(const testing::TestParamInfo<StoreRigFactory>& info) {
    return info.param.name;
}

/// Run on an implementation with
/// `INSTANTIATE_TEST_SUITE_P(Name, StoreContract, testing::Values(StoreRigFactory{...}),
/// rig_name)`. The tests are in tests/contract/store_*_contract.h; the store keeps at least 1,000
/// messages.
class StoreContract : public testing::TestWithParam<StoreRigFactory> {
 protected:
    static constexpr ConversationId lobby{1};
    static constexpr ConversationId maps{2};

    static MessageRecord record(std::uint64_t seq, const std::string& text) {
        MessageRecord record;
        record.id = "id-" + text + "-" + std::to_string(seq);
        record.seq = seq;
        record.time = WallTime{1'000 + 10 * static_cast<std::int64_t>(seq)};
        record.sender = "ann!ann@host";
        record.target = "#a";
        record.text = text;
        return record;
    }
    static Write message(ConversationId conversation, std::uint64_t seq, const std::string& text) {
        return AppendMessage{conversation, record(seq, text)};
    }

    std::vector<Commit> collect_until(std::size_t count) {
        std::vector<Commit> ended;
        rig_->store().collect(ended);
        while (ended.size() < count) {
            rig_->await_progress();
            rig_->store().collect(ended);
        }
        return ended;
    }

    /// Submits one batch and waits until it is durable.
    void write(const std::vector<Write>& writes) {
        rig_->store().submit(BatchId{++batches_}, writes);
        const std::vector<Commit> ended = collect_until(1);
        ASSERT_EQ(ended.size(), 1U);
        EXPECT_EQ(ended[0].batch, BatchId{batches_});
        EXPECT_EQ(ended[0].result, CommitResult::durable);
    }

    QueryAnswer ask(Query query) {
        rig_->store().ask({QueryId{++queries_}, std::move(query)});
        std::vector<QueryAnswer> answers;
        while (answers.empty()) {
            rig_->await_progress();
            rig_->store().collect_answers(answers);
        }
        EXPECT_EQ(answers.size(), 1U);
        EXPECT_EQ(answers[0].query, QueryId{queries_});
        return answers[0];
    }

    static std::vector<std::uint64_t> seqs_in(const QueryAnswer& answer) {
        std::vector<std::uint64_t> seqs;
        for (const MessageRecord& entry : answer.entries) seqs.push_back(entry.seq);
        return seqs;
    }
    std::vector<std::uint64_t> seqs(Query query) {
        const QueryAnswer answer = ask(std::move(query));
        EXPECT_EQ(answer.result, QueryResult::ok);
        return seqs_in(answer);
    }
    /// The newest entries, oldest first.
    std::vector<MessageRecord> newest(ConversationId conversation, std::uint32_t count_max) {
        HistoryQuery query{conversation};
        query.count_max = count_max;
        query.contents = LogContents::whole_log;
        return ask(query).entries;
    }

    std::unique_ptr<StoreRig> rig_ = GetParam().make();
    std::uint64_t batches_ = 0;
    std::uint64_t queries_ = 0;
};

}  // namespace brusio::contract
