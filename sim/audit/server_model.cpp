#include "sim/audit/server_model.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "core/base/keyed_random.h"
#include "sim/audit/text_line.h"
#include "sim/time/trace.h"

namespace brusio::sim {

namespace {

bool goes_to(const Deliver& deliver, LinkId link) {
    if (deliver.audience == nullptr) return deliver.to == link;
    if (link == deliver.except) return false;
    return std::find(deliver.audience->begin(), deliver.audience->end(), link) !=
           deliver.audience->end();
}

std::uint64_t seat_key(LinkId link, std::uint32_t room) { return mix64(link.value) ^ room; }

std::uint64_t stay_key(LinkId link, std::uint32_t room, std::uint64_t ordinal) {
    return mix64(seat_key(link, room) + ordinal * 0x9E3779B97F4A7C15U);
}

std::string_view nick_part(std::string_view source) { return source.substr(0, source.find('!')); }

}  // namespace

std::uint64_t ServerModel::text_key(NameId sender, std::string_view text) {
    return mix64(digest(text) + mix64(sender));
}

std::uint32_t ServerModel::room_of(NameId name) {
    if (room_by_name_.size() <= name) room_by_name_.resize(name + 1);
    if (room_by_name_[name] == 0) {
        rooms_.push_back(RoomModel{});
        rooms_.back().name = name;
        room_by_name_[name] = static_cast<std::uint32_t>(rooms_.size());
    }
    return room_by_name_[name] - 1;
}

std::optional<std::uint32_t> ServerModel::room_index(NameId name) const {
    if (name >= room_by_name_.size() || room_by_name_[name] == 0) return std::nullopt;
    return room_by_name_[name] - 1;
}

// ---- the store ----

// Each conversation counts its entries; a room that was emptied begins anew, under another number.
void ServerModel::count_entry(const AppendMessage& write) {
    const std::uint64_t key = mix64(write.conversation.value);
    const std::uint64_t last = last_seq_.find(key).value_or(0);
    const std::uint64_t seq = write.message.seq;
    last_seq_.set(key, seq);
    if (seq == last + 1 || seq == 1) return;
    const std::string& target = write.message.target;
    findings_.add("O7", "the numbers of " + (target.empty() ? "a log" : target) + " have a hole",
                  {findings_.here(), "number " + std::to_string(last)},
                  {findings_.here(), "number " + std::to_string(seq)});
}

void ServerModel::committed(const AppendMessage& write) {
    count_entry(write);
    if (!is_said(write.message.kind)) return;  // what happened, not what somebody said
    const MessageRecord& message = write.message;
    const NameId name = names_.id_of(message.target);
    const std::uint32_t index = room_of(name);
    RoomModel& room = rooms_[index];
    const auto entry = static_cast<std::uint32_t>(room.log.size());
    const std::uint64_t place = (static_cast<std::uint64_t>(index) << 32) | entry;
    const NameId sender = names_.id_of(nick_part(message.sender));
    const EventRef here = findings_.here();

    if (const auto twin = by_msgid_.find(digest(message.id))) {
        const RoomModel& other = rooms_[static_cast<std::size_t>(*twin >> 32)];
        findings_.add("O19", "message id " + message.id + " is given twice",
                      {other.log[static_cast<std::uint32_t>(*twin)].at, "first given"},
                      {here, "given again in " + message.target});
    }
    LogEntry logged;
    logged.text_key = text_key(sender, message.text);
    logged.sender = holder_of(sender);
    logged.at = here;
    logged.tags_only = message.kind == RecordKind::tags_only;
    if (logged.sender && !logged.tags_only) {
        const auto match = sent_.arrived(name, message.text);
        if (match != SentBook::Match::first) {
            findings_.add("O5",
                          match == SentBook::Match::again ? "one message became two"
                                                          : "nobody said what is in the log",
                          {here, "committed to " + message.target + ": " + message.text},
                          {here, "by " + message.sender});
        }
    }
    by_msgid_.set(digest(message.id), place);
    by_text_.set(mix64(logged.text_key ^ index), place);
    room.log.push_back(logged);
    fresh_.push_back({index, entry, room.changes, room.members.size()});
}

// ---- the outputs ----

void ServerModel::released(const Output& output) {
    if (const auto* deliver = std::get_if<Deliver>(&output)) {
        read_frame(deliver->frame.bytes(), *deliver);
    } else if (const auto* close = std::get_if<Close>(&output)) {
        link_closed(close->link);
    }
}

void ServerModel::read_frame(std::string_view bytes, const Deliver& deliver) {
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\r\n");
        if (end == std::string_view::npos) return;  // another protocol's text
        said(bytes.substr(0, end), deliver);
        bytes.remove_prefix(end + 2);
    }
}

void ServerModel::said(std::string_view text, const Deliver& deliver) {
    const TextLine line = read_line(text);
    if (line.command == "PRIVMSG" || line.command == "NOTICE" || line.command == "TAGMSG") {
        if (!line.param(0).starts_with('#') || line.source.find('!') == std::string_view::npos) {
            return;
        }
        let_go(room_of(names_.id_of(line.param(0))), line.tags, names_.id_of(line.nick()),
               line.param(1));
    } else if (line.command == "001") {
        claim(deliver.to, names_.id_of(line.param(0)));
    } else if (line.command == "NICK") {
        const LinkId own = holder_of(names_.id_of(line.nick()));
        if (own && goes_to(deliver, own)) claim(own, names_.id_of(line.param(0)));
    } else if (line.command == "JOIN") {
        const LinkId own = holder_of(names_.id_of(line.nick()));
        if (own && goes_to(deliver, own)) joined(own, names_.id_of(line.param(0)));
    } else if (line.command == "MODE") {
        if (const auto room = room_index(names_.id_of(line.param(0)))) {
            mode_changed(*room, line.param(1));
        }
    } else if (line.command == "PART" || line.command == "KICK") {
        const std::string_view who = line.command == "PART" ? line.nick() : line.param(1);
        const LinkId own = holder_of(names_.id_of(who));
        if (own && goes_to(deliver, own)) left(own, room_of(names_.id_of(line.param(0))));
    }
}

// A room that was emptied comes back without its modes; who joins it first is told of new ones.
void ServerModel::mode_changed(std::uint32_t index, std::string_view change) {
    bool adds = true;
    for (const char c : change) {
        if (c == '+' || c == '-') adds = c == '+';
        if (c == 'n') rooms_[index].members_only = adds;
    }
}

void ServerModel::link_opened(LinkId link) {
    if (by_slot_.size() <= link.slot()) by_slot_.resize(link.slot() + 1);
    by_slot_[link.slot()] = Slot{link, std::nullopt};
}

bool ServerModel::is_open(LinkId link) const {
    return link && link.slot() < by_slot_.size() && by_slot_[link.slot()].link == link;
}

// What is said to a link that has closed meanwhile goes nowhere and means nothing.
void ServerModel::claim(LinkId link, NameId nick) {
    if (!is_open(link)) return;
    if (holder_by_name_.size() <= nick) holder_by_name_.resize(nick + 1);
    const LinkId other = holder_by_name_[nick];
    if (other && other != link) {
        findings_.add("O9", "two hold the nick " + names_.name(nick),
                      {findings_.here(), "link slot " + std::to_string(other.slot())},
                      {findings_.here(), "link slot " + std::to_string(link.slot())});
    }
    if (const auto before = nick_of(link)) holder_by_name_[*before] = LinkId{};
    holder_by_name_[nick] = link;
    by_slot_[link.slot()].nick = nick;
}

std::optional<NameId> ServerModel::nick_of(LinkId link) const {
    if (!is_open(link)) return std::nullopt;
    return by_slot_[link.slot()].nick;
}

LinkId ServerModel::holder_of(NameId nick) const {
    return nick < holder_by_name_.size() ? holder_by_name_[nick] : LinkId{};
}

void ServerModel::joined(LinkId link, NameId name) {
    const std::uint32_t index = room_of(name);
    RoomModel& room = rooms_[index];
    const EventRef here = findings_.here();
    if (std::find(room.members.begin(), room.members.end(), link) != room.members.end()) {
        findings_.add("O8", "somebody joined " + names_.name(name) + " twice",
                      {here, "is a member already"}, {here, "is told of joining"});
        return;
    }
    room.members.push_back(link);
    ++room.changes;
    const std::uint64_t ordinal = stay_count_.find(seat_key(link, index)).value_or(0);
    stay_place_.set(stay_key(link, index, ordinal), stays_.size());
    stay_count_.set(seat_key(link, index), ordinal + 1);
    stays_.push_back(Stay{link, index, room.released_before, room.released, Stay::open, here});
}

const Stay* ServerModel::stay(LinkId link, std::uint32_t room, std::uint32_t ordinal) const {
    const auto place = stay_place_.find(stay_key(link, room, ordinal));
    return place ? &stays_[static_cast<std::size_t>(*place)] : nullptr;
}

void ServerModel::left(LinkId link, std::uint32_t index) {
    RoomModel& room = rooms_[index];
    const auto found = std::find(room.members.begin(), room.members.end(), link);
    if (found == room.members.end()) return;
    room.members.erase(found);
    ++room.changes;
    if (room.members.empty()) room.members_only = false;
    const std::uint64_t count = stay_count_.find(seat_key(link, index)).value_or(0);
    const auto place = stay_place_.find(stay_key(link, index, count - 1));
    BRUSIO_ASSERT(count > 0 && place);
    stays_[static_cast<std::size_t>(*place)].end = room.released_before;
}

void ServerModel::link_closed(LinkId link) {
    if (!is_open(link)) return;
    const auto nick = nick_of(link);
    by_slot_[link.slot()] = Slot{};
    if (!nick) return;
    holder_by_name_[*nick] = LinkId{};
    for (std::uint32_t index = 0; index < rooms_.size(); ++index) left(link, index);
}

void ServerModel::let_go(std::uint32_t index, std::string_view tags, NameId sender,
                         std::string_view text) {
    RoomModel& room = rooms_[index];
    const std::string_view msgid = tag_value(tags, "msgid");
    const auto entry =
        msgid.empty() ? entry_of_text(index, sender, text) : entry_of(index, digest(msgid));
    const EventRef here = findings_.here();
    if (!entry) {
        if (text.empty()) return;  // a TAGMSG that is not kept
        findings_.add("O4", "a message left before it was in the log",
                      {here, "released to " + names_.name(room.name)},
                      {here, "the log has " + std::to_string(room.log.size()) + " entries"});
        return;
    }
    if (room.released == room.released_before) speaking_.push_back(index);
    if (*entry >= room.released) {
        room.released = *entry + 1;
    } else if (!room.log[*entry].released) {
        findings_.add("O1",
                      "messages left in another order than the log of " + names_.name(room.name),
                      {room.log[*entry].at, "committed as entry " + std::to_string(*entry)},
                      {here, "released after entry " + std::to_string(room.released - 1)});
    }
    room.log[*entry].released = true;
}

std::optional<std::uint32_t> ServerModel::entry_of(std::uint32_t room,
                                                   std::uint64_t msgid_key) const {
    const auto place = by_msgid_.find(msgid_key);
    if (!place || (*place >> 32) != room) return std::nullopt;
    return static_cast<std::uint32_t>(*place);
}

std::optional<std::uint32_t> ServerModel::entry_of_text(std::uint32_t room, NameId sender,
                                                        std::string_view text) const {
    const auto place = by_text_.find(mix64(text_key(sender, text) ^ room));
    if (!place) return std::nullopt;
    return static_cast<std::uint32_t>(*place);
}

void ServerModel::turn_ended() {
    for (const Fresh& fresh : fresh_) {
        const RoomModel& room = rooms_[fresh.room];
        const LogEntry& entry = room.log[fresh.entry];
        if (entry.released || entry.tags_only || fresh.members < 2) continue;
        if (room.changes != fresh.changes || !entry.sender) continue;
        findings_.add("O6", "a message of " + names_.name(room.name) + " was sent to nobody",
                      {entry.at, "committed as entry " + std::to_string(fresh.entry)},
                      {findings_.here(), std::to_string(fresh.members) + " members"});
    }
    fresh_.clear();
    for (const std::uint32_t index : speaking_) {
        rooms_[index].released_before = rooms_[index].released;
    }
    speaking_.clear();
}

}  // namespace brusio::sim
