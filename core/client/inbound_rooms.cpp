// What is told about rooms: topic, name, invitations, the room list.

#include <array>
#include <charconv>
#include <utility>

#include "core/base/assert.h"
#include "core/client/ignoring.h"
#include "core/client/inbound.h"
#include "core/client/keeping.h"
#include "core/client/rows.h"
#include "core/client/sending.h"

namespace brusio::client {
namespace {

template <class Number>
Number number_of(std::string_view text) {
    Number number{};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc{} ? number : Number{};
}

void receive_topic(Inbound& in) {
    Conversation* room = in.room(0);
    if (room == nullptr) return;
    room->topic = Topic{in.text(1), to_utf8(in.nick()), in.time()};
    in.brain.tell(TopicChanged{room->id});
    keep_place(in.brain, *room);
    Message row = in.row(MessageKind::topic_changed);
    row.text = in.text(1);
    row.target = room->name;
    add_row(in.brain, *room, std::move(row));
}

void receive_no_topic(Inbound& in) {
    Conversation* room = in.room(1);
    if (room == nullptr) return;
    room->topic = Topic{};
    in.brain.tell(TopicChanged{room->id});
    keep_place(in.brain, *room);
}

void receive_topic_text(Inbound& in) {
    Conversation* room = in.room(1);
    if (room == nullptr) return;
    room->topic.text = in.text(2);
    in.brain.tell(TopicChanged{room->id});
    keep_place(in.brain, *room);
}

// 333: "<me> <room> <who> <seconds since 1970>".
void receive_topic_author(Inbound& in) {
    Conversation* room = in.room(1);
    if (room == nullptr) return;
    room->topic.set_by = to_utf8(nick_of(in.param(2)));
    constexpr std::int64_t year_9999 = 253402300799;
    const auto seconds = number_of<std::int64_t>(in.param(3));
    if (seconds > 0 && seconds <= year_9999) room->topic.set_at = WallTime{seconds * 1000};
    in.brain.tell(TopicChanged{room->id});
    keep_place(in.brain, *room);
}

// What we have open under the name that a room gets cannot be that room: it was left, or is no
// more. What waited to be said there is said here.
void make_way(Brain& brain, const Folded& key, Conversation& room) {
    const Conversation* other = brain.conversations.find(key);
    if (other == nullptr || other == &room) return;
    move_queued(brain, other->id, room);
    close_conversation(brain, other->id);
}

// RENAME <room> <its new name> [reason] (docs/protocol.md). All of the room stays.
void receive_rename(Inbound& in) {
    Brain& brain = in.brain;
    Conversation* room = in.room(0);
    const bool possible = is_middle_param(in.param(1)) && brain.isupport.is_room(in.param(1));
    if (room == nullptr || !possible || in.in_batch(BatchKind::history)) return;
    Message row = in.row(MessageKind::room_renamed);
    row.subject = to_utf8(room->name);
    row.target = in.text(1);
    row.text = in.text(2);
    const Folded key = brain.fold(in.param(1));
    make_way(brain, key, *room);
    const bool renamed = rename_conversation(brain, *room, std::string(in.param(1)), key);
    BRUSIO_ASSERT(renamed);
    brain.tell(ConversationRenamed{room->id, room->name});
    add_row(brain, *room, std::move(row));
}

// To us, or (IRCv3 invite-notify) of somebody else to a room we are in.
void receive_invite(Inbound& in) {
    if (in.brain.is_me(in.param(0))) {
        if (is_ignored(in)) return;
        in.brain.tell(Invited{to_utf8(in.nick()), in.text(1)});
        return;
    }
    Conversation* room = in.room(1);
    if (room == nullptr) return;
    Message row = in.row(MessageKind::invited);
    row.subject = in.text(0);
    row.target = room->name;
    add_row(in.brain, *room, std::move(row));
}

// 341: our own invitation went out: "<me> <nick> <room>".
void receive_inviting(Inbound& in) {
    Conversation* room = in.room(2);
    if (room == nullptr || in.brain.has(wire::Capability::invite_notify)) return;
    Message row = in.row(MessageKind::invited);
    row.origin = MessageOrigin::own;
    row.sender = in.brain.me.nick;
    row.subject = in.text(1);
    row.target = room->name;
    add_row(in.brain, *room, std::move(row));
}

void begin_room_list(Inbound& in) {
    if (std::exchange(in.brain.link.answers.room_list_open, true)) return;
    in.brain.tell(RoomListBegun{});
}

// 322: "<me> <room> <members> :<topic>". Some servers leave 321 out.
void receive_list_entry(Inbound& in) {
    begin_room_list(in);
    in.brain.tell(RoomListEntry{in.text(1), number_of<std::size_t>(in.param(2)), in.text(3)});
}

void receive_list_end(Inbound& in) {
    begin_room_list(in);
    in.brain.link.answers.room_list_open = false;
    in.brain.tell(RoomListEnded{});
}

constexpr auto room_handler_table = std::to_array<InboundHandler>({
    {"TOPIC", 1, receive_topic},
    {"331", 2, receive_no_topic},
    {"332", 3, receive_topic_text},
    {"333", 4, receive_topic_author},
    {"INVITE", 2, receive_invite},
    {"RENAME", 2, receive_rename},
    {"341", 3, receive_inviting},
    {"321", 0, begin_room_list},
    {"322", 3, receive_list_entry},
    {"323", 0, receive_list_end},
});

}  // namespace

std::span<const InboundHandler> room_handlers() { return room_handler_table; }

}  // namespace brusio::client
