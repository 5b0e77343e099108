#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/ports/transport.h"
#include "core/room/room.h"
#include "core/room/roster.h"
#include "core/session/session_table.h"
#include "core/wire/capabilities.h"

namespace brusio::session {

/// Recipients that get the same bytes of a line: they agree in protocol and capabilities.
struct AudienceClass {
    LinkKind kind = LinkKind::irc;
    wire::CapabilitySet caps;

    bool operator==(const AudienceClass&) const = default;
};

struct AudienceGroup {
    AudienceClass audience_class;
    Audience links;
};

using AudienceGroups = std::vector<AudienceGroup>;

[[nodiscard]] AudienceClass class_of(const Session& session);

/// Splits links into groups, in the order in which the classes first occur.
[[nodiscard]] AudienceGroups group_links(const std::vector<LinkId>& links,
                                         const SessionTable& sessions);

/// The groups of each room, kept until its membership version moves on.
class RoomAudiences {
 public:
    const AudienceGroups& of(const room::Room& room, const room::Roster& roster,
                             const SessionTable& sessions);
    void forget(RoomId room) { rooms_.erase(room); }

 private:
    struct Entry {
        std::uint64_t version = 0;
        AudienceGroups groups;
    };
    std::unordered_map<RoomId, Entry> rooms_;  // looked up, never walked
};

}  // namespace brusio::session
