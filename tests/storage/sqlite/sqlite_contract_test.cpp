#include <gtest/gtest.h>

#include "storage/sqlite/sqlite_store.h"
#include "tests/contract/store_queries_contract.h"
#include "tests/contract/store_records_contract.h"
#include "tests/contract/store_search_contract.h"
#include "tests/contract/store_writes_contract.h"
#include "tests/storage/sqlite/wake_bell.h"
#include "tests/support/temporary_folder.h"

namespace brusio::contract {
namespace {

class SqliteStoreRig final : public StoreRig {
 public:
    SqliteStoreRig() { open(); }

    Store& store() override { return *store_; }
    void await_progress() override { ASSERT_TRUE(bell_.await()); }
    Kept reopened() override {
        store_.reset();
        open();
        return store_->kept();
    }

 private:
    void open() {
        sqlite::SqliteStore::Options options;
        options.folder = folder_.path("data");
        options.wake = [this] { bell_.ring(); };
        auto opened = sqlite::SqliteStore::open(std::move(options));
        ASSERT_TRUE(opened) << opened.error();
        store_ = std::move(opened).value();
    }

    test::TemporaryFolder folder_;
    sqlite::WakeBell bell_;
    std::unique_ptr<sqlite::SqliteStore> store_;
};

}  // namespace

const auto sqlite_rigs =
    testing::Values(StoreRigFactory{"sqlite", [] { return std::make_unique<SqliteStoreRig>(); }});
INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, sqlite_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Sqlite, StoreQueries, sqlite_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Sqlite, StoreRecords, sqlite_rigs, rig_name);
INSTANTIATE_TEST_SUITE_P(Sqlite, StoreSearch, sqlite_rigs, rig_name);

}  // namespace brusio::contract
