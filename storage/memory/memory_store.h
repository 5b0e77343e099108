#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/ports/store.h"
#include "storage/memory/message_logs.h"

namespace brusio {

/// A store that forgets everything when the program ends: for tests, the simulator and throw-away
/// servers. A batch is durable as soon as it is submitted, in the sense this store can give, and a
/// question is answered as soon as it is asked. The logs are bounded, see MessageLogs.
class MemoryStore final : public Store {
 public:
    struct Options {
        std::size_t recent_messages_per_room_max = 1'000;
        std::size_t messages_max = 500'000;
        std::size_t audit_entries_max = 10'000;
    };

    /// No number of `options` may be 0.
    explicit MemoryStore(Options options);

    void submit(BatchId batch, std::span<const Write> writes) override;
    void collect(std::vector<Commit>& ended) override;
    void ask(Question question) override;
    void collect_answers(std::vector<QueryAnswer>& answers) override;
    [[nodiscard]] StoreHealth health() const override { return StoreHealth::accepting; }

    /// What an engine that starts with this store is to know, as if the store had been opened now.
    [[nodiscard]] Kept kept() const;
    [[nodiscard]] std::size_t messages_kept() const { return logs_.entries_kept(); }

 private:
    void apply(const AppendMessage& write);
    void apply(const RedactMessage& write) { logs_.redact(write); }
    void apply(const TrimLog& write) { logs_.trim(write); }
    void apply(const SaveAccount& write);
    void apply(const RemoveAccount& write);
    void apply(const SaveRoom& write);
    void apply(const RemoveRoom& write);
    void apply(const SaveMembership& write);
    void apply(const RemoveMembership& write);
    void apply(const SavePair& write);
    void apply(const SaveReadMarker& write);
    void apply(const RemoveReadMarker& write);
    void apply(const SavePresence& write);
    void apply(const SavePrivateNote& write);
    void apply(const RemovePrivateNote& write);
    void apply(const SaveContacts& write);
    void apply(const AppendAudit& write);
    void apply(const TrimAudit& write);
    void apply(const SaveBan& write);
    void apply(const RemoveBan& write);
    void apply(const SaveUnverifiedAccount& write);
    void apply(const RemoveUnverifiedAccount& write);
    void apply(const SaveMailToken& write);
    void apply(const RemoveMailToken& write);

    void answer(const AuditQuery& query, QueryAnswer& answer) const;
    template <class LogQuery>
    void answer(const LogQuery& query, QueryAnswer& answer) const {
        logs_.answer(query, answer);
    }
    void given(ConversationId conversation);
    [[nodiscard]] LogEnd end_of(ConversationId conversation) const;

    Options options_;
    MessageLogs logs_;
    std::map<ConversationId, LogEnd> forgotten_;  // of rooms and pairs whose log was forgotten
    std::map<AccountId, AccountRecord> accounts_;
    std::map<ConversationId, RoomRecord> rooms_;
    std::map<std::pair<AccountId, ConversationId>, MembershipRecord> memberships_;
    std::map<ConversationId, PairRecord> pairs_;
    std::map<std::pair<AccountId, Folded>, ReadMarkerRecord> read_markers_;
    std::map<AccountId, PresenceRecord> presences_;
    std::map<std::tuple<AccountId, std::string, std::string>, PrivateNoteRecord> private_notes_;
    std::map<AccountId, ContactsRecord> contacts_;
    std::deque<AuditRecord> audit_;
    std::map<std::pair<BanKind, std::string>, BanRecord> bans_;
    std::map<Folded, UnverifiedAccountRecord> unverified_accounts_;
    std::map<std::pair<AccountId, MailTokenKind>, MailTokenRecord> mail_tokens_;
    AccountId account_last_;
    ConversationId conversation_last_;
    std::vector<Commit> ended_;
    std::vector<QueryAnswer> answers_;
};

}  // namespace brusio
