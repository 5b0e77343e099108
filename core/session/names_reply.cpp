#include "core/session/names_reply.h"

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/session/packed_text.h"
#include "core/session/visibility.h"

namespace brusio::session {

namespace {

using wire::Capability;
using wire::Numeric;

/// One word of RPL_NAMREPLY (IRCv3 userhost-in-names).
void append_name(const room::Member& member, const room::User& user, wire::CapabilitySet reader,
                 std::string& out) {
    out += prefix_of(member, reader);
    if (reader.has(Capability::userhost_in_names)) {
        out += source_of(user);
    } else {
        out += user.nick();
    }
}

}  // namespace

std::string prefix_of(const room::Member& member, wire::CapabilitySet reader) {
    std::string prefix;
    for (const RankLetter& row : rank_letters()) {
        if (!member.ranks.has(row.rank)) continue;
        prefix += row.prefix;
        if (!reader.has(Capability::multi_prefix)) break;
    }
    return prefix;
}

void send_name_lines(Stage& stage, const Session& reader, const room::Room& room, Sight sight) {
    const room::User* asker = stage.state.roster.find_user(reader.user);
    BRUSIO_ASSERT(asker != nullptr);
    if (sight != Sight::by_override && !may_see(*asker, room)) return;
    // RPL_NAMREPLY: "@" for a secret room, "=" for any other.
    const std::string_view symbol = room.is(room::RoomFlag::secret) ? "@" : "=";
    const bool inside = sight == Sight::by_override || room.has_member(asker->id());
    const std::size_t bytes_max = numeric_text_bytes_left(stage, {symbol, room.name()});
    PackedText names(bytes_max, ' ');
    const auto send = [&] {
        stage.replies.numeric(Numeric::rpl_namreply, {symbol, room.name()}, names.text());
        names.clear();
    };
    std::string name;
    for (const room::Member& member : room.members()) {
        const room::User& user = stage.state.roster.user_of(member);
        if (!inside && user.is(room::UserFlag::invisible)) continue;
        name.clear();
        append_name(member, user, reader.caps, name);
        if (names.try_add(name)) continue;
        send();
        static_cast<void>(names.try_add(name));
    }
    if (!names.empty()) send();
}

void send_names(Stage& stage, const Session& reader, const room::Room& room) {
    send_name_lines(stage, reader, room);
    stage.replies.numeric(Numeric::rpl_endofnames, {room.name()});
}

}  // namespace brusio::session
