#include "core/client/actions.h"

#include <utility>

#include "core/base/assert.h"
#include "core/base/limits.h"
#include "core/client/account_making.h"
#include "core/client/connection.h"
#include "core/client/keeping.h"
#include "core/client/rows.h"
#include "core/client/sending.h"
#include "core/wire/scan.h"
#include "core/wire/split.h"

namespace brusio::client {
namespace {

bool is_room_name(const Brain& brain, std::string_view name) {
    return is_middle_param(name) && name.find(',') == std::string_view::npos &&
           brain.isupport.is_room(name);
}

void close_all(Brain& brain) {
    while (!brain.conversations.all().empty()) {
        close_conversation(brain, brain.conversations.all().begin()->first);
    }
}

}  // namespace

void start(Brain& brain, ClientConfig config, Now now) {
    go_idle(brain, "Going elsewhere");
    const bool keeps = keeps_conversations(brain.config, config);
    if (!keeps) close_all(brain);
    if (config.server != brain.config.server) {
        brain.isupport = Isupport{};
        brain.takes_lines = true;
    }
    if (!keeps || !config.stored) {  // those who listened to it are gone
        brain.writes.clear();
        brain.changed_places.clear();
    }
    brain.config = std::move(config);
    brain.emitter.log(brain.config.protocol_log);
    if (!keeps) brain.heard_until = WallTime{};
    brain.heard_until = std::max(brain.heard_until, brain.config.heard_until);
    brain.was_online = false;
    brain.login_worked = false;
    brain.login_refusals = 0;
    brain.last_error.reset();
    brain.me.away_reason.clear();
    brain.me.presence = Presence::here;
    if (!is_middle_param(brain.config.nick)) {
        brain.raise(ClientError{ErrorKind::nick_invalid, one_line(brain.config.nick), {}, {}});
        return;
    }
    if (const auto error = fault_of(brain.config.account)) {
        brain.raise(*error);
        return;
    }
    brain.me.nick = brain.config.nick;
    brain.me.wanted = brain.config.nick;
    begin_keeping(brain, now);
    for (const RoomToJoin& room : brain.config.rooms) join_room(brain, room.name, room.key);
    open_link(brain, now);
}

void forget_everything(Brain& brain) {
    go_idle(brain, "");
    close_all(brain);
    brain.writes.clear();
    brain.changed_places.clear();
    brain.heard_until = WallTime{};
    brain.config = ClientConfig{};
}

ConversationId join_room(Brain& brain, std::string_view room, std::string_view key) {
    if (!is_room_name(brain, room)) {
        brain.raise(ClientError{ErrorKind::room_name_invalid, one_line(room), {}, {}});
        return ConversationId{};
    }
    Conversation& opened = open_conversation(brain, ConversationKind::room, room);
    if (opened.membership == Membership::inside) return opened.id;
    const bool usable_key = is_middle_param(key) && key.find(',') == std::string_view::npos;
    opened.room_key = usable_key ? std::string(key) : std::string();
    set_membership(brain, opened, Membership::joining);
    if (brain.phase == Phase::online) {
        brain.send(opened.room_key.empty() ? line_of("JOIN", {room})
                                           : line_of("JOIN", {room, opened.room_key}));
    }
    return opened.id;
}

void part_room(Brain& brain, std::string_view room, std::string_view reason) {
    Conversation* known = brain.find(room);
    if (known == nullptr || known->kind != ConversationKind::room) return;
    if (known->membership == Membership::outside) return;
    if (brain.phase == Phase::online) {
        // What we want counts from now on; the echo only empties the room.
        brain.send(reason.empty() ? line_of("PART", {known->name})
                                  : line_of("PART", {known->name, reason}));
    }
    set_membership(brain, *known, Membership::outside);
    refuse_queued(brain, known->id, "the room was left");
}

ConversationId open_person_conversation(Brain& brain, std::string_view nick) {
    const bool possible = is_middle_param(nick) && nick.find(',') == std::string_view::npos &&
                          !brain.isupport.is_room(nick);
    if (!possible) {
        brain.raise(ClientError{ErrorKind::nick_invalid, one_line(nick), {}, {}});
        return ConversationId{};
    }
    return open_conversation(brain, ConversationKind::person, nick).id;
}

void leave_and_close(Brain& brain, ConversationId id) {
    const Conversation* known = brain.conversations.find(id);
    if (known == nullptr) return;
    const bool room = known->kind == ConversationKind::room;
    if (room && brain.phase == Phase::online && known->membership != Membership::outside) {
        brain.send(line_of("PART", {known->name}));
        brain.link.leaving.insert(known->key);
    }
    close_conversation(brain, id);
}

void change_topic(Brain& brain, std::string_view room, std::string_view topic) {
    if (brain.phase != Phase::online || !is_room_name(brain, room)) return;
    // An empty topic takes it away and must still be there as a parameter.
    brain.send(line_of("TOPIC", {room, topic}));
}

void change_away(Brain& brain, std::string_view reason) {
    brain.me.away_reason = one_line(reason);
    if (brain.phase != Phase::online) return;
    brain.send(brain.me.away_reason.empty() ? "AWAY" : line_of("AWAY", {brain.me.away_reason}));
}

void change_realname(Brain& brain, std::string_view realname) {
    const std::string name = one_line(realname);
    if (name.empty()) return;
    if (brain.phase == Phase::online && brain.has(wire::Capability::setname)) {
        brain.send(line_of("SETNAME", {name}));
    } else {
        brain.config.realname = name;  // from the next connection on
    }
}

void invite_user(Brain& brain, std::string_view nick, std::string_view room) {
    if (brain.phase != Phase::online || !is_middle_param(nick)) return;
    if (!is_room_name(brain, room)) return;
    brain.send(line_of("INVITE", {nick, room}));
}

void kick_user(Brain& brain, std::string_view room, std::string_view nick,
               std::string_view reason) {
    if (brain.phase != Phase::online || !is_room_name(brain, room)) return;
    if (!is_middle_param(nick)) return;
    brain.send(reason.empty() ? line_of("KICK", {room, nick})
                              : line_of("KICK", {room, nick, reason}));
}

void change_mode(Brain& brain, std::string_view target, std::string_view change) {
    if (brain.phase != Phase::online || !is_middle_param(target)) return;
    std::string line = line_of("MODE", {target});
    const std::string words = one_line(change);
    for (const std::string_view word : wire::Split{words, ' '}) {
        line += ' ';
        line += word;
    }
    send_raw(brain, line);
}

void ask_room_list(Brain& brain, std::string_view filter) {
    if (brain.phase != Phase::online) return;
    brain.send(filter.empty() ? "LIST" : line_of("LIST", {filter}));
}

void ask_whois(Brain& brain, std::string_view nick) {
    if (brain.phase != Phase::online || !is_middle_param(nick)) return;
    brain.link.answers.whois_asked.insert(brain.fold(nick));
    // Twice, so that the server the user is on answers with the idle time (RFC 1459, WHOIS).
    brain.send(line_of("WHOIS", {nick, nick}));
}

bool send_raw(Brain& brain, std::string_view line) {
    constexpr std::size_t crlf_bytes = 2;
    const std::size_t bytes_max =
        Limits::client_tag_bytes_max + Limits::line_bytes_max - crlf_bytes;
    if (!brain.linked() || line.empty() || line.size() > bytes_max) return false;
    if (wire::find_forbidden(line) != std::string_view::npos) return false;
    brain.send(line);
    return true;
}

}  // namespace brusio::client
