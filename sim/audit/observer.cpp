#include "sim/audit/observer.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::sim {

Observer::Observer(const AuditParts& parts, LinkId link, LinkKind kind, std::string_view who)
    : parts_(parts), link_(link), kind_(kind), who_(who) {}

void Observer::complain(std::string_view oracle, std::string what, const Cause& cause) const {
    parts_.findings.add(oracle, who_ + ": " + what, cause,
                        {parts_.findings.here(), "reads: " + std::string{now_reading_}});
}

// ---- bytes to lines ----

void Observer::read(std::string_view bytes) {
    if (kind_ == LinkKind::plain) {
        if (bytes.find('\0') != std::string_view::npos) complain("O14", "a NUL in plain text", {});
        return;
    }
    if (!partial_.empty()) {
        const std::size_t end = bytes.find('\n');
        partial_ += bytes.substr(0, end == std::string_view::npos ? end : end + 1);
        if (end == std::string_view::npos) return;
        const std::string whole = std::exchange(partial_, {});
        read_line_text(whole);
        bytes.remove_prefix(end + 1);
    }
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) {
            partial_ = bytes;
            return;
        }
        read_line_text(bytes.substr(0, end + 1));
        bytes.remove_prefix(end + 1);
    }
}

void Observer::read_line_text(std::string_view text) {
    now_reading_ = text;
    if (!text.ends_with("\r\n")) {
        complain("O14", "a line does not end with CR LF", {parts_.findings.here(), "this line"});
        return;
    }
    text.remove_suffix(2);
    now_reading_ = text;
    const TextLine line = read_line(text);
    if (const auto flaw = flaw_in(text, line, caps_); !flaw.empty()) {
        complain("O14", std::string{flaw}, {parts_.findings.here(), "this line"});
    }
    if (!line.tags.empty()) check_time(line);
    dispatch(line);
    now_reading_ = {};
}

void Observer::dispatch(const TextLine& line) {
    const std::string_view command = line.command;
    const auto name = [this](std::string_view text) { return parts_.names.id_of(text); };
    if (command == "PRIVMSG" || command == "NOTICE" || command == "TAGMSG") {
        saw_message(line);
    } else if (line.is_numeric()) {
        saw_numeric(line);
    } else if (command == "JOIN") {
        saw_join(line);
    } else if (command == "PART") {
        saw_leave(name(line.nick()), name(line.param(0)), "PART");
    } else if (command == "KICK") {
        saw_leave(name(line.param(1)), name(line.param(0)), "KICK");
    } else if (command == "QUIT") {
        saw_quit(name(line.nick()));
    } else if (command == "NICK") {
        saw_nick(name(line.nick()), name(line.param(0)));
    } else if (command == "CAP") {
        saw_cap(line);
    }
}

void Observer::check_time(const TextLine& line) {
    const std::string_view time = tag_value(line.tags, "time");
    if (time.empty()) return;
    if (time.size() != 24 || time < last_time_) {
        complain("O19", "server-time goes back or is not one",
                 {last_time_at_, "server-time was " + last_time_});
    }
    last_time_ = time;
    last_time_at_ = parts_.findings.here();
}

void Observer::saw_cap(const TextLine& line) {
    if (line.param(1) != "ACK") return;
    std::string_view list = line.param(2);
    while (!list.empty()) {
        const std::size_t space = std::min(list.find(' '), list.size());
        std::string_view cap = list.substr(0, space);
        list.remove_prefix(std::min(space + 1, list.size()));
        const bool off = cap.starts_with('-');
        if (off) cap.remove_prefix(1);
        const auto bit = static_cast<TagCaps>(cap_named(cap));
        caps_ = static_cast<TagCaps>(off ? caps_ & ~bit : caps_ | bit);
    }
}

// ---- messages ----

void Observer::saw_message(const TextLine& line) {
    if (line.source.find('!') == std::string_view::npos) return;  // the server itself
    ++messages_seen_;
    const std::string_view target = line.param(0);
    if (target.starts_with('#')) return saw_room_message(line, parts_.names.id_of(target));
    if (line.command == "TAGMSG" || target.empty()) return;
    const char first = target.front();
    if (first == '@' || first == '+' || first == '%') return;  // to those of a rank
    saw_direct(line, parts_.names.id_of(target));
}

bool Observer::must_see(const LogEntry& entry) const {
    if (!entry.released) return false;
    if (entry.tags_only && !has(TagCap::message_tags)) return false;
    return entry.sender != link_ || has(TagCap::echo_message);
}

std::string Observer::name_of_room(const Seat& seat) const {
    return parts_.names.name(parts_.server.room(seat.room).name);
}

void Observer::expect_upto(const Seat& seat, std::uint32_t upto) const {
    const RoomModel& room = parts_.server.room(seat.room);
    for (std::uint32_t entry = seat.next; entry < upto; ++entry) {
        if (!must_see(room.log[entry])) continue;
        complain("O6", "a message of " + name_of_room(seat) + " is missing",
                 {room.log[entry].at, "committed as entry " + std::to_string(entry) +
                                          "; last seen in event " +
                                          std::to_string(seat.last_message.number)});
        return;
    }
}

// Without a msgid the text decides; said twice, the one that is due is meant.
std::uint32_t Observer::entry_for(const Seat& seat, const TextLine& line, NameId sender) const {
    constexpr auto none = Stay::open;
    const std::string_view msgid = tag_value(line.tags, "msgid");
    if (!msgid.empty()) return parts_.server.entry_of(seat.room, msgid).value_or(none);
    const RoomModel& room = parts_.server.room(seat.room);
    const std::uint64_t key = ServerModel::text_key(sender, line.param(1));
    for (std::uint32_t entry = seat.next; entry < room.log.size(); ++entry) {
        if (room.log[entry].text_key == key) return entry;
    }
    return parts_.server.entry_of_text(seat.room, sender, line.param(1)).value_or(none);
}

void Observer::saw_room_message(const TextLine& line, NameId name) {
    const NameId sender = parts_.names.id_of(line.nick());
    Seat* seat = find_seat(name);
    if (seat == nullptr || !seat->inside) {
        return complain("O8", "hears from a room it is not in",
                        {seat == nullptr ? EventRef{} : seat->joined, "was there last"});
    }
    if (seat->view_complete &&
        std::find(seat->view.begin(), seat->view.end(), sender) == seat->view.end()) {
        complain("O8", "somebody speaks who is not in the room", {seat->joined, "joined"});
    }
    if (line.command == "TAGMSG" && tag_value(line.tags, "msgid").empty()) return;
    const std::uint32_t entry = entry_for(*seat, line, sender);
    const RoomModel& room = parts_.server.room(seat->room);
    if (entry == Stay::open) {
        if (line.command == "TAGMSG") return;
        return complain("O4", "reads what the log does not hold", {seat->joined, "joined"});
    }
    if (entry < seat->next) {
        const Stay* stay = parts_.server.stay(link_, seat->room, seat->ordinal - 1);
        const bool before = stay != nullptr && entry < stay->begin;
        complain(
            before ? "O11" : "O1",
            before ? "reads a message from before it joined" : "reads a message again or too late",
            {seat->last_message.number == 0 ? seat->joined : seat->last_message,
             "entry " + std::to_string(seat->next) + " is due, not " + std::to_string(entry)});
        return;
    }
    if (entry > seat->next) expect_upto(*seat, entry);
    if (entry >= room.released) {
        complain("O4", "reads what was not released", {room.log[entry].at, "committed"});
    }
    seat->next = entry + 1;
    seat->last_message = parts_.findings.here();
}

void Observer::saw_direct(const TextLine& line, NameId target) {
    const bool own_echo = nick_ && parts_.names.id_of(line.nick()) == *nick_ && target != *nick_;
    if (own_echo) return;
    const auto match = parts_.sent.arrived(target, line.param(1));
    if (match == SentBook::Match::first) return;
    const bool again = match == SentBook::Match::again;
    complain(again ? "O6" : "O11",
             again ? "reads a private message twice" : "reads what nobody said to it",
             {last_time_at_, "the message before"});
}

// ---- who is where ----

Observer::Seat* Observer::find_seat(NameId name) {
    const auto room = parts_.server.room_index(name);
    if (!room) return nullptr;
    for (Seat& seat : seats_) {
        if (seat.room == *room) return &seat;
    }
    return nullptr;
}

void Observer::saw_join(const TextLine& line) {
    const NameId who = parts_.names.id_of(line.nick());
    const NameId name = parts_.names.id_of(line.param(0));
    const auto room = parts_.server.room_index(name);
    Seat* seat = find_seat(name);
    if (nick_ && who == *nick_) {
        if (seat == nullptr) {
            if (!room) return complain("O8", "joins a room the server never spoke of", {});
            seats_.push_back(Seat{});
            seat = &seats_.back();
            seat->room = *room;
        }
        const Stay* stay = parts_.server.stay(link_, seat->room, seat->ordinal);
        if (seat->inside || stay == nullptr) {
            return complain("O8", "is told twice that it has joined", {seat->joined, "joined"});
        }
        ++seat->ordinal;
        seat->inside = true;
        seat->next = stay->begin;
        seat->view.assign(1, who);
        seat->view_complete = false;
        seat->joined = parts_.findings.here();
        return;
    }
    if (seat == nullptr || !seat->inside) {
        return complain("O8", "sees a JOIN in a room it is not in", {});
    }
    if (std::find(seat->view.begin(), seat->view.end(), who) != seat->view.end()) {
        return complain("O8", "sees a JOIN of somebody who is there", {seat->joined, "joined"});
    }
    seat->view.push_back(who);
}

void Observer::saw_leave(NameId who, NameId name, std::string_view verb) {
    Seat* seat = find_seat(name);
    if (seat == nullptr || !seat->inside) {
        return complain("O8", "sees a " + std::string{verb} + " in a room it is not in", {});
    }
    const auto found = std::find(seat->view.begin(), seat->view.end(), who);
    if (found == seat->view.end()) {
        if (seat->view_complete) complain("O8", "a ghost leaves", {seat->joined, "joined"});
    } else {
        seat->view.erase(found);
    }
    if (!nick_ || who != *nick_) return;
    const Stay* stay = parts_.server.stay(link_, seat->room, seat->ordinal - 1);
    BRUSIO_ASSERT(stay != nullptr);
    if (stay->end != Stay::open) expect_upto(*seat, stay->end);
    seat->inside = false;
    seat->view_complete = false;
}

void Observer::saw_quit(NameId who) {
    bool known = false;
    bool sure = true;
    for (Seat& seat : seats_) {
        if (!seat.inside) continue;
        sure = sure && seat.view_complete;
        const auto found = std::find(seat.view.begin(), seat.view.end(), who);
        if (found == seat.view.end()) continue;
        seat.view.erase(found);
        known = true;
    }
    if (!known && sure) complain("O8", "sees a QUIT of somebody it shares no room with", {});
}

void Observer::saw_nick(NameId from, NameId to) {
    bool known = false;
    bool sure = true;
    if (nick_ && from == *nick_) {
        nick_ = to;
        known = true;
    }
    for (Seat& seat : seats_) {
        if (!seat.inside) continue;
        sure = sure && seat.view_complete;
        const auto found = std::find(seat.view.begin(), seat.view.end(), from);
        if (found == seat.view.end()) continue;
        if (from != to && std::find(seat.view.begin(), seat.view.end(), to) != seat.view.end()) {
            complain("O9", "somebody takes a nick that is in the room", {seat.joined, "joined"});
        }
        *found = to;
        known = true;
    }
    if (!known && sure) complain("O8", "sees a NICK of somebody it shares no room with", {});
}

void Observer::saw_numeric(const TextLine& line) {
    const std::string_view code = line.command;
    const std::string_view me = line.param(0);
    if (code == "001") {
        nick_ = parts_.names.id_of(me);
    } else if (nick_ && parts_.names.id_of(me) != *nick_) {
        complain("O14", "a numeric names somebody else", {last_time_at_, "the line before"});
    }
    if (code == "353") return saw_names(line);
    if (code == "366") {
        Seat* seat = find_seat(parts_.names.id_of(line.param(1)));
        if (seat != nullptr && seat->inside) seat->view_complete = true;
        return;
    }
    if (code == "401" || code == "403" || code == "404" || code == "442") {
        parts_.sent.refused(link_, parts_.names.id_of(line.param(1)));
    }
}

// RPL_NAMREPLY: what it holds is added; whoever left meanwhile was told in order.
void Observer::saw_names(const TextLine& line) {
    Seat* seat = find_seat(parts_.names.id_of(line.param(2)));
    if (seat == nullptr || !seat->inside) return;
    std::string_view list = line.param(3);
    while (!list.empty()) {
        const std::size_t space = std::min(list.find(' '), list.size());
        std::string_view nick = list.substr(0, space);
        list.remove_prefix(std::min(space + 1, list.size()));
        nick = nick.substr(std::min(nick.find_first_not_of("~&@%+"), nick.size()));
        if (nick.empty()) continue;
        const NameId who = parts_.names.id_of(nick.substr(0, nick.find('!')));
        const bool there = std::find(seat->view.begin(), seat->view.end(), who) != seat->view.end();
        if (there) continue;
        if (seat->view_complete) {
            complain("O8", "NAMES holds a ghost", {seat->joined, "joined"});
        }
        seat->view.push_back(who);
    }
}

// ---- the end ----

void Observer::settle() const {
    for (const Seat& seat : seats_) {
        const Stay* stay =
            seat.ordinal == 0 ? nullptr : parts_.server.stay(link_, seat.room, seat.ordinal);
        if (stay != nullptr) complain("O8", "never saw its own JOIN", {stay->joined, "joined"});
        if (seat.inside) expect_upto(seat, parts_.server.room(seat.room).released);
    }
}

void Observer::settle_members() const {
    for (const Seat& seat : seats_) {
        if (!seat.inside || !seat.view_complete) continue;
        std::vector<NameId> model;
        for (const LinkId member : parts_.server.room(seat.room).members) {
            if (const auto nick = parts_.server.nick_of(member)) model.push_back(*nick);
        }
        std::vector<NameId> view = seat.view;
        std::sort(model.begin(), model.end());
        std::sort(view.begin(), view.end());
        if (view == model) continue;
        complain("O8",
                 "sees " + std::to_string(view.size()) + " in " + name_of_room(seat) +
                     ", the server has " + std::to_string(model.size()),
                 {seat.joined, "joined"});
    }
}

}  // namespace brusio::sim
