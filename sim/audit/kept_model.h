#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/store.h"
#include "sim/audit/digest_map.h"

namespace brusio::sim {

/// What a disk is found to hold when the server starts.
struct Recovered {
    struct Log {
        ConversationId conversation;
        std::vector<MessageRecord> entries;  // oldest first
    };
    Kept kept;
    std::vector<Log> logs;                // of all rooms and pairs
    std::size_t entries_per_log_max = 0;  // older ones are not kept
};

/// What a store should hold, as the auditor keeps it for itself: plain lists, and of messages only
/// as much as tells two of them apart.
class KeptModel {
 public:
    void apply(const Write& write);
    /// The end of a conversation's log; both 0 if it has none.
    [[nodiscard]] LogEnd end_of(ConversationId conversation) const;

    /// The first thing in which a disk is not what it should be, and the oracle that minds.
    struct Difference {
        std::string_view oracle;
        std::string what;
        bool is_extra = false;  // there is more than should be: perhaps of a later batch
    };
    [[nodiscard]] std::optional<Difference> difference(const Recovered& found) const;
    /// From now on what was found is what should be.
    void accept(const Recovered& found);

 private:
    struct Mark {
        std::uint64_t seq = 0;
        WallTime time;
        std::uint64_t id = 0;       // digest
        std::uint64_t content = 0;  // digest of everything else
        std::uint64_t blank = 0;    // the same without what redaction takes
    };
    struct Log {
        ConversationId conversation;
        std::vector<Mark> marks;
        LogEnd last;
    };

    static Mark mark_of(const MessageRecord& message);
    Log& log_of(ConversationId conversation);
    [[nodiscard]] const Log* find_log(ConversationId conversation) const;
    [[nodiscard]] std::string name_of(ConversationId conversation) const;
    [[nodiscard]] std::optional<Difference> difference(const Log& log,
                                                       const Recovered& found) const;
    [[nodiscard]] std::optional<Difference> room_difference(const Recovered& found) const;
    [[nodiscard]] std::optional<Difference> record_difference(const Kept& found) const;

    void apply_one(const AppendMessage& write);
    void apply_one(const RedactMessage& write);
    void apply_one(const TrimLog& write);
    void apply_one(const SaveAccount& write);
    void apply_one(const RemoveAccount& write);
    void apply_one(const SaveRoom& write);
    void apply_one(const RemoveRoom& write);
    void apply_one(const SaveMembership& write);
    void apply_one(const RemoveMembership& write);
    void apply_one(const SavePair& write);
    void apply_one(const SaveReadMarker& write);
    void apply_one(const RemoveReadMarker& write);
    void apply_one(const SavePresence& write);
    void apply_one(const SavePrivateNote& write);
    void apply_one(const RemovePrivateNote& write);
    void apply_one(const SaveContacts& write);
    void apply_one(const AppendAudit&) {}
    void apply_one(const TrimAudit&) {}
    void apply_one(const SaveBan& write);
    void apply_one(const RemoveBan& write);
    void apply_one(const SaveUnverifiedAccount& write);
    void apply_one(const RemoveUnverifiedAccount& write);
    void apply_one(const SaveMailToken& write);
    void apply_one(const RemoveMailToken& write);

    std::vector<AccountRecord> accounts_;
    std::vector<RoomRecord> rooms_;
    std::vector<MembershipRecord> memberships_;
    std::vector<PairRecord> pairs_;
    std::vector<ReadMarkerRecord> read_markers_;
    std::vector<PresenceRecord> presences_;
    std::vector<PrivateNoteRecord> private_notes_;
    std::vector<ContactsRecord> contacts_;
    std::vector<BanRecord> bans_;
    std::vector<UnverifiedAccountRecord> unverified_accounts_;
    std::vector<MailTokenRecord> mail_tokens_;
    AccountId account_last_;
    ConversationId conversation_last_;
    std::vector<Log> logs_;  // a log that is gone is empty
    DigestMap log_places_;   // by the conversation's number
};

}  // namespace brusio::sim
