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
#include "core/session/device_book.h"
#include "core/session/message_ids.h"
#include "core/session/pair_book.h"
#include "core/session/pending_work.h"
#include "core/session/read_marker_book.h"
#include "core/session/server_config.h"
#include "core/session/session_table.h"

namespace brusio::session {

/// A question to the store that is under way, and for whom. What the session says next waits for
/// the answer, so that its answers stay in order.
struct PendingQuestion {
    QueryId query;
    LinkId link;
    std::string label;
    // CHATHISTORY
    std::string word;    // the subcommand as it was written
    std::string target;  // as it is shown; empty for TARGETS
    RoomId room;         // none for a private conversation and for TARGETS
    // A message that may have been sent before
    std::string line;   // to be run again; else empty
    AccountId account;  // REDACT in private has one too
    ClientMessageId message;
    // REDACT, which has a target and a room likewise
    std::string redact_id;  // of the message to be taken back; else empty
    std::string reason;
};

/// Everything that one server knows: the domain, the sessions and what both need to speak. Owned by
/// the engine; the commands act upon it through a Stage.
struct ServerState {
    ServerState(ServerConfig the_config, std::uint64_t epoch, SkeletonOf skeleton_of);

    ServerConfig config;
    room::Roster roster;
    room::Whowas whowas;
    room::Monitor monitor;
    SessionTable sessions;
    AccountBook accounts;
    LoginGuard login_guard;
    MessageIds message_ids;
    std::vector<std::string> isupport;             // the tokens, in order
    std::map<AccountId, UserId> users_by_account;  // see accounts/staying.h
    PairBook pairs;
    DeviceBook devices;
    ReadMarkerBook read_markers;
    WallTime started;
    std::uint64_t hash_jobs_asked = 0;
    std::uint64_t conversations_made = 0;      // by this start and all before it
    std::optional<MonoTime> rooms_wait_until;  // see room_keeping.h
    StoreHealth store_health = StoreHealth::accepting;
    std::uint64_t messages_said = 0;
    std::vector<PendingWork> pending;  // what the hasher has; few at a time
    std::uint64_t questions_asked = 0;
    std::vector<PendingQuestion> questions;  // few at a time
};

}  // namespace brusio::session
