#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/client/client_store.h"

namespace brusio::client_memory {

/// A client's store that lasts as long as this object: for the simulator and for tests. It takes
/// everything unless it is told that its disk is full.
class MemoryClientStore final : public client::ClientStore {
 public:
    [[nodiscard]] bool write(std::span<const client::StoreWrite> writes) override;
    [[nodiscard]] client::StoredRows read(const client::ReadRows& question) override;
    [[nodiscard]] client::StoredBounds bounds() override;
    [[nodiscard]] std::vector<client::Message> unsent() override;
    [[nodiscard]] std::vector<client::KeepDraft> drafts() override;

    /// From now on nothing is taken, or all again.
    void set_full(bool full) { full_ = full; }
    [[nodiscard]] std::size_t rows() const;

 private:
    using Rows = std::map<client::MessageId, client::Message>;
    struct Kept {
        client::StoredPlace place;
        Rows rows;
        std::map<std::string, client::MessageId> msgids;  // of those rows that have one

        /// The row with this msgid; 0 if there is none.
        [[nodiscard]] client::MessageId find(const std::string& msgid) const;
        void put(client::Message row);
        Rows::iterator erase(Rows::iterator row);
    };

    Kept& kept(const std::string& key);
    void apply(const client::KeepPlace& write);
    void apply(const client::KeepRow& write);
    void apply(const client::DropRow& write);
    void apply(const client::RedactRow& write);
    void apply(const client::RenamePlace& write);
    void apply(const client::TrimRows& write);
    void apply(const client::KeepUnsent& write);
    void apply(const client::DropUnsent& write);
    void apply(const client::KeepDraft& write);

    std::map<std::string, Kept> places_;
    Rows unsent_;
    std::map<std::string, std::string> drafts_;  // by key
    bool full_ = false;
};

}  // namespace brusio::client_memory
