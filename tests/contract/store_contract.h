#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ports/store.h"

namespace brusio::contract {

/// One store under the contract of core/ports/store.h, with what a test may ask of it besides.
class StoreRig {
 public:
    virtual ~StoreRig() = default;
    virtual Store& store() = 0;
    /// Waits until the store has something to collect; an implementation that is durable at once
    /// has nothing to do here.
    virtual void await_progress() = 0;
    /// The newest `count_max` messages of `room`, oldest first.
    virtual std::vector<MessageRecord> recent(const Folded& room, std::size_t count_max) = 0;
};

struct StoreRigFactory {
    std::string name;
    /// `recent_messages_max`: how many messages of a room the store has to keep at least.
    std::function<std::unique_ptr<StoreRig>(std::size_t recent_messages_max)> make;
};

inline std::string rig_name(const testing::TestParamInfo<StoreRigFactory>& info) {
    return info.param.name;
}

/// Run on an implementation with
/// `INSTANTIATE_TEST_SUITE_P(Name, StoreContract, testing::Values(StoreRigFactory{...}),
/// rig_name)`.
class StoreContract : public testing::TestWithParam<StoreRigFactory> {
 protected:
    static constexpr std::size_t recent_messages_max = 5;

    static Write message(const std::string& room, std::uint64_t seq, const std::string& text) {
        MessageRecord record;
        record.id = room + "-" + std::to_string(seq);
        record.seq = seq;
        record.time = WallTime{1'000 + static_cast<std::int64_t>(seq)};
        record.sender = "ann!ann@host";
        record.account = "ann";
        record.text = text;
        record.client_tags = "+typing=done";
        return AppendMessage{Folded{room}, record};
    }

    std::vector<Commit> collect_until(std::size_t count) {
        std::vector<Commit> ended;
        while (ended.size() < count) {
            rig_->await_progress();
            rig_->store().collect(ended);
        }
        return ended;
    }

    std::vector<std::string> texts_of(const std::string& room, std::size_t count_max) {
        std::vector<std::string> texts;
        for (const MessageRecord& record : rig_->recent(Folded{room}, count_max)) {
            texts.push_back(record.text);
        }
        return texts;
    }

    std::unique_ptr<StoreRig> rig_ = GetParam().make(recent_messages_max);
};

TEST_P(StoreContract, nothing_submitted_is_nothing_to_collect) {
    std::vector<Commit> ended;
    rig_->store().collect(ended);
    EXPECT_TRUE(ended.empty());
    EXPECT_TRUE(texts_of("#none", 10).empty());
}

TEST_P(StoreContract, batches_end_in_the_order_of_submission_and_once) {
    for (std::uint64_t batch = 1; batch <= 20; ++batch) {
        const std::vector<Write> writes{message("#a", batch, "x")};
        rig_->store().submit(BatchId{batch}, writes);
    }
    const std::vector<Commit> ended = collect_until(20);
    ASSERT_EQ(ended.size(), 20U);
    for (std::size_t i = 0; i < ended.size(); ++i) {
        EXPECT_EQ(ended[i].batch, BatchId{i + 1});
        EXPECT_EQ(ended[i].result, CommitResult::durable);
    }
    std::vector<Commit> again;
    rig_->store().collect(again);
    EXPECT_TRUE(again.empty());
}

TEST_P(StoreContract, collect_appends_and_leaves_what_is_there) {
    const std::vector<Write> writes{message("#a", 1, "x")};
    rig_->store().submit(BatchId{7}, writes);
    rig_->await_progress();
    std::vector<Commit> ended{{BatchId{3}, CommitResult::failed}};
    while (ended.size() < 2) rig_->store().collect(ended);
    EXPECT_EQ(ended[0].batch, BatchId{3});
    EXPECT_EQ(ended[1].batch, BatchId{7});
}

TEST_P(StoreContract, a_message_comes_back_as_it_was_stored) {
    const std::vector<Write> writes{message("#a", 1,
                                            "grüße \x01"
                                            "ACTION waves\x01")};
    rig_->store().submit(BatchId{1}, writes);
    collect_until(1);
    const std::vector<MessageRecord> kept = rig_->recent(Folded{"#a"}, 10);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0], std::get<AppendMessage>(writes[0]).message);
}

TEST_P(StoreContract, a_batch_of_many_rooms_keeps_each_rooms_order) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        writes.push_back(message("#a", seq, "a" + std::to_string(seq)));
        writes.push_back(message("#b", seq, "b" + std::to_string(seq)));
    }
    rig_->store().submit(BatchId{1}, writes);
    collect_until(1);
    EXPECT_EQ(texts_of("#a", 10), (std::vector<std::string>{"a1", "a2", "a3"}));
    EXPECT_EQ(texts_of("#b", 10), (std::vector<std::string>{"b1", "b2", "b3"}));
}

TEST_P(StoreContract, recent_gives_the_newest_oldest_first) {
    std::vector<Write> writes;
    for (std::uint64_t seq = 1; seq <= recent_messages_max; ++seq) {
        writes.push_back(message("#a", seq, std::to_string(seq)));
    }
    rig_->store().submit(BatchId{1}, writes);
    collect_until(1);
    EXPECT_EQ(texts_of("#a", 2), (std::vector<std::string>{"4", "5"}));
    EXPECT_EQ(texts_of("#a", 0), std::vector<std::string>{});
    EXPECT_EQ(texts_of("#a", 99), (std::vector<std::string>{"1", "2", "3", "4", "5"}));
}

}  // namespace brusio::contract
