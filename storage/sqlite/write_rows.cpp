#include "storage/sqlite/write_rows.h"

#include <algorithm>
#include <array>

#include "storage/sqlite/message_rows.h"

namespace brusio::sqlite {

std::uint64_t read_counter(Database& database, std::string_view name) {
    return static_cast<std::uint64_t>(
        database.number(0, "SELECT value FROM counter WHERE name = ?", name));
}

bool save_counter(Database& database, std::string_view name, std::uint64_t value) {
    return database.run(
        "INSERT INTO counter (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name, value);
}

WriteRows::WriteRows(Database& database, WordIndex& words)
    : database_(database),
      words_(words),
      account_last_{read_counter(database, "account")},
      conversation_last_{read_counter(database, "conversation")} {}

bool WriteRows::apply(const Write& write) {
    return std::visit([this](const auto& one) { return put(one); }, write);
}

bool WriteRows::count_account(AccountId account) {
    if (account <= account_last_) return true;
    account_last_ = account;
    return save_counter(database_, "account", account.value);
}

bool WriteRows::count_conversation(ConversationId conversation) {
    if (conversation <= conversation_last_) return true;
    conversation_last_ = conversation;
    return save_counter(database_, "conversation", conversation.value);
}

bool WriteRows::put(const AppendMessage& write) {
    words_.note_appended(write.conversation, write.message.seq);
    return count_conversation(write.conversation) &&
           insert_message(database_, write.conversation, write.message);
}

bool WriteRows::put(const RedactMessage& write) {
    const auto seq = static_cast<std::uint64_t>(
        database_.number(0, "SELECT seq FROM message WHERE id = ? AND conversation = ?", write.id,
                         write.conversation));
    if (seq == 0) return true;
    return words_.take_out(write.conversation, seq, seq) &&
           database_.run(
               "UPDATE message SET text = '', client_tags = '', redacted = 1 "
               "WHERE conversation = ? AND seq = ?",
               write.conversation, seq);
}

bool WriteRows::put(const TrimLog& write) {
    const LogEnd begin = log_begin(database_, write.conversation);
    const LogEnd end = log_end(database_, write.conversation);
    if (begin.seq == 0) return true;
    if (begin.seq >= write.seq_first && begin.time >= write.time_first) return true;
    const auto first_by_time = static_cast<std::uint64_t>(
        database_.number(static_cast<std::int64_t>(end.seq),
                         "SELECT seq FROM message WHERE conversation = ? AND time_ms >= ? "
                         "ORDER BY time_ms, seq LIMIT 1",
                         write.conversation, write.time_first));
    const std::uint64_t first_kept =
        std::min({std::max(write.seq_first, first_by_time), end.seq, begin.seq + write.count_max});
    return words_.take_out(write.conversation, begin.seq, first_kept - 1) &&
           database_.run("DELETE FROM message WHERE conversation = ? AND seq < ?",
                         write.conversation, first_kept);
}

template <class T>
bool WriteRows::put_list(const TableStatements& table, AccountId owner,
                         const std::vector<T>& items) {
    if (!database_.run(table.remove, owner)) return false;
    for (std::uint64_t place = 0; place < items.size(); ++place) {
        if (!database_.run(table.insert, owner, place, items[place])) return false;
    }
    return true;
}

bool WriteRows::put(const SaveAccount& write) {
    const AccountRecord& account = write.account;
    const ScramKeys& scram = account.scram;
    const bool saved = database_.run(
        "INSERT INTO account (id, name, key, skeleton, password_hash, scram_salt, "
        "scram_iterations, scram_stored_key, scram_server_key, email, registered_ms, "
        "last_seen_ms, suspended, suspended_until_ms, email_verified, stay_choice) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, "
        "skeleton = excluded.skeleton, password_hash = excluded.password_hash, "
        "scram_salt = excluded.scram_salt, scram_iterations = excluded.scram_iterations, "
        "scram_stored_key = excluded.scram_stored_key, "
        "scram_server_key = excluded.scram_server_key, email = excluded.email, "
        "registered_ms = excluded.registered_ms, last_seen_ms = excluded.last_seen_ms, "
        "suspended = excluded.suspended, suspended_until_ms = excluded.suspended_until_ms, "
        "email_verified = excluded.email_verified, stay_choice = excluded.stay_choice",
        account.id, account.name, account.key, account.skeleton, account.password_hash, scram.salt,
        scram.iterations, scram.stored_key, scram.server_key, account.email, account.registered,
        account.last_seen, account.suspended, account.suspended_until, account.email_verified,
        static_cast<std::uint64_t>(account.stay_choice));
    return saved && count_account(account.id) &&
           put_list({"DELETE FROM account_fingerprint WHERE account = ?",
                     "INSERT INTO account_fingerprint VALUES (?, ?, ?)"},
                    account.id, account.fingerprints) &&
           put_list({"DELETE FROM account_address WHERE account = ?",
                     "INSERT INTO account_address VALUES (?, ?, ?)"},
                    account.id, account.known_addresses) &&
           put_metadata({"DELETE FROM account_metadata WHERE account = ?",
                         "INSERT INTO account_metadata VALUES (?, ?, ?)"},
                        account.id, account.metadata);
}

template <class Id>
bool WriteRows::put_metadata(const TableStatements& table, Id owner, const Metadata& metadata) {
    if (!database_.run(table.remove, owner)) return false;
    return std::all_of(metadata.begin(), metadata.end(), [&](const auto& one) {
        return database_.run(table.insert, owner, one.first, one.second);
    });
}

bool WriteRows::put(const RemoveAccount& write) {
    const AccountId account = write.account;
    return database_.run("DELETE FROM account WHERE id = ?", account) &&
           database_.run("DELETE FROM account_fingerprint WHERE account = ?", account) &&
           database_.run("DELETE FROM account_address WHERE account = ?", account) &&
           database_.run("DELETE FROM account_metadata WHERE account = ?", account) &&
           database_.run("DELETE FROM membership WHERE account = ?", account) &&
           database_.run("DELETE FROM read_marker WHERE account = ?", account) &&
           database_.run("DELETE FROM presence WHERE account = ?", account) &&
           database_.run("DELETE FROM presence_invitation WHERE account = ?", account) &&
           database_.run("DELETE FROM presence_news WHERE account = ?", account) &&
           database_.run("DELETE FROM private_note WHERE account = ?", account) &&
           database_.run("DELETE FROM contact_accepted WHERE account = ?", account) &&
           database_.run("DELETE FROM contact_silenced WHERE account = ?", account) &&
           database_.run("DELETE FROM mail_token WHERE account = ?", account) &&
           database_.run(
               "UPDATE message SET client_id = NULL "
               "WHERE account = ? AND client_id IS NOT NULL",
               account);
}

bool WriteRows::put(const SaveRoom& write) {
    const RoomRecord& room = write.room;
    const bool saved = database_.run(
        "INSERT INTO room (id, name, key, created_ms, founder, topic, topic_set_by, "
        "topic_when_ms, modes, password, members_max) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, "
        "created_ms = excluded.created_ms, founder = excluded.founder, topic = excluded.topic, "
        "topic_set_by = excluded.topic_set_by, topic_when_ms = excluded.topic_when_ms, "
        "modes = excluded.modes, password = excluded.password, "
        "members_max = excluded.members_max",
        room.id, room.name, room.key, room.created, room.founder, room.topic, room.topic_set_by,
        room.topic_when, room.modes, room.password, room.members_max);
    return saved && count_conversation(room.id) && put_masks(room) && put_grants(room) &&
           put_metadata({"DELETE FROM room_metadata WHERE room = ?",
                         "INSERT INTO room_metadata VALUES (?, ?, ?)"},
                        room.id, room.metadata);
}

bool WriteRows::put_masks(const RoomRecord& room) {
    if (!database_.run("DELETE FROM room_mask WHERE room = ?", room.id)) return false;
    const std::array lists{&room.bans, &room.ban_exceptions, &room.invite_exceptions};
    for (std::uint64_t list = 0; list < lists.size(); ++list) {
        std::uint64_t place = 0;
        for (const MaskRecord& mask : *lists[list]) {
            if (!database_.run("INSERT INTO room_mask VALUES (?, ?, ?, ?, ?, ?)", room.id, list,
                               place++, mask.mask, mask.set_by, mask.when)) {
                return false;
            }
        }
    }
    return true;
}

bool WriteRows::put_grants(const RoomRecord& room) {
    if (!database_.run("DELETE FROM room_grant WHERE room = ?", room.id)) return false;
    return std::all_of(room.grants.begin(), room.grants.end(), [&](const GrantRecord& grant) {
        return database_.run("INSERT INTO room_grant VALUES (?, ?, ?)", room.id, grant.account,
                             grant.ranks);
    });
}

bool WriteRows::put(const RemoveRoom& write) {
    return words_.remove(write.room) &&
           database_.run("DELETE FROM room WHERE id = ?", write.room) &&
           database_.run("DELETE FROM room_grant WHERE room = ?", write.room) &&
           database_.run("DELETE FROM room_mask WHERE room = ?", write.room) &&
           database_.run("DELETE FROM room_metadata WHERE room = ?", write.room) &&
           database_.run("DELETE FROM membership WHERE room = ?", write.room) &&
           database_.run("DELETE FROM message WHERE conversation = ?", write.room);
}

bool WriteRows::put(const SaveMembership& write) {
    const MembershipRecord& membership = write.membership;
    return database_.run(
        "INSERT INTO membership VALUES (?, ?, ?, ?) ON CONFLICT (account, room) "
        "DO UPDATE SET ranks = excluded.ranks, seq_first = excluded.seq_first",
        membership.account, membership.room, membership.ranks, membership.seq_first);
}

bool WriteRows::put(const RemoveMembership& write) {
    return database_.run("DELETE FROM membership WHERE account = ? AND room = ?", write.account,
                         write.room);
}

bool WriteRows::put(const SavePair& write) {
    return count_conversation(write.pair.id) &&
           database_.run("INSERT INTO pair VALUES (?, ?, ?)", write.pair.id, write.pair.a,
                         write.pair.b);
}

bool WriteRows::put(const SaveReadMarker& write) {
    const ReadMarkerRecord& marker = write.marker;
    return database_.run(
        "INSERT INTO read_marker VALUES (?, ?, ?) ON CONFLICT (account, target) "
        "DO UPDATE SET read_up_to_ms = excluded.read_up_to_ms",
        marker.account, marker.target, marker.read_up_to);
}

bool WriteRows::put(const RemoveReadMarker& write) {
    return database_.run("DELETE FROM read_marker WHERE account = ? AND target = ?", write.account,
                         write.target);
}

bool WriteRows::put(const SavePresence& write) {
    const PresenceRecord& one = write.presence;
    return database_.run(
               "INSERT INTO presence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (account) DO UPDATE SET nick = excluded.nick, "
               "username = excluded.username, host = excluded.host, realname = excluded.realname, "
               "modes = excluded.modes, away = excluded.away, signon_ms = excluded.signon_ms, "
               "active_ms = excluded.active_ms, absent_since_ms = excluded.absent_since_ms",
               one.account, one.nick, one.username, one.host, one.realname, one.modes, one.away,
               one.signon, one.active, one.absent_since) &&
           put_list({"DELETE FROM presence_invitation WHERE account = ?",
                     "INSERT INTO presence_invitation VALUES (?, ?, ?)"},
                    one.account, one.invitations) &&
           put_news(one);
}

bool WriteRows::put_news(const PresenceRecord& presence) {
    if (!database_.run("DELETE FROM presence_news WHERE account = ?", presence.account)) {
        return false;
    }
    std::uint64_t place = 0;
    return std::all_of(presence.news.begin(), presence.news.end(), [&](const auto& one) {
        return database_.run("INSERT INTO presence_news VALUES (?, ?, ?, ?, ?, ?, ?)",
                             presence.account, place++, static_cast<std::uint64_t>(one.kind),
                             one.time, one.room, one.by, one.detail);
    });
}

bool WriteRows::put(const SavePrivateNote& write) {
    const PrivateNoteRecord& note = write.note;
    return database_.run(
        "INSERT INTO private_note VALUES (?, ?, ?, ?) ON CONFLICT (account, target, key) "
        "DO UPDATE SET value = excluded.value",
        note.account, note.target, note.key, note.value);
}

bool WriteRows::put(const RemovePrivateNote& write) {
    return database_.run("DELETE FROM private_note WHERE account = ? AND target = ? AND key = ?",
                         write.account, write.target, write.key);
}

bool WriteRows::put(const SaveContacts& write) {
    const ContactsRecord& contacts = write.contacts;
    return put_list({"DELETE FROM contact_accepted WHERE account = ?",
                     "INSERT INTO contact_accepted VALUES (?, ?, ?)"},
                    contacts.account, contacts.accepted) &&
           put_list({"DELETE FROM contact_silenced WHERE account = ?",
                     "INSERT INTO contact_silenced VALUES (?, ?, ?)"},
                    contacts.account, contacts.silenced);
}

bool WriteRows::put(const AppendAudit& write) {
    const AuditRecord& entry = write.entry;
    return database_.run(
        "INSERT INTO audit (time_ms, actor, action, subject, detail) "
        "VALUES (?, ?, ?, ?, ?)",
        entry.time, entry.actor, entry.action, entry.subject, entry.detail);
}

bool WriteRows::put(const TrimAudit& write) {
    return database_.run(
               "DELETE FROM audit WHERE place < coalesce((SELECT place FROM audit "
               "WHERE time_ms >= ? ORDER BY place LIMIT 1), 1 + (SELECT max(place) FROM audit))",
               write.time_first) &&
           database_.run(
               "DELETE FROM audit WHERE place <= (SELECT place FROM audit "
               "ORDER BY place DESC LIMIT 1 OFFSET ?)",
               write.entries_max);
}

bool WriteRows::put(const SaveBan& write) {
    const BanRecord& ban = write.ban;
    return database_.run(
        "INSERT INTO ban VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, subject) DO UPDATE SET "
        "reason = excluded.reason, set_by = excluded.set_by, when_ms = excluded.when_ms, "
        "until_ms = excluded.until_ms",
        static_cast<std::uint64_t>(ban.kind), ban.subject, ban.reason, ban.set_by, ban.when,
        ban.until);
}

bool WriteRows::put(const RemoveBan& write) {
    return database_.run("DELETE FROM ban WHERE kind = ? AND subject = ?",
                         static_cast<std::uint64_t>(write.kind), write.subject);
}

bool WriteRows::put(const SaveUnverifiedAccount& write) {
    const UnverifiedAccountRecord& account = write.account;
    const ScramKeys& scram = account.scram;
    return database_.run(
        "INSERT OR REPLACE INTO unverified_account VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        account.key, account.name, account.skeleton, account.password_hash, scram.salt,
        scram.iterations, scram.stored_key, scram.server_key, account.email, account.token_hash,
        account.address, account.until);
}

bool WriteRows::put(const RemoveUnverifiedAccount& write) {
    return database_.run("DELETE FROM unverified_account WHERE key = ?", write.key);
}

bool WriteRows::put(const SaveMailToken& write) {
    const MailTokenRecord& token = write.token;
    return database_.run("INSERT OR REPLACE INTO mail_token VALUES (?, ?, ?, ?, ?)", token.account,
                         static_cast<std::uint64_t>(token.kind), token.hash, token.email,
                         token.until);
}

bool WriteRows::put(const RemoveMailToken& write) {
    return database_.run("DELETE FROM mail_token WHERE account = ? AND kind = ?", write.account,
                         static_cast<std::uint64_t>(write.kind));
}

}  // namespace brusio::sqlite
