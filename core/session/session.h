#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/ports/transport.h"
#include "core/session/accounts/sasl_exchange.h"
#include "core/session/client_batch.h"
#include "core/session/long_reply.h"
#include "core/session/missed_part.h"
#include "core/session/registration.h"
#include "core/session/throttle.h"
#include "core/wire/capabilities.h"
#include "core/wire/framer.h"
#include "core/wire/plain_framer.h"

namespace brusio::session {

/// The keys that a client wants to hear about (IRCv3 metadata, "METADATA SUB").
using MetadataKeys = std::set<std::string, std::less<>>;

/// What is to be noted under a key from now on; nothing takes the key away.
using MetadataChanges = std::map<std::string, std::optional<std::string>, std::less<>>;

/// What a link has said of itself before it became a user. Freed at registration.
struct Introduction {
    std::string nick;
    std::string username;
    std::string realname;
    std::string password;
    std::string nick_refused;  // the last one that it could not have
    MetadataChanges metadata;  // said before the welcome, see metadata.h
    bool bot = false;
    bool password_right = false;  // it was checked; another nick does not ask again
    AccountId account;            // logged in to; none for a guest
};

/// The protocol state of one link.
struct Session {
    LinkId link;
    LinkInfo info;
    std::string host;     // what others see of the address
    std::string gateway;  // that has told the address (WEBIRC); none: the transport knows it
    Phase phase = Phase::waiting;
    wire::CapabilitySet caps;
    std::uint16_t cap_version = 301;
    UserId user;  // none until registered
    std::unique_ptr<Introduction> introduction = std::make_unique<Introduction>();
    std::string away;              // in its own words; empty: somebody sits there (away.h)
    std::uint64_t away_order = 0;  // greater: said later

    wire::LineFramer lines{wire::long_lines_from_clients};
    std::unique_ptr<wire::PlainFramer> chunks;  // plain links alone
    Throttle throttle;
    Throttle announcements;            // see command_costs.h
    std::uint32_t return_answers = 0;  // that cost nothing
    bool reading = true;               // false: its stream is held back until the throttle is ready
    bool throttled = false;            // lines wait for tokens
    bool ping_sent = false;
    bool waiting_for_hasher = false;              // what it says next waits for the answer
    bool has_failed_to_log_in = false;            // then the tries of other links go first
    bool awaiting_store = false;                  // likewise
    bool awaiting_drain = false;                  // of its send queue: likewise
    std::size_t answered_bytes = 0;               // since that was last known to be short
    std::vector<LongReply> long_replies;          // what is left to be sent, in order
    std::unique_ptr<Missed> missed;               // null unless there is some left to be shown
    std::unique_ptr<SaslExchange> sasl;           // null unless AUTHENTICATE is under way
    std::unique_ptr<ClientBatch> batch;           // null unless the client has opened one
    std::unique_ptr<MetadataKeys> metadata_keys;  // null: none

    std::uint64_t lines_received = 0;
    std::uint64_t bytes_received = 0;

    MonoTime opened_at;
    MonoTime waiting_since;  // for the hasher, while it does
    Duration has_waited{0};  // for the hasher, before: its time to register stood still
    MonoTime heard_at;

    /// Bytes that the peer has sent and that wait to be carried out.
    [[nodiscard]] std::size_t waiting_bytes() const {
        return lines.held_bytes() + (chunks == nullptr ? 0 : chunks->held_bytes());
    }
    [[nodiscard]] bool registered() const { return phase == Phase::registered; }
    [[nodiscard]] bool has(wire::Capability capability) const { return caps.has(capability); }
};

}  // namespace brusio::session
