#include "storage/client_memory/memory_client_store.h"

#include "tests/contract/client_store_contract.h"

namespace brusio::client_memory {
namespace {

using contract::ClientStoreContract;
using contract::ClientStoreRigFactory;

struct MemoryRig final : contract::ClientStoreRig {
    client::ClientStore& store() override { return kept; }
    void reopen() override {}

    MemoryClientStore kept;
};

INSTANTIATE_TEST_SUITE_P(Memory, ClientStoreContract,
                         testing::Values(ClientStoreRigFactory{
                             "memory", [] { return std::make_unique<MemoryRig>(); }}),
                         contract::client_rig_name);

TEST(MemoryClientStore, takes_nothing_while_its_disk_is_full) {
    MemoryClientStore store;
    client::Message row;
    row.id = client::MessageId{3};
    const std::vector<client::StoreWrite> writes{client::KeepRow{"#a", row}};
    store.set_full(true);
    EXPECT_FALSE(store.write(writes));
    EXPECT_EQ(store.rows(), 0U);
    store.set_full(false);
    EXPECT_TRUE(store.write(writes));
    EXPECT_EQ(store.rows(), 1U);
}

}  // namespace
}  // namespace brusio::client_memory
