// What the floor does with a line: the answers that make a client consider itself registered and
// joined, and the copies that a room gets. Nothing is looked at that is not needed for that.
#include "bench/floor/floor_server.h"

#include <algorithm>

namespace brusio::bench {
namespace {

constexpr std::string_view server = ":floor ";
constexpr std::size_t names_line_bytes = 400;

/// Cuts the first word off `rest`; a leading ':' takes all that is left.
std::string_view next_word(std::string_view& rest) {
    if (!rest.empty() && rest.front() == ':') return std::exchange(rest, {}).substr(1);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

}  // namespace

void FloorServer::take_line(std::uint32_t slot, std::string_view line) {
    std::string_view rest = line;
    const std::string_view command = next_word(rest);
    if (command == "PRIVMSG") {
        take_message(slot, line, next_word(rest));
    } else if (command == "PING") {
        answer(slot, {server, "PONG floor :", next_word(rest)});
    } else if (command == "NICK") {
        take_nick(slot, next_word(rest));
    } else if (command == "USER") {
        take_user(slot);
    } else if (command == "JOIN") {
        take_join(slot, next_word(rest));
    } else if (command == "PART") {
        take_part(slot, next_word(rest));
    } else if (command == "CAP" && next_word(rest) == "LS") {
        answer(slot, {server, "CAP * LS :"});
    } else if (command == "QUIT") {
        close_link(slot);
    }
}

void FloorServer::take_nick(std::uint32_t slot, std::string_view nick) {
    Link& link = links_[slot];
    if (!link.nick.empty()) slot_of_nick_.erase(link.nick);
    link.nick = nick;
    slot_of_nick_[link.nick] = slot;
}

void FloorServer::take_user(std::uint32_t slot) {
    const std::string& nick = links_[slot].nick;
    answer(slot, {server, "001 ", nick, " :Welcome to the floor"});
    answer(slot, {server, "422 ", nick, " :No message of the day"});
}

FloorServer::Room* FloorServer::find_room(std::string_view name) {
    const auto found =
        std::find_if(rooms_.begin(), rooms_.end(), [&](const Room& r) { return r.name == name; });
    return found == rooms_.end() ? nullptr : &*found;
}

void FloorServer::take_join(std::uint32_t slot, std::string_view room_name) {
    Room* room = find_room(room_name);
    if (room == nullptr) room = &rooms_.emplace_back(Room{std::string{room_name}, {}});
    room->members.push_back(slot);
    const Span line = say_as(slot, {"JOIN ", room_name});
    for (const std::uint32_t member : room->members) output_.give(member, line);
    answer_names(slot, *room);
}

void FloorServer::answer_names(std::uint32_t slot, const Room& room) {
    const std::string& nick = links_[slot].nick;
    std::string names;
    for (const std::uint32_t member : room.members) {
        if (!names.empty()) names += ' ';
        names += links_[member].nick;
        if (names.size() < names_line_bytes && member != room.members.back()) continue;
        answer(slot, {server, "353 ", nick, " = ", room.name, " :", names});
        names.clear();
    }
    answer(slot, {server, "366 ", nick, " ", room.name, " :End"});
}

void FloorServer::take_part(std::uint32_t slot, std::string_view room_name) {
    Room* room = find_room(room_name);
    if (room == nullptr) return;
    const Span line = say_as(slot, {"PART ", room_name});
    for (const std::uint32_t member : room->members) output_.give(member, line);
    std::erase(room->members, slot);
}

void FloorServer::take_message(std::uint32_t slot, std::string_view line, std::string_view target) {
    if (const Room* room = find_room(target)) {
        const Span span = say_as(slot, {line});
        for (const std::uint32_t member : room->members) {
            if (member != slot) output_.give(member, span);
        }
        return;
    }
    const auto named = slot_of_nick_.find(std::string{target});
    if (named != slot_of_nick_.end()) output_.give(named->second, say_as(slot, {line}));
}

void FloorServer::answer(std::uint32_t slot, std::initializer_list<std::string_view> parts) {
    const std::size_t begin = output_.bytes().size();
    for (const std::string_view part : parts) output_.bytes() += part;
    output_.bytes() += "\r\n";
    output_.give(slot, output_.line_since(begin));
}

Span FloorServer::say_as(std::uint32_t slot, std::initializer_list<std::string_view> parts) {
    std::string& bytes = output_.bytes();
    const std::size_t begin = bytes.size();
    bytes += ':';
    bytes += links_[slot].nick;
    bytes += "!u@127.0.0.1 ";
    for (const std::string_view part : parts) bytes += part;
    bytes += "\r\n";
    return output_.line_since(begin);
}

}  // namespace brusio::bench
