#include <algorithm>

#include "core/base/assert.h"
#include "sim/audit/observer.h"

// Oracle O8, who is where, as one client is told it.
namespace brusio::sim {

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
        seat->next = stay->begin_least;
        seat->must_from = stay->begin;
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
        saw_refusal(line.param(1));
    }
}

void Observer::saw_refusal(std::string_view target) {
    parts_.sent.refused(link_, parts_.names.id_of(target),
                        target.starts_with('#') ? SentBook::Which::first : SentBook::Which::last);
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
