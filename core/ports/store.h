#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/records.h"

namespace brusio {

// ---- writes ----

/// Appends to a conversation's log. `message.seq` is one more than that of the log's last entry (a
/// new log begins anywhere), and its time is not earlier. Its id is new, and so are account and
/// client id together if it has both.
struct AppendMessage {
    ConversationId conversation;
    MessageRecord message;
};
/// Takes text, tags and client tags away; the entry stays. Nothing happens if there is none.
struct RedactMessage {
    ConversationId conversation;
    std::string id;
};
/// Forgets the oldest entries of a log: those before `seq_first` and those earlier than
/// `time_first`, at most `count_max` of them, and never the last one of the log.
struct TrimLog {
    ConversationId conversation;
    std::uint64_t seq_first = 0;
    WallTime time_first{};
    std::uint32_t count_max = UINT32_MAX;
};
/// Inserts, or replaces what has that id. Key and skeleton are nobody else's.
struct SaveAccount {
    AccountRecord account;
};
/// Its memberships, read markers, presence, private notes, contacts, mail tokens and the client ids
/// of its messages go with it.
struct RemoveAccount {
    AccountId account;
};
/// Inserts, or replaces what has that id. The key is no other room's.
struct SaveRoom {
    RoomRecord room;
};
/// Its memberships and its log go with it.
struct RemoveRoom {
    ConversationId room;
};
/// Inserts, or replaces what has that account and room.
struct SaveMembership {
    MembershipRecord membership;
};
struct RemoveMembership {
    AccountId account;
    ConversationId room;
};
/// Inserts; the two have no conversation yet.
struct SavePair {
    PairRecord pair;
};
/// Inserts, or replaces what has that account and target.
struct SaveReadMarker {
    ReadMarkerRecord marker;
};
/// Nothing happens if there is none.
struct RemoveReadMarker {
    AccountId account;
    Folded target;
};
/// Inserts, or replaces what has that account.
struct SavePresence {
    PresenceRecord presence;
};
/// Inserts, or replaces what has that account, target and key.
struct SavePrivateNote {
    PrivateNoteRecord note;
};
/// Nothing happens if there is none.
struct RemovePrivateNote {
    AccountId account;
    std::string target;
    std::string key;
};
/// Inserts, or replaces what has that account; with two empty lists there is none afterwards.
struct SaveContacts {
    ContactsRecord contacts;
};
struct AppendAudit {
    AuditRecord entry;
};
/// Forgets entries of the audit from the oldest on: all but the newest `entries_max`, and those
/// that are earlier than `time_first`, up to the first that is not.
struct TrimAudit {
    std::uint32_t entries_max = UINT32_MAX;
    WallTime time_first{};
};
/// Inserts, or replaces what has that kind and subject.
struct SaveBan {
    BanRecord ban;
};
/// Nothing happens if there is none.
struct RemoveBan {
    BanKind kind = BanKind::address;
    std::string subject;
};

/// Inserts, or replaces what has that key.
struct SaveUnverifiedAccount {
    UnverifiedAccountRecord account;
};
/// Nothing happens if there is none.
struct RemoveUnverifiedAccount {
    Folded key;
};
/// Inserts, or replaces what has that account and kind.
struct SaveMailToken {
    MailTokenRecord token;
};
/// Nothing happens if there is none.
struct RemoveMailToken {
    AccountId account;
    MailTokenKind kind = MailTokenKind::password_reset;
};

using Write =
    std::variant<AppendMessage, RedactMessage, TrimLog, SaveAccount, RemoveAccount, SaveRoom,
                 RemoveRoom, SaveMembership, RemoveMembership, SavePair, SaveReadMarker,
                 RemoveReadMarker, SavePresence, SavePrivateNote, RemovePrivateNote, SaveContacts,
                 AppendAudit, TrimAudit, SaveBan, RemoveBan, SaveUnverifiedAccount,
                 RemoveUnverifiedAccount, SaveMailToken, RemoveMailToken>;

/// How a batch of writes ended.
enum class CommitResult : std::uint8_t { durable, failed };

struct Commit {
    BatchId batch;
    CommitResult result = CommitResult::durable;
};

// ---- queries ----

/// Before the first entry of a log, or after its last.
enum class LogEdge : std::uint8_t { begin, end };
struct AtMessage {
    std::string id;
};
struct AtTime {
    WallTime time;
};
struct AtSeq {
    std::uint64_t seq = 0;
};
/// A place in a log; a time is the place of all entries of that very millisecond.
using LogPosition = std::variant<LogEdge, AtMessage, AtTime, AtSeq>;

/// At which end of what was asked for to begin if there is too much.
enum class BeginAt : std::uint8_t { oldest, newest };

/// Which entries are wanted, each with all before it. What is redacted is passed over but by the
/// last, though it still is a place in the log.
enum class LogContents : std::uint8_t {
    spoken,  // messages and notices
    said,    // reactions and the like
    everything,
    whole_log,
};

/// The part of a log that whoever asks may see; everything outside it is as if it were not there.
struct LogWindow {
    std::uint64_t seq_first = 1;
    std::uint64_t seq_last = UINT64_MAX;
    std::string prefixes_hidden{};  // with which the targets begin of what is for others ("@%")
};

// Whoever goes on from the time of a page's last entry must not lose others of that millisecond:
// where `count_max` would cut between entries of one time, up to `same_time_max` more are given.

/// Entries between two places, both excluded, counted from `from` towards `to`, which may lie
/// either way (IRCv3 chathistory: LATEST, BEFORE, AFTER and BETWEEN). An answer is short only if
/// there is no more.
struct HistoryQuery {
    ConversationId conversation;
    LogPosition from = LogEdge::end;
    LogPosition to = LogEdge::begin;
    std::uint32_t count_max = 0;
    LogContents contents = LogContents::said;
    LogWindow window{};
    std::uint32_t same_time_max = 0;  // more, to end between two times
};
/// Entries on both sides of a place, which counts among the later half: at most `count_max / 2`
/// earlier ones (IRCv3 chathistory: AROUND). With a `count_max` of 1 it finds one message, or the
/// next that is wanted.
struct AroundQuery {
    ConversationId conversation;
    LogPosition around;
    std::uint32_t count_max = 0;
    LogContents contents = LogContents::said;
    LogWindow window{};
    std::uint32_t same_time_max = 0;  // more, to begin and end so
};
/// Which of these conversations have their newest said entry, redacted or not, between two times;
/// both are excluded. Counted from `from` towards `to`, which may lie either way (IRCv3
/// chathistory: TARGETS).
struct TargetsQuery {
    std::vector<ConversationId> conversations;
    WallTime from, to;
    std::uint32_t count_max = 0;
    std::uint32_t same_time_max = 0;  // more, to end between two times
};
/// The message that an account's client id became.
struct ClientIdQuery {
    AccountId account;
    std::string client_id;
};
/// The message with the greatest of an account's client ids that begin with "<device>-".
struct LastClientIdQuery {
    AccountId account;
    std::string device;
};

/// A conversation, and the part of its log that whoever asks may see.
struct SearchScope {
    ConversationId conversation;
    LogWindow window{};
};
/// Messages and notices of these conversations that hold all words of `text`, each at the beginning
/// of a word; letters of the ASCII are alike in either case. What counts as a word, and which other
/// letters are alike, is the store's own business; a text without any word is found nowhere. What
/// is redacted is not found, and what has just become durable may be found a little later only.
struct SearchQuery {
    std::vector<SearchScope> scopes;
    std::string text;  // empty: whatever was said
    std::string nick;  // of whoever said it, ASCII letters alike in either case; empty: anybody
    WallTime from{}, to{INT64_MAX};  // both included
    BeginAt begin = BeginAt::newest;
    std::uint32_t count_max = 0;
};

/// The newest entries of the audit that have `words` somewhere in actor, action, subject or detail,
/// letters of the ASCII alike in either case.
struct AuditQuery {
    std::uint32_t count_max = 0;
    std::string words{};  // empty: all
};

using Query = std::variant<HistoryQuery, AroundQuery, TargetsQuery, ClientIdQuery,
                           LastClientIdQuery, SearchQuery, AuditQuery>;

/// A query with the name that its answer will have.
struct Question {
    QueryId id;
    Query query;
};

/// `not_found`: a message id that a position names, or a client id, is not there.
enum class QueryResult : std::uint8_t { ok, not_found, failed };

struct ConversationNews {
    ConversationId conversation;
    WallTime newest;

    bool operator==(const ConversationNews&) const = default;
};

struct QueryAnswer {
    QueryId query{};
    QueryResult result = QueryResult::ok;
    ConversationId conversation{};         // of the entries
    std::vector<MessageRecord> entries{};  // oldest first
    std::vector<ConversationId> places{};  // of a SearchQuery: where each of the entries is
    std::vector<ConversationNews> news{};  // of a TargetsQuery; oldest first, then by id
    std::vector<AuditRecord> audit{};      // of an AuditQuery; oldest first

    bool operator==(const QueryAnswer&) const = default;
};

// ---- the port ----

/// Whether it makes sense to submit: `full` keeps what it was given and asks for no more, so that
/// there is room left to do so; `failed` is final.
enum class StoreHealth : std::uint8_t { accepting, full, failed };

/// Keeps what must not be lost. Batches become durable in the order of submission, each wholly or
/// not at all; once one has failed, so do all after it. Called from the driver's thread only;
/// never blocks, never throws. An implementation that works elsewhere wakes its driver when there
/// is something to collect.
class Store {
 public:
    virtual ~Store() = default;
    /// Takes the writes of one batch; `writes` is not empty and lives for the call only.
    virtual void submit(BatchId batch, std::span<const Write> writes) = 0;
    /// Appends what has ended since the last call to `ended`, in order of submission.
    virtual void collect(std::vector<Commit>& ended) = 0;

    /// Answers later, from what is durable: at least all that was submitted before the question.
    virtual void ask(Question question) = 0;
    /// Appends what was answered since the last call to `answers`, in the order of asking.
    virtual void collect_answers(std::vector<QueryAnswer>& answers) = 0;

    [[nodiscard]] virtual StoreHealth health() const = 0;
};

}  // namespace brusio
