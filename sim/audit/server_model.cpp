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

void ServerModel::submitted(std::uint64_t batch, const AppendMessage& write) {
    const MessageRecord& message = write.message;
    // What is said to those of a rank, or to one person, has no place among what all read.
    if (!message.target.starts_with('#') || !is_said(message.kind)) return;
    const NameId name = names_.id_of(message.target);
    const std::uint32_t index = room_of(name);
    RoomModel& room = rooms_[index];
    const auto entry = static_cast<std::uint32_t>(room.log.size());
    const std::uint64_t place = (static_cast<std::uint64_t>(index) << 32) | entry;
    const NameId sender = names_.id_of(nick_part(message.sender));
    LogEntry logged;
    logged.text_key = text_key(sender, message.text);
    logged.sender = holder_of(sender);
    logged.at = findings_.here();
    logged.tags_only = message.kind == RecordKind::tags_only;
    by_msgid_.set(digest(message.id), place);
    by_text_.set(mix64(logged.text_key ^ index), place);
    room.log.push_back(logged);
    waiting_.push_back({batch, index, entry, sender, SentBook::key_of(name, message.text),
                        room.changes, room.members.size(), false});
}

void ServerModel::became_durable(std::uint64_t batch) {
    for (; !waiting_.empty() && waiting_.front().batch <= batch; waiting_.pop_front()) {
        Fresh& fresh = waiting_.front();
        rooms_[fresh.room].log[fresh.entry].durable = true;
        match(fresh);
        fresh_.push_back(fresh);
    }
}

void ServerModel::match(Fresh& fresh) {
    LogEntry& entry = rooms_[fresh.room].log[fresh.entry];
    if (!entry.sender) entry.sender = holder_of(fresh.sender);
    if (!entry.sender || entry.tags_only) return;
    fresh.matched = true;
    const auto [match, number] = sent_.arrived(fresh.sent_key, entry.sender);
    const std::string& room = names_.name(rooms_[fresh.room].name);
    if (match != SentBook::Match::first) {
        findings_.add("O5",
                      match == SentBook::Match::again ? "one message became two"
                                                      : "nobody said what is in the log",
                      {entry.at, "submitted to " + room},
                      {findings_.here(), "by " + names_.name(fresh.sender)});
        return;
    }
    const std::uint64_t key = seat_key(entry.sender, fresh.room);
    if (const auto last = last_sent_.find(key); last && *last > number) {
        findings_.add("O3", "what somebody said to " + room + " is in another order in its log",
                      {sent_.all()[static_cast<std::size_t>(*last)].at, "said later"},
                      {sent_.all()[number].at, "said earlier"});
    }
    last_sent_.set(key, number);
}

// ---- crashes and starts ----

void ServerModel::crashed() {
    for (std::uint32_t slot = 0; slot < by_slot_.size(); ++slot) link_closed(by_slot_[slot].link);
    fresh_.clear();
}

void ServerModel::started(std::uint64_t last_durable, const Kept& kept) {
    became_durable(last_durable);
    fresh_.clear();
    for (const Fresh& lost : waiting_) {
        rooms_[lost.room].log[lost.entry].lost = true;
    }
    waiting_.clear();
    for (RoomModel& room : rooms_) {
        room.topic.reset();
        room.modes.reset();
        room.members_only = false;
    }
    for (const KeptRoom& one : kept.rooms) {
        RoomModel& room = rooms_[room_of(names_.id_of(one.room.name))];
        room.topic = one.room.topic;
        std::string modes = one.room.modes;
        if (!one.room.password.empty()) modes += 'k';
        if (one.room.members_max != 0) modes += 'l';
        std::sort(modes.begin(), modes.end());
        room.members_only = modes.find('n') != std::string::npos;
        room.modes = std::move(modes);
    }
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
    } else if (line.command == "TOPIC") {
        rooms_[room_of(names_.id_of(line.param(0)))].topic = line.param(1);
    } else if (line.command == "331" || line.command == "332") {
        topic_told(line.param(1), line.command == "331" ? std::string_view{} : line.param(2));
    } else if (line.command == "324") {
        modes_told(line.param(1), line.param(2));
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
    constexpr std::string_view lists_and_ranks = "beIqaohv";
    RoomModel& room = rooms_[index];
    bool adds = true;
    for (const char c : change) {
        if (c == '+' || c == '-') {
            adds = c == '+';
            continue;
        }
        if (c == 'n') room.members_only = adds;
        if (!room.modes || lists_and_ranks.find(c) != std::string_view::npos) continue;
        std::erase(*room.modes, c);
        if (adds)
            room.modes->insert(std::upper_bound(room.modes->begin(), room.modes->end(), c), c);
    }
}

// What everybody was told last, or what the disk held at the start, is what a newcomer is told.
void ServerModel::topic_told(std::string_view name, std::string_view topic) {
    RoomModel& room = rooms_[room_of(names_.id_of(name))];
    if (room.topic && *room.topic != topic) {
        findings_.add("O4", "the topic of " + std::string{name} + " is not what it was",
                      {findings_.here(), "should be: " + *room.topic},
                      {findings_.here(), "is: " + std::string{topic}});
    }
    room.topic = topic;
}

void ServerModel::modes_told(std::string_view name, std::string_view letters) {
    RoomModel& room = rooms_[room_of(names_.id_of(name))];
    std::string told{letters};
    std::erase(told, '+');
    std::sort(told.begin(), told.end());
    if (room.modes && *room.modes != told) {
        findings_.add("O4", "the modes of " + std::string{name} + " are not what they were",
                      {findings_.here(), "should be: " + *room.modes},
                      {findings_.here(), "are: " + told});
    }
    room.modes = std::move(told);
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
    if (room.members.empty()) {
        room.members_only = false;
        room.topic.reset();
        room.modes.reset();
    }
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
    if (!room.log[*entry].durable) {
        findings_.add("O4", "a message left before it was durable",
                      {room.log[*entry].at, "submitted to " + names_.name(room.name)},
                      {here, room.log[*entry].lost ? "it was lost in a crash" : "released"});
    }
    if (room.released == room.released_before) speaking_.push_back(index);
    if (*entry >= room.released) {
        room.released = *entry + 1;
    } else if (!room.log[*entry].released) {
        findings_.add("O1",
                      "messages left in another order than the log of " + names_.name(room.name),
                      {room.log[*entry].at, "submitted as entry " + std::to_string(*entry)},
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

void ServerModel::check_fresh(const Fresh& fresh) {
    const RoomModel& room = rooms_[fresh.room];
    const LogEntry& entry = room.log[fresh.entry];
    if (entry.released || entry.tags_only || fresh.members < 2) return;
    if (room.changes != fresh.changes || !entry.sender) return;
    findings_.add("O6", "a message of " + names_.name(room.name) + " was sent to nobody",
                  {entry.at, "submitted as entry " + std::to_string(fresh.entry)},
                  {findings_.here(), std::to_string(fresh.members) + " members"});
}

void ServerModel::turn_ended() {
    for (Fresh& fresh : fresh_) {
        if (!fresh.matched) match(fresh);
        check_fresh(fresh);
    }
    fresh_.clear();
    for (const std::uint32_t index : speaking_) {
        rooms_[index].released_before = rooms_[index].released;
    }
    speaking_.clear();
}

}  // namespace brusio::sim
