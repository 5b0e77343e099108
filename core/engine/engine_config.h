#pragma once

#include <cstdint>

#include "core/ports/records.h"
#include "core/session/accounts/account_book.h"
#include "core/session/keyed_hash.h"
#include "core/session/queue_reader.h"
#include "core/session/secret_source.h"
#include "core/session/server_config.h"
#include "core/wire/skeleton.h"

namespace brusio::engine {

/// What an engine is made from.
struct EngineConfig {
    session::ServerConfig server;
    /// Names this start of the server in message ids: no two starts may share it. The driver takes
    /// wall-clock microseconds, the simulator a number of the scenario.
    std::uint64_t epoch = 1;
    /// What the store held when it was opened.
    Kept kept{};
    /// What names look like. Programs that meet people bring the whole table of Unicode.
    session::SkeletonOf skeleton_of = wire::ascii_skeleton;
    /// Null only if there are no cloaks and no mail, now or after a reload.
    session::KeyedHash keyed_hash{};
    /// Null only if there is no mail, now or after a reload.
    session::SecretSource draw_secret{};
    /// Null: STATS l does not tell how much waits for a peer.
    session::QueueReader queue_bytes_of{};
};

}  // namespace brusio::engine
