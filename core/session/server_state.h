#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/store.h"
#include "core/room/monitor.h"
#include "core/room/roster.h"
#include "core/room/whowas.h"
#include "core/session/accounts/account_book.h"
#include "core/session/accounts/login_guard.h"
#include "core/session/accounts/mail_book.h"
#include "core/session/accounts/mail_guard.h"
#include "core/session/contact_book.h"
#include "core/session/device_book.h"
#include "core/session/gateway_book.h"
#include "core/session/hash_queue.h"
#include "core/session/keyed_hash.h"
#include "core/session/message_ids.h"
#include "core/session/operators/ban_book.h"
#include "core/session/operators/notice_book.h"
#include "core/session/pair_book.h"
#include "core/session/pending_question.h"
#include "core/session/pending_work.h"
#include "core/session/presence_book.h"
#include "core/session/private_note_book.h"
#include "core/session/queue_reader.h"
#include "core/session/read_marker_book.h"
#include "core/session/secret_source.h"
#include "core/session/server_config.h"
#include "core/session/session_table.h"

namespace brusio::session {

/// Where the round over all logs is, see retention.h.
struct RetentionRound {
    std::optional<MonoTime> due;  // none: everything is kept
    ConversationId after;         // the last that was looked at; none: begin anew
};

/// Everything that one server knows: the domain, the sessions and what both need to speak. Owned by
/// the engine; the commands act upon it through a Stage.
struct ServerState {
    ServerState(ServerConfig the_config, std::uint64_t epoch, SkeletonOf skeleton_of);

    ServerConfig config;
    KeyedHash keyed_hash;        // null: there can be no cloaks and no mail
    SecretSource draw_secret;    // null: there can be no mail
    QueueReader queue_bytes_of;  // null: nobody knows
    room::Roster roster;
    room::Whowas whowas;
    room::Monitor monitor;
    SessionTable sessions;
    AccountBook accounts;
    LoginGuard login_guard;
    GatewayBook gateways;
    MailBook mail_book;
    MailGuard mail_guard;
    std::optional<MonoTime> mail_due;  // when something of it ends, see accounts/mail_tokens.h
    MessageIds message_ids;
    std::vector<std::string> isupport;             // the tokens, in order
    std::map<AccountId, UserId> users_by_account;  // see accounts/staying.h
    PairBook pairs;
    ContactBook contacts;
    DeviceBook devices;
    ReadMarkerBook read_markers;
    PresenceBook presences;
    PrivateNoteBook private_notes;
    BanBook bans;
    NoticeBook notices;
    std::optional<MonoTime> bans_due;         // when one of them ends, see ban_check.h
    std::optional<MonoTime> suspensions_due;  // likewise, see accounts/suspension.h
    std::optional<MonoTime> audit_trim_due;   // see audit_trail.h
    std::uint64_t deeds_recorded = 0;
    WallTime started;
    std::uint64_t hash_jobs_asked = 0;
    std::uint64_t conversations_made = 0;      // by this start and all before it
    std::optional<MonoTime> rooms_wait_until;  // see room_keeping.h
    RetentionRound retention;
    StoreHealth store_health = StoreHealth::accepting;
    std::uint64_t messages_said = 0;
    std::vector<std::uint64_t> commands_run;  // how often, by the rows of the command table
    std::uint64_t aways_said = 0;
    std::vector<PendingWork> pending;  // what the hasher has; few at a time
    HashTurns hash_turns;              // what waits for it
    std::uint64_t questions_asked = 0;
    std::vector<PendingQuestion> questions;  // few at a time
};

}  // namespace brusio::session
