#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/store.h"
#include "core/room/monitor.h"
#include "core/room/roster.h"
#include "core/room/whowas.h"
#include "core/session/message_ids.h"
#include "core/session/server_config.h"
#include "core/session/session_table.h"

namespace brusio::session {

/// A password check that is under way, and what for.
struct PendingCheck {
    enum class Purpose : std::uint8_t { registration, oper };

    HashJobId job;
    LinkId link;
    Purpose purpose = Purpose::registration;
    std::string operator_name;
    std::string label;
};

/// A question to the store that is under way, and for whom. What the session says next waits for
/// the answer, so that its answers stay in order.
struct PendingQuestion {
    QueryId query;
    LinkId link;
    std::string label;
    std::string word;    // the subcommand of CHATHISTORY as it was written
    std::string target;  // the room's name; empty for TARGETS
    RoomId room;         // none for TARGETS
};

/// Everything that one server knows: the domain, the sessions and what both need to speak. Owned by
/// the engine; the commands act upon it through a Stage.
struct ServerState {
    ServerState(ServerConfig the_config, std::uint64_t epoch);

    ServerConfig config;
    room::Roster roster;
    room::Whowas whowas;
    room::Monitor monitor;
    SessionTable sessions;
    MessageIds message_ids;
    std::vector<std::string> isupport;  // the tokens, in order
    WallTime started;
    std::uint64_t hash_jobs_asked = 0;
    std::uint64_t conversations_made = 0;  // by this start and all before it
    StoreHealth store_health = StoreHealth::accepting;
    std::uint64_t messages_said = 0;
    std::vector<PendingCheck> checks;  // few at a time
    std::uint64_t questions_asked = 0;
    std::vector<PendingQuestion> questions;  // few at a time
};

}  // namespace brusio::session
