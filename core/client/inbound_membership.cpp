// Who comes and goes: JOIN, PART, QUIT, KICK, NICK, NAMES.

#include <array>
#include <utility>

#include "core/client/gap_fill.h"
#include "core/client/inbound.h"
#include "core/client/keeping.h"
#include "core/client/registration.h"
#include "core/client/rows.h"
#include "core/client/typing.h"
#include "core/wire/split.h"

namespace brusio::client {
namespace {

bool in_net_batch(const Inbound& in) {
    return in.in_batch(BatchKind::net_split) || in.in_batch(BatchKind::net_join);
}

// A row of its own, or a nick more for the one row that a netsplit or netjoin gets.
void add_passage(Inbound& in, Conversation& room, MessageKind kind, std::string_view words) {
    if (!in_net_batch(in)) {
        Message row = in.row(kind);
        row.text = words;
        row.target = room.name;
        add_row(in.brain, room, std::move(row));
        return;
    }
    std::string& nicks = in.special->nicks[room.id];
    if (nicks.size() >= in.brain.config.limits.gathered_text_bytes_max) return;
    if (!nicks.empty()) nicks += ", ";
    nicks += to_utf8(in.nick());
}

void remove_member(Brain& brain, Conversation& room, std::string_view nick) {
    end_typing(brain, room, to_utf8(nick));
    if (room.members.remove(brain.fold(nick))) {
        brain.tell(MemberRemoved{room.id, to_utf8(nick)});
    }
}

Member joining_member(const Inbound& in) {
    Member member;
    member.nick = to_utf8(in.nick());
    member.mask = to_utf8(mask_of(in.line.source));
    if (in.line.params_count >= 3) {  // IRCv3 extended-join
        if (in.param(1) != "*") member.account = in.text(1);
        member.realname = in.text(2);
    }
    return member;
}

void enter_room(Inbound& in) {
    Brain& brain = in.brain;
    if (brain.link.leaving.contains(brain.fold(in.param(0)))) return;
    const bool full = brain.conversations.all().size() >= brain.config.limits.conversations_max;
    if (full && in.room(0) == nullptr) return;  // a server that joins us to room after room
    Conversation& room = open_conversation(brain, ConversationKind::room, in.param(0));
    if (room.kind != ConversationKind::room || room.membership == Membership::inside) return;
    room.members.clear();
    room.members.add(brain.fold(in.nick()), joining_member(in));
    room.topic = Topic{};  // 332 follows if there is one
    set_membership(brain, room, Membership::inside);
    brain.tell(MembersReset{room.id});
    brain.tell(TopicChanged{room.id});
    want_history(brain, room);
}

void receive_join(Inbound& in) {
    if (in.nick().empty() || !in.brain.isupport.is_room(in.param(0))) return;
    if (in.in_batch(BatchKind::history)) return;
    if (in.is_mine()) {
        enter_room(in);
        return;
    }
    Conversation* room = in.room(0);
    if (room == nullptr || room->members.find(in.brain.fold(in.nick())) != nullptr) return;
    if (room->members.size() >= in.brain.config.limits.members_per_room_max) return;
    room->members.add(in.brain.fold(in.nick()), joining_member(in));
    in.brain.tell(MemberAdded{room->id, to_utf8(in.nick())});
    add_passage(in, *room, MessageKind::joined, {});
}

// Our PART or KICK. While we are joining (again) it is the echo of an older wish.
void leave_room(Inbound& in, Conversation& room) {
    room.members.clear();
    if (room.membership == Membership::inside) {
        set_membership(in.brain, room, Membership::outside);
    }
    in.brain.tell(MembersReset{room.id});
}

void receive_part(Inbound& in) {
    if (in.is_mine()) in.brain.link.leaving.erase(in.brain.fold(in.param(0)));
    Conversation* room = in.room(0);
    if (room == nullptr || in.in_batch(BatchKind::history)) return;
    if (in.is_mine()) {
        leave_room(in, *room);
        return;
    }
    remove_member(in.brain, *room, in.nick());
    add_passage(in, *room, MessageKind::parted, in.text(1));
}

void receive_kick(Inbound& in) {
    Conversation* room = in.room(0);
    if (room == nullptr || in.in_batch(BatchKind::history)) return;
    Message row = in.row(MessageKind::kicked);
    row.subject = in.text(1);
    row.text = in.text(2);
    row.target = room->name;
    const bool me = in.brain.is_me(in.param(1));
    if (me) {
        leave_room(in, *room);
    } else {
        remove_member(in.brain, *room, in.param(1));
    }
    add_row(in.brain, *room, std::move(row));
}

void receive_quit(Inbound& in) {
    if (in.nick().empty() || in.is_mine() || in.in_batch(BatchKind::history)) return;
    const Folded key = in.brain.fold(in.nick());
    for (auto& [id, conversation] : in.brain.conversations.all()) {
        if (conversation.members.find(key) == nullptr) continue;
        remove_member(in.brain, conversation, in.nick());
        add_passage(in, conversation, MessageKind::quit, in.text(0));
    }
    nick_freed(in.brain, in.nick());
}

void rename_me(Inbound& in) {
    Brain& brain = in.brain;
    if (!brain.me.asked.empty() && brain.fold(brain.me.asked) == brain.fold(in.param(0))) {
        brain.me.wanted = in.param(0);
    }
    brain.me.asked.clear();
    brain.me.nick = in.param(0);
    brain.tell(OwnNickChanged{brain.me.nick});
}

// The conversation with a person follows the person, unless there is one of the new name.
void rename_person(Inbound& in, const Folded& from, const Folded& to) {
    Conversation* person = in.brain.conversations.find(from);
    if (person == nullptr || person->kind != ConversationKind::person) return;
    end_typing(in.brain, *person, to_utf8(in.nick()));
    if (!rename_conversation(in.brain, *person, in.text(0), to)) return;
    in.brain.tell(ConversationRenamed{person->id, person->name});
}

void receive_nick(Inbound& in) {
    Brain& brain = in.brain;
    if (in.nick().empty() || !is_middle_param(in.param(0))) return;
    const Folded from = brain.fold(in.nick());
    const Folded to = brain.fold(in.param(0));
    Message row = in.row(MessageKind::renamed);
    row.subject = in.text(0);
    if (in.is_mine()) rename_me(in);
    for (auto& [id, room] : brain.conversations.all()) {
        if (room.members.find(from) == nullptr) continue;
        end_typing(brain, room, to_utf8(in.nick()));
        room.members.rename(from, to, in.text(0));
        brain.tell(MemberRenamed{id, to_utf8(in.nick()), in.text(0)});
        row.target = room.name;
        add_row(brain, room, Message(row));
    }
    rename_person(in, from, to);
    nick_freed(brain, in.nick());
}

// 353: "<me> <sign> <room> :[prefix]nick[!user@host] ...", with every prefix under multi-prefix.
void receive_names(Inbound& in) {
    hand_on(in);
    Brain& brain = in.brain;
    Conversation* room = in.room(2);
    if (room == nullptr || room->membership != Membership::inside) return;
    for (const std::string_view name : wire::Split{in.param(3), ' '}) {
        const std::size_t start = name.find_first_not_of(brain.isupport.rank_signs());
        if (start == std::string_view::npos) continue;
        const std::string_view source = name.substr(start);
        if (nick_of(source).empty()) continue;
        const Folded key = brain.fold(nick_of(source));
        Member* member = room->members.find(key);
        if (member == nullptr) {
            if (room->members.size() >= brain.config.limits.members_per_room_max) return;
            Member made;
            made.nick = to_utf8(nick_of(source));
            member = &room->members.add(key, std::move(made));
        }
        member->ranks = name.substr(0, start);
        if (!mask_of(source).empty()) member->mask = to_utf8(mask_of(source));
    }
}

// WHO tells who is away right now; away-notify keeps it up to date from then on.
void ask_who(Brain& brain, const Conversation& room) {
    const std::size_t members_max = brain.config.limits.who_on_join_members_max;
    if (!brain.has(wire::Capability::away_notify) || room.members.size() > members_max) return;
    if (room.members.size() < 2) return;
    if (brain.isupport.value("WHOX")) {
        brain.send(line_of("WHO", {room.name, "%tcuhnfar," + std::string(who_token)}));
    } else {
        brain.send(line_of("WHO", {room.name}));
    }
}

void receive_names_end(Inbound& in) {
    hand_on(in);
    Conversation* room = in.room(1);
    if (room == nullptr || room->membership != Membership::inside) return;
    in.brain.tell(MembersReset{room->id});
    ask_who(in.brain, *room);
}

constexpr auto membership_handler_table = std::to_array<InboundHandler>({
    {"JOIN", 1, receive_join},
    {"PART", 1, receive_part},
    {"KICK", 2, receive_kick},
    {"QUIT", 0, receive_quit},
    {"NICK", 1, receive_nick},
    {"353", 4, receive_names},
    {"366", 2, receive_names_end},
});

}  // namespace

std::span<const InboundHandler> membership_handlers() { return membership_handler_table; }

}  // namespace brusio::client
