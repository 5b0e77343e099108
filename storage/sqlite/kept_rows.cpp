#include "storage/sqlite/kept_rows.h"

#include <array>
#include <map>
#include <utility>

#include "core/base/assert.h"
#include "storage/sqlite/message_rows.h"
#include "storage/sqlite/write_rows.h"

namespace brusio::sqlite {

namespace {

/// A number that no version of ours has written chooses nothing.
StayChoice stay_choice_of(std::uint64_t number) {
    constexpr auto greatest = static_cast<std::uint64_t>(StayChoice::leave);
    return number > greatest ? StayChoice::as_configured : static_cast<StayChoice>(number);
}

bool read_accounts(Database& database, std::vector<AccountRecord>& accounts) {
    Rows rows = database.query(
        "SELECT id, name, key, skeleton, password_hash, scram_salt, scram_iterations, "
        "scram_stored_key, scram_server_key, email, registered_ms, last_seen_ms, suspended, "
        "suspended_until_ms, email_verified, stay_choice FROM account ORDER BY id");
    while (rows.next()) {
        AccountRecord& account = accounts.emplace_back();
        account.id = rows.id<AccountId>(0);
        account.name = rows.text(1);
        account.key = Folded{rows.text(2)};
        account.skeleton = rows.text(3);
        account.password_hash = rows.text(4);
        account.scram.salt = rows.text(5);
        account.scram.iterations = static_cast<std::uint32_t>(rows.integer(6));
        account.scram.stored_key = rows.text(7);
        account.scram.server_key = rows.text(8);
        account.email = rows.text(9);
        account.registered = rows.time(10);
        account.last_seen = rows.time(11);
        account.suspended = rows.integer(12) != 0;
        account.suspended_until = rows.time(13);
        account.email_verified = rows.integer(14) != 0;
        account.stay_choice = stay_choice_of(rows.number(15));
        Rows prints = database.query(
            "SELECT fingerprint FROM account_fingerprint WHERE account = ? ORDER BY place",
            account.id);
        while (prints.next()) account.fingerprints.push_back(prints.text(0));
        Rows addresses = database.query(
            "SELECT address FROM account_address WHERE account = ? ORDER BY place", account.id);
        while (addresses.next()) account.known_addresses.push_back(addresses.text(0));
        Rows notes = database.query(
            "SELECT key, value FROM account_metadata WHERE account = ? ORDER BY key", account.id);
        while (notes.next()) account.metadata[notes.text(0)] = notes.text(1);
        if (!prints.ok() || !addresses.ok() || !notes.ok()) return false;
    }
    return rows.ok();
}

bool read_masks(Database& database, RoomRecord& room) {
    const std::array lists{&room.bans, &room.ban_exceptions, &room.invite_exceptions};
    Rows rows = database.query(
        "SELECT list, mask, set_by, when_ms FROM room_mask WHERE room = ? ORDER BY list, place",
        room.id);
    while (rows.next()) {
        const std::uint64_t list = rows.number(0);
        if (list >= lists.size()) continue;  // no version of ours has written that
        lists[list]->push_back({rows.text(1), rows.text(2), rows.time(3)});
    }
    return rows.ok();
}

bool read_grants(Database& database, RoomRecord& room) {
    Rows rows = database.query(
        "SELECT account, ranks FROM room_grant WHERE room = ? ORDER BY account", room.id);
    while (rows.next()) room.grants.push_back({rows.id<AccountId>(0), rows.text(1)});
    return rows.ok();
}

bool read_metadata(Database& database, RoomRecord& room) {
    Rows rows =
        database.query("SELECT key, value FROM room_metadata WHERE room = ? ORDER BY key", room.id);
    while (rows.next()) room.metadata[rows.text(0)] = rows.text(1);
    return rows.ok();
}

bool read_rooms(Database& database, std::vector<KeptRoom>& rooms) {
    Rows rows = database.query(
        "SELECT id, name, key, created_ms, founder, topic, topic_set_by, topic_when_ms, modes, "
        "password, members_max FROM room ORDER BY id");
    while (rows.next()) {
        RoomRecord room;
        room.id = rows.id<ConversationId>(0);
        room.name = rows.text(1);
        room.key = Folded{rows.text(2)};
        room.created = rows.time(3);
        room.founder = rows.id<AccountId>(4);
        room.topic = rows.text(5);
        room.topic_set_by = rows.text(6);
        room.topic_when = rows.time(7);
        room.modes = rows.text(8);
        room.password = rows.text(9);
        room.members_max = static_cast<std::uint32_t>(rows.integer(10));
        if (!read_masks(database, room) || !read_grants(database, room) ||
            !read_metadata(database, room)) {
            return false;
        }
        const LogEnd last = log_end(database, room.id);
        rooms.push_back({std::move(room), last});
    }
    return rows.ok();
}

bool read_memberships(Database& database, std::vector<MembershipRecord>& memberships) {
    Rows rows = database.query(
        "SELECT account, room, ranks, seq_first FROM membership ORDER BY account, room");
    while (rows.next()) {
        memberships.push_back(
            {rows.id<AccountId>(0), rows.id<ConversationId>(1), rows.text(2), rows.number(3)});
    }
    return rows.ok();
}

bool read_pairs(Database& database, std::vector<KeptPair>& pairs) {
    Rows rows = database.query("SELECT id, a, b FROM pair ORDER BY id");
    while (rows.next()) {
        const auto id = rows.id<ConversationId>(0);
        pairs.push_back({{id, rows.text(1), rows.text(2)}, log_end(database, id)});
    }
    return rows.ok();
}

bool read_markers(Database& database, std::vector<ReadMarkerRecord>& markers) {
    Rows rows = database.query(
        "SELECT account, target, read_up_to_ms FROM read_marker ORDER BY account, target");
    while (rows.next()) {
        markers.push_back({rows.id<AccountId>(0), Folded{rows.text(1)}, rows.time(2)});
    }
    return rows.ok();
}

bool read_news(Database& database, PresenceRecord& presence) {
    Rows rows = database.query(
        "SELECT kind, time_ms, room, set_by, detail FROM presence_news WHERE account = ? "
        "ORDER BY place",
        presence.account);
    while (rows.next()) {
        presence.news.push_back({static_cast<AbsenceNewsKind>(rows.integer(0)), rows.time(1),
                                 rows.text(2), rows.text(3), rows.text(4)});
    }
    return rows.ok();
}

bool read_presences(Database& database, std::vector<PresenceRecord>& presences) {
    Rows rows = database.query(
        "SELECT account, nick, username, host, realname, modes, away, signon_ms, active_ms, "
        "absent_since_ms FROM presence ORDER BY account");
    while (rows.next()) {
        PresenceRecord& one = presences.emplace_back();
        one.account = rows.id<AccountId>(0);
        one.nick = rows.text(1);
        one.username = rows.text(2);
        one.host = rows.text(3);
        one.realname = rows.text(4);
        one.modes = rows.text(5);
        one.away = rows.text(6);
        one.signon = rows.time(7);
        one.active = rows.time(8);
        one.absent_since = rows.time(9);
        Rows rooms = database.query(
            "SELECT room FROM presence_invitation WHERE account = ? ORDER BY place", one.account);
        while (rooms.next()) one.invitations.push_back(rooms.id<ConversationId>(0));
        if (!rooms.ok() || !read_news(database, one)) return false;
    }
    return rows.ok();
}

bool read_private_notes(Database& database, std::vector<PrivateNoteRecord>& notes) {
    Rows rows = database.query(
        "SELECT account, target, key, value FROM private_note ORDER BY account, target, key");
    while (rows.next()) {
        notes.push_back({rows.id<AccountId>(0), rows.text(1), rows.text(2), rows.text(3)});
    }
    return rows.ok();
}

/// One list of theirs after the other; each in the order of accounts.
bool read_contacts(Database& database, std::vector<ContactsRecord>& contacts) {
    std::map<AccountId, ContactsRecord> found;
    Rows accepted =
        database.query("SELECT account, accepted FROM contact_accepted ORDER BY account, place");
    while (accepted.next()) {
        found[accepted.id<AccountId>(0)].accepted.push_back(accepted.id<AccountId>(1));
    }
    Rows silenced =
        database.query("SELECT account, mask FROM contact_silenced ORDER BY account, place");
    while (silenced.next()) {
        found[silenced.id<AccountId>(0)].silenced.push_back(silenced.text(1));
    }
    for (auto& [account, record] : found) {
        record.account = account;
        contacts.push_back(std::move(record));
    }
    return accepted.ok() && silenced.ok();
}

bool read_bans(Database& database, std::vector<BanRecord>& bans) {
    Rows rows = database.query(
        "SELECT kind, subject, reason, set_by, when_ms, until_ms FROM ban ORDER BY kind, subject");
    while (rows.next()) {
        bans.push_back({static_cast<BanKind>(rows.number(0)), rows.text(1), rows.text(2),
                        rows.text(3), rows.time(4), rows.time(5)});
    }
    return rows.ok();
}

bool read_unverified(Database& database, std::vector<UnverifiedAccountRecord>& accounts) {
    Rows rows = database.query(
        "SELECT key, name, skeleton, password_hash, scram_salt, scram_iterations, "
        "scram_stored_key, scram_server_key, email, token_hash, address, until_ms "
        "FROM unverified_account ORDER BY key");
    while (rows.next()) {
        accounts.push_back({Folded{rows.text(0)},
                            rows.text(1),
                            rows.text(2),
                            rows.text(3),
                            {rows.text(4), static_cast<std::uint32_t>(rows.integer(5)),
                             rows.text(6), rows.text(7)},
                            rows.text(8),
                            rows.text(9),
                            rows.text(10),
                            rows.time(11)});
    }
    return rows.ok();
}

bool read_mail_tokens(Database& database, std::vector<MailTokenRecord>& tokens) {
    Rows rows = database.query(
        "SELECT account, kind, hash, email, until_ms FROM mail_token ORDER BY account, kind");
    while (rows.next()) {
        tokens.push_back({rows.id<AccountId>(0), static_cast<MailTokenKind>(rows.number(1)),
                          rows.text(2), rows.text(3), rows.time(4)});
    }
    return rows.ok();
}

}  // namespace

Result<Kept, std::string> read_kept(Database& database) {
    Kept kept;
    const bool all =
        read_accounts(database, kept.accounts) && read_rooms(database, kept.rooms) &&
        read_memberships(database, kept.memberships) && read_pairs(database, kept.pairs) &&
        read_markers(database, kept.read_markers) && read_presences(database, kept.presences) &&
        read_private_notes(database, kept.private_notes) &&
        read_contacts(database, kept.contacts) && read_bans(database, kept.bans) &&
        read_unverified(database, kept.unverified_accounts) &&
        read_mail_tokens(database, kept.mail_tokens);
    if (!all) return Err{database.error()};
    kept.account_last = AccountId{read_counter(database, "account")};
    kept.conversation_last = ConversationId{read_counter(database, "conversation")};
    return kept;
}

}  // namespace brusio::sqlite
