#include "core/session/names_reply.h"

#include <memory>
#include <utility>

#include "core/base/assert.h"
#include "core/session/line_budget.h"
#include "core/session/mode_letters.h"
#include "core/session/packed_text.h"
#include "core/session/send_long.h"
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

std::vector<UserId> member_ids(const room::Room& room) {
    std::vector<UserId> ids;
    ids.reserve(room.size());
    for (const room::Member& member : room.members()) ids.push_back(member.user);
    return ids;
}

bool NamesRest::send_lines(Stage& stage, const Session& reader, const room::Room& room) {
    const room::User* asker = stage.state.roster.find_user(reader.user);
    BRUSIO_ASSERT(asker != nullptr);
    if (sight_ != Sight::by_override && !may_see(*asker, room)) return true;
    // RPL_NAMREPLY: "@" for a secret room, "=" for any other.
    const std::string_view symbol = room.is(room::RoomFlag::secret) ? "@" : "=";
    const bool inside = sight_ == Sight::by_override || room.has_member(asker->id());
    PackedText names(numeric_text_bytes_left(stage, {symbol, room.name()}), ' ');
    const auto send = [&] {
        stage.replies.numeric(Numeric::rpl_namreply, {symbol, room.name()}, names.text());
        names.clear();
    };
    std::string name;
    for (; next_ < members_.size(); ++next_) {
        const room::Member* member = room.find_member(members_[next_]);
        if (member == nullptr) continue;
        const room::User& user = stage.state.roster.user_of(*member);
        if (!inside && user.is(room::UserFlag::invisible)) continue;
        name.clear();
        append_name(*member, user, reader.caps, name);
        if (names.try_add(name)) continue;
        send();
        if (!may_send_more(stage)) return false;
        static_cast<void>(names.try_add(name));
    }
    if (!names.empty()) send();
    return true;
}

bool NamesRest::go_on(Stage& stage, const Session& reader) {
    const room::Room* room = stage.state.roster.find_room(room_);
    if (room != nullptr && !send_lines(stage, reader, *room)) return false;
    if (!end_.empty()) stage.replies.numeric(Numeric::rpl_endofnames, {end_});
    return true;
}

void send_names(Stage& stage, const Session& reader, const room::Room& room) {
    BRUSIO_ASSERT(stage.replies.session() == &reader);
    auto rest = std::make_unique<NamesRest>(room);
    rest->end_with(room.name());
    send_long(stage, std::move(rest));
}

}  // namespace brusio::session
