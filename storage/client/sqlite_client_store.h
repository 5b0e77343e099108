#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/client/client_store.h"
#include "storage/client/client_folder.h"
#include "storage/sqlite/database.h"

namespace brusio::client_sqlite {

/// A client's store in one SQLite file, in a folder of its own. It is not encrypted: whoever may
/// read the files of its owner may read it.
class SqliteClientStore final : public client::ClientStore {
 public:
    /// Opens what is in the folder, which is made if it is not there. What cannot be read is put
    /// aside and an empty one begun: then there is a store and a trouble as well.
    [[nodiscard]] static client::OpenedStore open(const std::string& folder);

    [[nodiscard]] bool write(std::span<const client::StoreWrite> writes) override;
    [[nodiscard]] client::StoredRows read(const client::ReadRows& question) override;
    [[nodiscard]] client::StoredBounds bounds() override;
    [[nodiscard]] std::vector<client::Message> unsent() override;
    [[nodiscard]] std::vector<client::KeepDraft> drafts() override;

 private:
    SqliteClientStore(ClientFolder folder, std::unique_ptr<sqlite::Database> database)
        : folder_(std::move(folder)), database_(std::move(database)) {}

    void note_if_damaged();

    ClientFolder folder_;
    std::unique_ptr<sqlite::Database> database_;
    bool damage_noted_ = false;
};

}  // namespace brusio::client_sqlite
