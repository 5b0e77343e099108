#include "core/client/store_feeder.h"

#include <gtest/gtest.h>

#include "storage/client_memory/memory_client_store.h"

namespace brusio::client::test {
namespace {

std::vector<StoreWrite> row(std::uint64_t id) {
    Message message;
    message.id = MessageId{id};
    return {KeepRow{"#a", message}};
}

struct Feeding : testing::Test {
    client_memory::MemoryClientStore store;
    StoreFeeder feeder;
};

TEST_F(Feeding, what_the_disk_did_not_take_comes_before_what_follows) {
    feeder.feed(store, row(1));
    EXPECT_EQ(feeder.state(), StoreFeeder::State::keeps);
    store.set_full(true);
    feeder.feed(store, row(2));
    EXPECT_EQ(feeder.state(), StoreFeeder::State::behind);
    EXPECT_EQ(store.rows(), 1U);
    store.set_full(false);
    for (std::uint64_t id = 3; id < 10; ++id) feeder.feed(store, row(id));
    EXPECT_EQ(feeder.state(), StoreFeeder::State::keeps);
    EXPECT_EQ(store.rows(), 9U);
    EXPECT_EQ(feeder.waiting(), 0U);
}

TEST_F(Feeding, the_store_holds_the_beginning_of_all_there_was_at_any_time) {
    for (std::uint64_t id = 1; id < 400; ++id) {
        store.set_full(id % 37 > 20);
        feeder.feed(store, row(id));
        ASSERT_EQ(store.bounds().newest.value, store.rows()) << "no hole";
        ASSERT_EQ(store.rows() + feeder.waiting(), id);
    }
    store.set_full(false);
    feeder.feed(store, {});
    EXPECT_EQ(store.rows(), 399U) << "asked for, it is tried at once";
}

TEST_F(Feeding, a_disk_that_stays_full_is_tried_ever_less_and_then_given_up) {
    struct Counting final : ClientStore {
        bool write(std::span<const StoreWrite>) override { return ++tries == 0; }
        StoredRows read(const ReadRows&) override { return {}; }
        StoredBounds bounds() override { return {}; }
        std::vector<Message> unsent() override { return {}; }
        std::vector<KeepDraft> drafts() override { return {}; }
        int tries = 0;
    } full;
    for (std::uint64_t id = 1; id <= 2 * StoreFeeder::waiting_max; ++id) feeder.feed(full, row(id));
    EXPECT_EQ(feeder.state(), StoreFeeder::State::given_up);
    EXPECT_LT(full.tries, 100);
    EXPECT_EQ(feeder.waiting(), 0U) << "nor does it fill the memory";
    feeder.feed(store, row(7));
    EXPECT_EQ(store.rows(), 0U) << "what would follow a hole is not written";
}

}  // namespace
}  // namespace brusio::client::test
