#include "sim/audit/observer.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/room/log_head.h"
#include "core/wire/time_text.h"

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
    const HeardLine& heard = parts_.reader.read(text);
    // An ACK may itself carry what it grants: the client has asked for it and is ready.
    if (heard.line.command == "CAP") saw_cap(heard.line);
    if (const auto flaw = parts_.reader.flaw(heard, caps_); !flaw.empty()) {
        complain("O14", std::string{flaw}, {parts_.findings.here(), "this line"});
    }
    if (!is_of_the_past(heard)) {
        if (!heard.time.empty() && !may_be_told_again(heard)) check_time(heard.time);
        dispatch(heard);
    }
    now_reading_ = {};
}

bool Observer::is_of_the_past(const HeardLine& heard) {
    const TextLine& line = heard.line;
    if (line.command == "BATCH") {
        const std::string_view reference = line.param(0).substr(1);
        if (line.param(1) == "chathistory") history_ = reference;
        if (line.param(0).starts_with('-') && reference == history_) history_.clear();
        return false;
    }
    return !history_.empty() && tag_value(line.tags, "batch") == history_;
}

bool Observer::may_be_told_again(const HeardLine& heard) const {
    const bool is_own = heard.is_speech && nick_ && heard.sender == *nick_;
    const bool is_answer = !tag_value(heard.line.tags, "label").empty();
    return is_own && is_answer &&
           heard.time < std::string_view{last_time_.data(), last_time_.size()};
}

void Observer::dispatch(const HeardLine& heard) {
    if (heard.is_speech) return saw_message(heard);
    const TextLine& line = heard.line;
    const std::string_view command = line.command;
    const auto name = [this](std::string_view text) { return parts_.names.id_of(text); };
    if (line.is_numeric()) {
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
    } else if (command == "FAIL" && line.param(0) == "PRIVMSG") {
        saw_refusal(line.param(2));
    }
}

// The times of one log grow (the ledger sees to that); those of several logs may lie as far apart
// as a log may run ahead of the clock.
void Observer::check_time(std::string_view time) {
    const std::string_view last{last_time_.data(), last_time_.size()};
    const auto now = wire::parse_time(time);
    const auto before = wire::parse_time(last);
    const Duration back =
        now.ok() && before.ok()
            ? std::chrono::milliseconds{before.value().unix_ms - now.value().unix_ms}
            : Duration{0};
    if (!now.ok() || time.size() != last.size() || back > room::LogHead::ahead_max) {
        complain("O19", "server-time goes back or is not one",
                 {last_time_at_, "server-time was " + std::string{last}});
    }
    if (time.size() == last.size()) std::copy(time.begin(), time.end(), last_time_.begin());
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

void Observer::saw_message(const HeardLine& heard) {
    const TextLine& line = heard.line;
    ++messages_seen_;
    const std::string_view target = line.param(0);
    if (target.starts_with('#')) return saw_room_message(heard);
    if (line.command == "TAGMSG" || target.empty()) return;
    const char first = target.front();
    if (first == '@' || first == '+' || first == '%') return;  // to those of a rank
    saw_direct(heard);
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
    for (std::uint32_t entry = std::max(seat.next, seat.must_from); entry < upto; ++entry) {
        if (!must_see(room.log[entry])) continue;
        complain("O6", "a message of " + name_of_room(seat) + " is missing",
                 {room.log[entry].at, "submitted as entry " + std::to_string(entry) +
                                          "; last seen in event " +
                                          std::to_string(seat.last_message.number)});
        return;
    }
}

// Without a msgid the text decides; said twice, the one that is due is meant.
std::uint32_t Observer::entry_for(const Seat& seat, const HeardLine& heard) const {
    constexpr auto none = Stay::open;
    if (!heard.msgid.empty()) {
        return parts_.server.entry_of(seat.room, heard.msgid_key).value_or(none);
    }
    const RoomModel& room = parts_.server.room(seat.room);
    const std::string_view text = heard.line.param(1);
    const std::uint64_t key = ServerModel::text_key(heard.sender, text);
    for (std::uint32_t entry = seat.next; entry < room.log.size(); ++entry) {
        if (room.log[entry].text_key == key && !room.log[entry].lost) return entry;
    }
    return parts_.server.entry_of_text(seat.room, heard.sender, text).value_or(none);
}

void Observer::saw_room_message(const HeardLine& heard) {
    const TextLine& line = heard.line;
    const NameId sender = heard.sender;
    Seat* seat = find_seat(heard.target);
    if (seat == nullptr || !seat->inside) {
        if (nick_ && sender == *nick_) return;  // its own words, said from outside
        return complain("O8", "hears from a room it is not in",
                        {seat == nullptr ? EventRef{} : seat->joined, "was there last"});
    }
    if (seat->view_complete && parts_.server.room(seat->room).members_only &&
        std::find(seat->view.begin(), seat->view.end(), sender) == seat->view.end()) {
        complain("O8", "somebody speaks who is not in the room", {seat->joined, "joined"});
    }
    if (line.command == "TAGMSG" && heard.msgid.empty()) return;
    const std::uint32_t entry = entry_for(*seat, heard);
    const RoomModel& room = parts_.server.room(seat->room);
    if (entry == Stay::open) {
        if (line.command == "TAGMSG" || may_be_told_again(heard)) return;
        return complain("O4", "reads what the log does not hold", {seat->joined, "joined"});
    }
    if (entry < seat->next) {
        if (may_be_told_again(heard)) return;
        const Stay* stay = parts_.server.stay(link_, seat->room, seat->ordinal - 1);
        const bool before = stay != nullptr && entry < stay->begin_least;
        complain(
            before ? "O11" : "O1",
            before ? "reads a message from before it joined" : "reads a message again or too late",
            {seat->last_message.number == 0 ? seat->joined : seat->last_message,
             "entry " + std::to_string(seat->next) + " is due, not " + std::to_string(entry)});
        return;
    }
    if (entry > seat->next) expect_upto(*seat, entry);
    if (!room.log[entry].durable) {
        complain("O4", "reads what is not durable", {room.log[entry].at, "submitted"});
    } else if (entry >= room.released) {
        complain("O4", "reads what was not released", {room.log[entry].at, "submitted"});
    }
    seat->next = entry + 1;
    seat->last_message = parts_.findings.here();
}

void Observer::saw_direct(const HeardLine& heard) {
    const bool own_echo = nick_ && heard.sender == *nick_ && heard.target != *nick_;
    if (own_echo) return;
    const LinkId from = parts_.server.holder_of(heard.sender);
    const auto match =
        parts_.sent.arrived(SentBook::key_of(heard.target, heard.line.param(1)), from).match;
    if (match == SentBook::Match::first) return;
    const bool again = match == SentBook::Match::again;
    complain(again ? "O6" : "O11",
             again ? "reads a private message twice" : "reads what nobody said to it",
             {last_time_at_, "the message before"});
}

}  // namespace brusio::sim
