#include "storage/client/sqlite_client_store.h"

#include "tests/contract/client_store_contract.h"
#include "tests/support/temporary_folder.h"

namespace brusio::client_sqlite {
namespace {

using contract::ClientStoreContract;
using contract::ClientStoreRigFactory;

struct SqliteRig final : contract::ClientStoreRig {
    SqliteRig() { open(); }
    client::ClientStore& store() override { return *opened; }
    void reopen() override {
        opened.reset();
        open();
    }
    void open() {
        client::OpenedStore found = SqliteClientStore::open(folder.path("store"));
        EXPECT_EQ(found.trouble, client::StoreTrouble::none) << found.detail;
        opened = std::move(found.store);
    }

    test::TemporaryFolder folder;
    std::unique_ptr<client::ClientStore> opened;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, ClientStoreContract,
                         testing::Values(ClientStoreRigFactory{
                             "sqlite", [] { return std::make_unique<SqliteRig>(); }}),
                         contract::client_rig_name);

}  // namespace
}  // namespace brusio::client_sqlite
