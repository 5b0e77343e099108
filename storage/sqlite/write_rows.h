#pragma once

#include "core/ports/store.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/word_index.h"

namespace brusio::sqlite {

/// Carries out writes within the transaction that its owner has begun. Each call is false if the
/// write could not be carried out; the database has the error.
class WriteRows {
 public:
    /// `database` and `words` outlive this. Reads the counters.
    WriteRows(Database& database, WordIndex& words);

    bool apply(const Write& write);

 private:
    bool put(const AppendMessage& write);
    bool put(const RedactMessage& write);
    bool put(const TrimLog& write);
    bool put(const SaveAccount& write);
    bool put(const RemoveAccount& write);
    bool put(const SaveRoom& write);
    bool put(const RemoveRoom& write);
    bool put(const SaveMembership& write);
    bool put(const RemoveMembership& write);
    bool put(const SavePair& write);
    bool put(const SaveReadMarker& write);
    bool put(const RemoveReadMarker& write);
    bool put(const SavePresence& write);
    bool put(const SavePrivateNote& write);
    bool put(const RemovePrivateNote& write);
    bool put(const SaveContacts& write);
    bool put(const AppendAudit& write);
    bool put(const TrimAudit& write);
    bool put(const SaveBan& write);
    bool put(const RemoveBan& write);
    bool put(const SaveUnverifiedAccount& write);
    bool put(const RemoveUnverifiedAccount& write);
    bool put(const SaveMailToken& write);
    bool put(const RemoveMailToken& write);

    bool put_masks(const RoomRecord& room);
    bool put_grants(const RoomRecord& room);
    /// The statements of one of the two tables.
    struct TableStatements {
        const char* remove;
        const char* insert;
    };
    template <class Id>
    bool put_metadata(const TableStatements& table, Id owner, const Metadata& metadata);
    template <class T>
    bool put_list(const TableStatements& table, AccountId owner, const std::vector<T>& items);
    bool put_news(const PresenceRecord& presence);
    bool count_account(AccountId account);
    bool count_conversation(ConversationId conversation);

    Database& database_;
    WordIndex& words_;
    AccountId account_last_;
    ConversationId conversation_last_;
};

/// The value of a row of `counter`, 0 if there is none.
[[nodiscard]] std::uint64_t read_counter(Database& database, std::string_view name);
bool save_counter(Database& database, std::string_view name, std::uint64_t value);

}  // namespace brusio::sqlite
