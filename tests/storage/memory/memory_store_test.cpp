#include "storage/memory/memory_store.h"

#include <gtest/gtest.h>

#include "tests/contract/store_queries_contract.h"
#include "tests/contract/store_records_contract.h"
#include "tests/contract/store_search_contract.h"
#include "tests/contract/store_writes_contract.h"

namespace brusio {
namespace {

class MemoryStoreRig final : public contract::StoreRig {
 public:
    Store& store() override { return store_; }
    void await_progress() override {}
    Kept reopened() override { return store_.kept(); }

 private:
    MemoryStore store_{MemoryStore::Options{}};
};

}  // namespace

namespace contract {

const auto memory_rigs =
    testing::Values(StoreRigFactory{"memory", [] { return std::make_unique<MemoryStoreRig>(); }});
INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, memory_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Memory, StoreQueries, memory_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Memory, StoreRecords, memory_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Memory, StoreSearch, memory_rigs, rig_name);

}  // namespace contract

namespace {

constexpr ConversationId a{1};
constexpr ConversationId b{2};
constexpr ConversationId c{3};

void submit(MemoryStore& store, const Write& write) {
    static std::uint64_t batch = 0;
    store.submit(BatchId{++batch}, {&write, 1});
}

void say(MemoryStore& store, ConversationId conversation, std::uint64_t seq,
         const std::string& client_id = {}) {
    AppendMessage write{conversation, {}};
    write.message.seq = seq;
    write.message.account = AccountId{1};
    write.message.client_id = client_id;
    submit(store, write);
}

QueryAnswer ask(MemoryStore& store, Query query) {
    store.ask({QueryId{1}, std::move(query)});
    std::vector<QueryAnswer> answers;
    store.collect_answers(answers);
    return answers.at(0);
}

std::vector<std::uint64_t> seqs_of(MemoryStore& store, ConversationId conversation) {
    std::vector<std::uint64_t> seqs;
    HistoryQuery query{conversation};
    query.count_max = 1'000;
    for (const MessageRecord& entry : ask(store, query).entries) seqs.push_back(entry.seq);
    return seqs;
}

TEST(MemoryStore, a_log_keeps_its_newest_messages_only) {
    MemoryStore store({.recent_messages_per_room_max = 3});
    for (std::uint64_t seq = 1; seq <= 10; ++seq) say(store, a, seq);
    EXPECT_EQ(seqs_of(store, a), (std::vector<std::uint64_t>{8, 9, 10}));
    EXPECT_EQ(store.messages_kept(), 3U);
}

TEST(MemoryStore, past_the_total_the_log_written_to_longest_ago_is_forgotten) {
    MemoryStore store({.recent_messages_per_room_max = 10, .messages_max = 5});
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, a, seq);
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, b, seq);
    say(store, a, 3);
    say(store, c, 1);
    EXPECT_TRUE(seqs_of(store, b).empty());
    EXPECT_EQ(seqs_of(store, a), (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_EQ(seqs_of(store, c), (std::vector<std::uint64_t>{1}));
    EXPECT_EQ(store.messages_kept(), 4U);
}

TEST(MemoryStore, a_forgotten_log_of_a_room_is_not_counted_anew) {
    MemoryStore store({.recent_messages_per_room_max = 10, .messages_max = 2});
    RoomRecord room;
    room.id = a;
    submit(store, SaveRoom{room});
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, a, seq);
    for (std::uint64_t seq = 1; seq <= 2; ++seq) say(store, b, seq);
    EXPECT_TRUE(seqs_of(store, a).empty());
    EXPECT_EQ(store.kept().rooms.at(0).last.seq, 2U);
    say(store, a, 3);
    EXPECT_EQ(store.kept().rooms.at(0).last.seq, 3U);
}

TEST(MemoryStore, one_log_alone_never_passes_the_total) {
    MemoryStore store({.recent_messages_per_room_max = 10, .messages_max = 2});
    for (std::uint64_t seq = 1; seq <= 9; ++seq) say(store, a, seq);
    EXPECT_EQ(seqs_of(store, a), (std::vector<std::uint64_t>{8, 9}));
    EXPECT_EQ(store.messages_kept(), 2U);
}

TEST(MemoryStore, a_client_id_is_forgotten_with_its_message) {
    MemoryStore store({.recent_messages_per_room_max = 2});
    for (std::uint64_t seq = 1; seq <= 3; ++seq) say(store, a, seq, std::to_string(seq));
    EXPECT_EQ(ask(store, ClientIdQuery{AccountId{1}, "1"}).result, QueryResult::not_found);
    EXPECT_EQ(ask(store, ClientIdQuery{AccountId{1}, "2"}).entries.at(0).seq, 2U);
    say(store, a, 4, "1");
    EXPECT_EQ(ask(store, ClientIdQuery{AccountId{1}, "1"}).entries.at(0).seq, 4U);
}

}  // namespace
}  // namespace brusio
