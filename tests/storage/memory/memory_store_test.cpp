#include "storage/memory/memory_store.h"

#include <gtest/gtest.h>

#include "tests/contract/store_contract.h"

namespace brusio {
namespace {

class MemoryStoreRig final : public contract::StoreRig {
 public:
    explicit MemoryStoreRig(std::size_t recent_messages_max)
        : store_({.recent_messages_per_room_max = recent_messages_max}) {}

    Store& store() override { return store_; }
    void await_progress() override {}
    std::vector<MessageRecord> recent(const Folded& room, std::size_t count_max) override {
        return store_.recent(room, count_max);
    }

 private:
    MemoryStore store_;
};

}  // namespace

namespace contract {

INSTANTIATE_TEST_SUITE_P(Memory, StoreContract,
                         testing::Values(StoreRigFactory{
                             "memory",
                             [](std::size_t recent_messages_max) {
                                 return std::make_unique<MemoryStoreRig>(recent_messages_max);
                             }}),
                         rig_name);

}  // namespace contract

namespace {

void say(MemoryStore& store, const std::string& room, std::uint64_t seq) {
    static std::uint64_t batch = 0;
    AppendMessage write{Folded{room}, {}};
    write.message.seq = seq;
    const std::vector<Write> writes{write};
    store.submit(BatchId{++batch}, writes);
}

std::vector<std::uint64_t> seqs_of(const MemoryStore& store, const std::string& room) {
    std::vector<std::uint64_t> seqs;
    for (const MessageRecord& record : store.recent(Folded{room}, 1'000)) {
        seqs.push_back(record.seq);
    }
    return seqs;
}

TEST(MemoryStore, a_room_keeps_its_newest_messages_only) {
    MemoryStore store({.recent_messages_per_room_max = 3});
    for (std::uint64_t seq = 1; seq <= 10; ++seq) say(store, "#a", seq);
    EXPECT_EQ(seqs_of(store, "#a"), (std::vector<std::uint64_t>{8, 9, 10}));
    EXPECT_EQ(store.messages_kept(), 3U);
}

TEST(MemoryStore, past_the_total_the_room_written_to_longest_ago_is_forgotten) {
    MemoryStore store({.recent_messages_per_room_max = 10, .messages_max = 5});
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, "#old", seq);
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, "#mid", seq);
    say(store, "#old", 3);
    say(store, "#new", 1);
    EXPECT_TRUE(seqs_of(store, "#mid").empty());
    EXPECT_EQ(seqs_of(store, "#old"), (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_EQ(seqs_of(store, "#new"), (std::vector<std::uint64_t>{1}));
    EXPECT_EQ(store.messages_kept(), 4U);
}

TEST(MemoryStore, one_room_alone_never_passes_the_total) {
    MemoryStore store({.recent_messages_per_room_max = 10, .messages_max = 2});
    for (std::uint64_t seq = 1; seq <= 9; ++seq) say(store, "#a", seq);
    EXPECT_EQ(seqs_of(store, "#a"), (std::vector<std::uint64_t>{8, 9}));
    EXPECT_EQ(store.messages_kept(), 2U);
}

}  // namespace
}  // namespace brusio
