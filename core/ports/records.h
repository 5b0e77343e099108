#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/metadata.h"
#include "core/base/text.h"
#include "core/base/time.h"

namespace brusio {

// What is kept for ever, free of any protocol, so that another protocol can show it. The engine
// makes all ids and never gives one twice; a store gives records back as they were.

/// What happened in a conversation. The numbers are on disk: never change one.
enum class RecordKind : std::uint8_t {
    message = 1,    // a person said it; machines may answer
    notice = 2,     // machines must not answer
    tags_only = 3,  // a reaction, for one
    join = 10,
    part = 11,
    quit = 12,
    kick = 13,
    nick = 14,
    topic = 15,
    mode = 16,
};

/// True for what people said, false for what happened around it.
[[nodiscard]] constexpr bool is_said(RecordKind kind) { return kind < RecordKind::join; }

/// One entry of a conversation's log.
struct MessageRecord {
    std::string id;         // unique for ever (IRCv3 message-ids)
    std::uint64_t seq = 0;  // counts this conversation's entries from 1 without holes
    WallTime time;          // never earlier than that of the entry before, and as a rule later
    RecordKind kind = RecordKind::message;
    std::string sender;        // nick!user@host at the time
    AccountId account;         // the sender's, none for a guest
    std::string account_name;  // at the time; empty for a guest
    std::string target;        // as addressed: room, nick, or "@#room"; the kicked, the new nick
    std::string text;
    std::string client_tags;  // the sender's client-only tags as they were escaped, may be empty
    std::string client_id;    // the sender's own name for it (brusio/cid); empty: none
    bool from_bot = false;
    bool redacted = false;  // text and tags are gone on request

    bool operator==(const MessageRecord&) const = default;
};

/// What SCRAM-SHA-256 keeps of a password (RFC 5802, section 3); all texts are bytes.
struct ScramKeys {
    std::string salt;
    std::uint32_t iterations = 0;  // 0: there are no keys
    std::string stored_key;
    std::string server_key;

    bool operator==(const ScramKeys&) const = default;
};

/// What an account's owner has chosen for the time when nobody of it is connected. The numbers are
/// on disk: never change one.
enum class StayChoice : std::uint8_t { as_configured = 0, stay = 1, leave = 2 };

struct AccountRecord {
    AccountId id;
    std::string name;
    Folded key;                 // of the name; no two accounts share one
    std::string skeleton;       // what the name looks like (UTS #39); no two accounts share one
    std::string password_hash;  // argon2id in its encoded form; empty: no password
    ScramKeys scram;
    std::vector<std::string> fingerprints;     // SHA-256 of client certificates, in hexadecimal
    std::vector<std::string> known_addresses;  // from which its owner has logged in, oldest first
    std::string email;                         // empty: none
    bool email_verified = false;               // somebody who reads it has shown so
    WallTime registered;
    WallTime last_seen;
    bool suspended = false;
    WallTime suspended_until;  // when that ends by itself; 0: never
    StayChoice stay_choice = StayChoice::as_configured;
    Metadata metadata;

    bool operator==(const AccountRecord&) const = default;
};

/// An entry of a room's lists of bans and exceptions.
struct MaskRecord {
    std::string mask;
    std::string set_by;
    WallTime when;

    bool operator==(const MaskRecord&) const = default;
};

/// The ranks that an account gets whenever it comes into a room.
struct GrantRecord {
    AccountId account;
    std::string ranks;  // letters ("o")

    bool operator==(const GrantRecord&) const = default;
};

struct RoomRecord {
    ConversationId id;
    std::string name;
    Folded key;  // of the name; no two rooms share one
    WallTime created;
    AccountId founder;  // none: the room ends with its last member
    std::string topic;  // empty: none
    std::string topic_set_by;
    WallTime topic_when;
    std::string modes;              // letters of the settings that are on ("ntj5:10 ")
    std::string password;           // empty: none
    std::uint32_t members_max = 0;  // 0: any number
    std::vector<MaskRecord> bans, ban_exceptions, invite_exceptions;  // in the order of adding
    std::vector<GrantRecord> grants;                                  // in the order of accounts
    Metadata metadata;

    bool operator==(const RoomRecord&) const = default;
};

/// An account that is a member of a room, whether it is on line or not.
struct MembershipRecord {
    AccountId account;
    ConversationId room;
    std::string ranks;            // letters ("o"), may be empty
    std::uint64_t seq_first = 1;  // the first entry of the room's log that came after it did

    bool operator==(const MembershipRecord&) const = default;
};

/// A conversation of two people, each named by a key of the engine's making (an account's number,
/// a guest's folded nick). `a` <= `b`, so that the same two always name the same conversation.
struct PairRecord {
    ConversationId id;
    std::string a;
    std::string b;

    bool operator==(const PairRecord&) const = default;
};

/// How far an account has read what the engine calls `target` (IRCv3 read-marker).
struct ReadMarkerRecord {
    AccountId account;
    Folded target;
    WallTime read_up_to;

    bool operator==(const ReadMarkerRecord&) const = default;
};

/// What was done to somebody who was not there. The numbers are on disk: never change one.
enum class AbsenceNewsKind : std::uint8_t {
    removed = 1,       // from a room
    banned = 2,        // from a room that it is in
    rank_lost = 3,     // in a room
    founder_lost = 4,  // the room is another's now
    room_renamed = 5,
};

/// What an account is told of when it is back.
struct AbsenceNewsRecord {
    AbsenceNewsKind kind = AbsenceNewsKind::removed;
    WallTime time;
    std::string room;    // its name at the time
    std::string by;      // the nick of who did it
    std::string detail;  // reason, mask, rank, new founder or new name

    bool operator==(const AbsenceNewsRecord&) const = default;
};

/// What others read of an account's user, as far as it outlives its sessions and the server. There
/// is none for an account that has never been here as a user and was never invited anywhere.
struct PresenceRecord {
    AccountId account;
    std::string nick;      // that it had last; empty: it has never been here
    std::string username;  // username and host as others saw them
    std::string host;
    std::string realname;
    std::string modes;  // letters of the user's own settings that are on ("iw")
    std::string away;   // in its own words; empty: it said nothing
    WallTime signon;
    WallTime active;        // when it last said something; of somebody who is there: not kept up
    WallTime absent_since;  // 0: has a session, or had one when the server was killed
    std::vector<ConversationId> invitations;  // rooms it may come into; oldest first
    std::vector<AbsenceNewsRecord> news;      // since then; oldest first

    bool operator==(const PresenceRecord&) const = default;
};

/// What an account notes for itself alone about a room or a person (pins, mutes), whom the engine
/// calls `target`. No two of an account have the same target and key.
struct PrivateNoteRecord {
    AccountId account;
    std::string target;
    std::string key;
    std::string value;

    bool operator==(const PrivateNoteRecord&) const = default;
};

/// Whom an account lets come near, and whom not. There is none for an account with two empty lists.
struct ContactsRecord {
    AccountId account;
    std::vector<AccountId> accepted;    // in the order of adding
    std::vector<std::string> silenced;  // masks, in the order of adding

    bool operator==(const ContactsRecord&) const = default;
};

/// Whom a ban of the server keeps out. The numbers are on disk: never change one.
enum class BanKind : std::uint8_t {
    address = 1,   // an address or a range of them
    mask = 2,      // nick!user@host with wildcards, folded
    account = 3,   // its folded name
    realname = 4,  // with wildcards, folded
};

/// A ban of the whole server. No two have the same kind and subject.
struct BanRecord {
    BanKind kind = BanKind::address;
    std::string subject;
    std::string reason;  // for the banned to read, may be empty
    std::string set_by;
    WallTime when;
    WallTime until;  // 0: for good

    bool operator==(const BanRecord&) const = default;
};

/// An account that is not there yet: somebody who reads its mail has to say so first. No two have
/// the same key.
struct UnverifiedAccountRecord {
    Folded key;  // of the name
    std::string name;
    std::string skeleton;
    std::string password_hash;
    ScramKeys scram;
    std::string email;
    std::string token_hash;  // of what went there by mail
    std::string address;     // from where it was asked for
    WallTime until;

    bool operator==(const UnverifiedAccountRecord&) const = default;
};

/// What a token is good for that went out by mail. The numbers are on disk: never change one.
enum class MailTokenKind : std::uint8_t { password_reset = 1, new_address = 2 };

/// A token that went out by mail and has not been used. An account has one of each kind.
struct MailTokenRecord {
    AccountId account;  // none: of one that is not there, so that asking for it looks the same
    MailTokenKind kind = MailTokenKind::password_reset;
    std::string hash;
    std::string email;  // the new address
    WallTime until;

    bool operator==(const MailTokenRecord&) const = default;
};

/// What an operator did, or what was done to an account: for whoever runs the server.
struct AuditRecord {
    WallTime time;
    std::string actor;    // who did it
    std::string action;   // one word ("kill", "suspend")
    std::string subject;  // to whom or what
    std::string detail;   // the reason, may be empty; never a secret

    bool operator==(const AuditRecord&) const = default;
};

/// Where a conversation's log ends; both are 0 while it is empty.
struct LogEnd {
    std::uint64_t seq = 0;
    WallTime time;

    bool operator==(const LogEnd&) const = default;
};

struct KeptRoom {
    RoomRecord room;
    LogEnd last;

    bool operator==(const KeptRoom&) const = default;
};

struct KeptPair {
    PairRecord pair;
    LogEnd last;

    bool operator==(const KeptPair&) const = default;
};

/// What a store held when it was opened: all that the engine knows by heart. Logs stay in the
/// store and are asked for. Each list in the order of ids, markers by account and target, private
/// notes by account, target and key, bans by kind and subject, unverified accounts by key, mail
/// tokens by account and kind.
struct Kept {
    std::vector<AccountRecord> accounts;
    std::vector<KeptRoom> rooms;
    std::vector<MembershipRecord> memberships;
    std::vector<KeptPair> pairs;
    std::vector<ReadMarkerRecord> read_markers;
    std::vector<PresenceRecord> presences;
    std::vector<PrivateNoteRecord> private_notes;
    std::vector<ContactsRecord> contacts;
    std::vector<BanRecord> bans;
    std::vector<UnverifiedAccountRecord> unverified_accounts;
    std::vector<MailTokenRecord> mail_tokens;
    AccountId account_last;            // the greatest ever given; also of those gone since
    ConversationId conversation_last;  // likewise

    bool operator==(const Kept&) const = default;
};

}  // namespace brusio
