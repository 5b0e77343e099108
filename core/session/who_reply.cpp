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

/// Who asks.
struct Reader {
    Stage& stage;
    const Session& session;
    const room::User& asker;

    [[nodiscard]] const ServerState& state() const { return stage.state; }
    [[nodiscard]] const room::User& user() const { return asker; }
    [[nodiscard]] ReplyBuffer& replies() const { return stage.replies; }
};

const room::Room* room_to_name(const Reader& reader, const room::User& target) {
    for (const RoomId id : target.rooms()) {
        const room::Room* room = reader.state().roster.find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        if (may_see_membership(reader.user(), target, *room)) return room;
    }
    return nullptr;
}

/// RPL_WHOREPLY: H or G, * for a server operator, the rank in the room, then other modes.
std::string flags_of(const Reader& reader, const room::User& target, const room::Room* room) {
    std::string flags = target.profile.away.empty() ? "H" : "G";
    if (target.is(UserFlag::server_operator)) flags += '*';
    const room::Member* member = room == nullptr ? nullptr : room->find_member(target.id());
    if (member != nullptr) flags += prefix_of(*member, reader.session.caps);
    if (target.is(UserFlag::bot)) flags += 'B';  // IRCv3 bot-mode
    return flags;
}

/// The address is for the user itself and for operators (IRCv3 whox: 255.255.255.255 for others).
std::string shown_address(const Reader& reader, const room::User& target) {
    const bool allowed = may_see_address(reader.state(), reader.user(), target);
    const Session* session =
        target.links().empty() ? nullptr : reader.state().sessions.find(target.links().front());
    if (!allowed || session == nullptr) return "255.255.255.255";
    const std::string& address = session->info.peer_address;
    return (address.starts_with(':') ? "0" : "") + address;
}

std::string idle_seconds(const Reader& reader, const room::User& target) {
    const Duration idle = reader.stage.now.mono - target.last_active;
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(idle).count());
}

std::string field_text(const Reader& reader, const WhoQuery& query, const room::User& target,
                       const room::Room* room, char field) {
    switch (field) {
        case 't':
            return query.token;
        case 'c':
            return room == nullptr ? "*" : room->name();
        case 'u':
            return target.profile.username;
        case 'i':
            return shown_address(reader, target);
        case 'h':
            return target.profile.host;
        case 's':
            return std::string{reader.stage.server_name()};
        case 'n':
            return target.nick();
        case 'f':
            return flags_of(reader, target, room);
        case 'd':
            return "0";
        case 'l':
            return idle_seconds(reader, target);
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

void send_whox(const Reader& reader, const WhoQuery& query, const room::User& target,
               const room::Room* room) {
    constexpr std::string_view order = "tcuihsnfdlaor";  // IRCv3 whox, RPL_WHOSPCRPL
    std::vector<std::string> texts;
    for (const char field : order) {
        if (query.wants(field)) texts.push_back(field_text(reader, query, target, room, field));
    }
    Draft draft = numeric_draft(reader.stage, Numeric::rpl_whospcrpl);
    for (const std::string& text : texts) draft.add(text);
    draft.text_last = query.wants('r');
    reader.replies().add(draft);
}

}  // namespace

void send_who_reply(Stage& stage, const Session& session, const WhoQuery& query,
                    const room::User& target, const room::Room* room) {
    const room::User* asker = stage.state.roster.find_user(session.user);
    BRUSIO_ASSERT(asker != nullptr);
    const Reader reader{stage, session, *asker};
    if (room == nullptr) room = room_to_name(reader, target);
    if (query.form == WhoQuery::Form::whox) return send_whox(reader, query, target, room);
    const std::string_view room_name = room == nullptr ? std::string_view{"*"} : room->name();
    reader.replies().numeric(
        Numeric::rpl_whoreply,
        {room_name, target.profile.username, target.profile.host, reader.stage.server_name(),
         target.nick(), flags_of(reader, target, room)},
        "0 " + target.profile.realname);
}

}  // namespace brusio::session
