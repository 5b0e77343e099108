#include "core/session/who_reply.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/session/names_reply.h"
#include "core/session/numeric_draft.h"
#include "core/session/visibility.h"

namespace brusio::session {

namespace {

using room::UserFlag;
using wire::Numeric;

const room::Room* room_to_name(const CommandContext& context, const room::User& target) {
    for (const RoomId id : target.rooms()) {
        const room::Room* room = context.state().roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (may_see_membership(context.user(), target, *room)) return room;
    }
    return nullptr;
}

/// RPL_WHOREPLY: H or G, * for a server operator, the rank in the room, then other modes.
std::string flags_of(const CommandContext& context, const room::User& target,
                     const room::Room* room) {
    std::string flags = target.profile.away.empty() ? "H" : "G";
    if (target.is(UserFlag::server_operator)) flags += '*';
    const room::Member* member = room == nullptr ? nullptr : room->find_member(target.id());
    if (member != nullptr) flags += prefix_of(*member, context.session.caps);
    if (target.is(UserFlag::bot)) flags += 'B';  // IRCv3 bot-mode
    return flags;
}

/// The address is for the user itself and for operators (IRCv3 whox: 255.255.255.255 for others).
std::string shown_address(const CommandContext& context, const room::User& target) {
    const bool allowed = may_see_address(context.state(), context.user(), target);
    const Session* session =
        target.links().empty() ? nullptr : context.state().sessions.find(target.links().front());
    if (!allowed || session == nullptr) return "255.255.255.255";
    const std::string& address = session->info.peer_address;
    return (address.starts_with(':') ? "0" : "") + address;
}

std::string idle_seconds(const CommandContext& context, const room::User& target) {
    const Duration idle = context.stage.now.mono - target.last_active;
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(idle).count());
}

std::string field_text(const CommandContext& context, const WhoQuery& query,
                       const room::User& target, const room::Room* room, char field) {
    switch (field) {
        case 't':
            return query.token;
        case 'c':
            return room == nullptr ? "*" : room->name();
        case 'u':
            return target.profile.username;
        case 'i':
            return shown_address(context, target);
        case 'h':
            return target.profile.host;
        case 's':
            return std::string{context.stage.server_name()};
        case 'n':
            return target.nick();
        case 'f':
            return flags_of(context, target, room);
        case 'd':
            return "0";
        case 'l':
            return idle_seconds(context, target);
        case 'a':
            return target.profile.account.empty() ? "0" : target.profile.account;
        case 'o':
            return "n/a";  // there are no operator levels
        default:
            break;
    }
    BRUSIO_ASSERT(field == 'r');
    return target.profile.realname;
}

void send_whox(CommandContext& context, const WhoQuery& query, const room::User& target,
               const room::Room* room) {
    constexpr std::string_view order = "tcuihsnfdlaor";  // IRCv3 whox, RPL_WHOSPCRPL
    std::vector<std::string> texts;
    for (const char field : order) {
        if (query.wants(field)) texts.push_back(field_text(context, query, target, room, field));
    }
    Draft draft = numeric_draft(context.stage, Numeric::rpl_whospcrpl);
    for (const std::string& text : texts) draft.add(text);
    draft.text_last = query.wants('r');
    context.replies().add(draft);
}

}  // namespace

void send_who_reply(CommandContext& context, const WhoQuery& query, const room::User& target,
                    const room::Room* room) {
    if (room == nullptr) room = room_to_name(context, target);
    if (query.form == WhoQuery::Form::whox) return send_whox(context, query, target, room);
    const std::string_view room_name = room == nullptr ? std::string_view{"*"} : room->name();
    context.replies().numeric(
        Numeric::rpl_whoreply,
        {room_name, target.profile.username, target.profile.host, context.stage.server_name(),
         target.nick(), flags_of(context, target, room)},
        "0 " + target.profile.realname);
}

}  // namespace brusio::session
