#include "core/room/roster.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::room {
namespace {

template <class T>
bool contains(const std::vector<T>& all, T one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Takes `one`, which must be there, out of `all` and keeps the order of the others.
template <class T>
void take_out(std::vector<T>& all, T one) {
    const auto found = std::find(all.begin(), all.end(), one);
    BRUSIO_ASSERT(found != all.end());
    all.erase(found);
}

template <class Map>
typename Map::mapped_type look_up(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : found->second;
}

}  // namespace

User& Roster::add_user(std::string nick, Folded key, Now now) {
    BRUSIO_ASSERT(!key.empty() && find_user(key) == nullptr);
    User& user = users_.emplace(std::move(nick), std::move(key), now);
    users_by_nick_.emplace(user.key_.text, &user);
    users_max_seen_ = std::max(users_max_seen_, users_.size());
    return user;
}

void Roster::rename(User& user, std::string nick, Folded key) {
    const User* holder = find_user(key);
    BRUSIO_ASSERT(!key.empty() && (holder == nullptr || holder == &user));
    if (holder == nullptr) {
        users_by_nick_.erase(user.key_.text);  // before its text goes
        user.key_ = std::move(key);
        users_by_nick_.emplace(user.key_.text, &user);
    }
    user.nick_ = std::move(nick);
}

void Roster::remove_user(User& user) {
    while (!user.rooms_.empty()) {
        Room* room = find_room(user.rooms_.back());
        BRUSIO_ASSERT(room != nullptr);
        part(user, *room);
    }
    set_flag(user, UserFlag::invisible, Turn::off);
    set_flag(user, UserFlag::server_operator, Turn::off);
    links_ -= user.links_.size();
    users_by_nick_.erase(user.key_.text);
    users_.erase(user.id_);
}

void Roster::attach(User& user, LinkId link) {
    BRUSIO_ASSERT(link && !contains(user.links_, link));
    user.links_.push_back(link);
    ++links_;
    touch(user);
}

void Roster::detach(User& user, LinkId link) {
    take_out(user.links_, link);
    --links_;
    touch(user);
}

bool Roster::set_flag(User& user, UserFlag flag, Turn turn) {
    if (!user.flags_.set(flag, turn)) return false;
    std::size_t* count = nullptr;
    if (flag == UserFlag::invisible) count = &invisible_;
    if (flag == UserFlag::server_operator) count = &operators_;
    if (count != nullptr) {
        BRUSIO_ASSERT(turn == Turn::on || *count > 0);
        *count = turn == Turn::on ? *count + 1 : *count - 1;
    }
    return true;
}

void Roster::touch(const User& user) {
    for (const RoomId id : user.rooms_) {
        Room* room = find_room(id);
        BRUSIO_ASSERT(room != nullptr);
        room->touch();
    }
}

User* Roster::find_user(std::string_view folded_nick) const {
    return look_up(users_by_nick_, folded_nick);
}

Room* Roster::find_room(std::string_view folded_name) const {
    return look_up(rooms_by_name_, folded_name);
}

User& Roster::user_of(const Member& member) const {
    User* user = users_.find(member.user);
    BRUSIO_ASSERT(user != nullptr);
    return *user;
}

Room& Roster::make_room(std::string name, Folded key, WallTime created) {
    BRUSIO_ASSERT(!key.empty() && find_room(key) == nullptr);
    Room& room = rooms_.emplace(std::move(name), std::move(key), created);
    rooms_by_name_.emplace(room.key().text, &room);
    return room;
}

Room& Roster::restore_room(std::string name, Folded key, WallTime created) {
    Room& room = make_room(std::move(name), std::move(key), created);
    room.set_when_empty(WhenEmpty::waits);
    return room;
}

void Roster::enter(User& user, Room& room, RankSet ranks, std::uint64_t seq_first) {
    BRUSIO_ASSERT(!contains(user.rooms_, room.id()));
    room.add_member(user.id_, ranks, seq_first);
    user.rooms_.push_back(room.id());
    if (room.when_empty_ == WhenEmpty::waits) room.when_empty_ = WhenEmpty::ends;
}

void Roster::rename(Room& room, std::string name, Folded key, MonoTime now) {
    const Room* holder = find_room(key);
    BRUSIO_ASSERT(!key.empty() && (holder == nullptr || holder == &room));
    if (holder == nullptr) {
        rooms_by_name_.erase(room.key_.text);  // before its text goes
        room.key_ = std::move(key);
        rooms_by_name_.emplace(room.key_.text, &room);
        room.renamed_ = now;
    }
    room.name_ = std::move(name);
}

void Roster::drop_room(Room& room) {
    BRUSIO_ASSERT(rooms_.find(room.id()) == &room && room.size() == 0);
    rooms_by_name_.erase(room.key().text);
    rooms_.erase(room.id());
}

Result<Joined, JoinRefusal> Roster::join(User& user, std::string_view name, const Folded& key,
                                         WallTime now) {
    Room* room = find_room(key);
    if (room != nullptr && contains(user.rooms_, room->id())) {
        return Err{JoinRefusal::already_member};
    }
    if (user.rooms_.size() >= limits_.rooms_per_user_max) {
        return Err{JoinRefusal::user_has_too_many};
    }
    if (room == nullptr && rooms_.size() >= limits_.rooms_max) {
        return Err{JoinRefusal::server_has_too_many};
    }
    const bool created = room == nullptr;
    if (created) room = &make_room(std::string{name}, key, now);
    const bool is_nobodys = room->size() == 0 && !room->founder();
    const RankSet ranks =
        is_nobodys ? RankSet{Rank::room_operator} : room->grant_of(user.profile.account_id);
    enter(user, *room, ranks, room->log().seq() + 1);
    if (is_invited(user, *room)) take_out(user.invitations_, room->id());
    return Joined{room, created};
}

RoomFate Roster::fate_without(const User& user, const Room& room) const {
    BRUSIO_ASSERT(room.has_member(user.id_));
    return room.size() == 1 && room.when_empty() == WhenEmpty::ends ? RoomFate::gone
                                                                    : RoomFate::stays;
}

RoomFate Roster::part(User& user, Room& room) {
    BRUSIO_ASSERT(rooms_.find(room.id()) == &room);
    const RoomFate fate = fate_without(user, room);
    room.remove_member(user.id_);
    take_out(user.rooms_, room.id());
    if (fate == RoomFate::gone) drop_room(room);
    return fate;
}

void Roster::invite(User& user, const Room& room) {
    std::vector<RoomId>& invitations = user.invitations_;
    if (contains(invitations, room.id())) return;
    std::erase_if(invitations, [this](RoomId id) { return rooms_.find(id) == nullptr; });
    if (invitations.size() >= limits_.rooms_per_user_max) invitations.erase(invitations.begin());
    invitations.push_back(room.id());
    BRUSIO_ASSERT(invitations.back() == room.id());
}

bool Roster::is_invited(const User& user, const Room& room) const {
    return contains(user.invitations_, room.id());
}

std::span<User* const> Roster::neighbours(const User& user) {
    ++visit_;
    met_.clear();
    for (const RoomId id : user.rooms_) {
        const Room* room = rooms_.find(id);
        BRUSIO_ASSERT(room != nullptr);
        for (const Member& member : room->members()) {
            User& other = user_of(member);
            if (other.visit_ == visit_ || &other == &user) continue;
            other.visit_ = visit_;
            met_.push_back(&other);
        }
    }
    return met_;
}

bool Roster::share_a_room(const User& a, const User& b) const {
    return std::any_of(a.rooms_.begin(), a.rooms_.end(),
                       [&](RoomId id) { return contains(b.rooms_, id); });
}

Counts Roster::counts() const {
    BRUSIO_ASSERT(users_max_seen_ >= users_.size());
    return {.users = users_.size(),
            .users_max_seen = users_max_seen_,
            .invisible = invisible_,
            .operators = operators_,
            .rooms = rooms_.size(),
            .links = links_};
}

void Roster::check_user(const User& user) const {
    BRUSIO_ASSERT(find_user(user.key_) == &user);
    BRUSIO_ASSERT(find_user(user.id_) == &user);
    BRUSIO_ASSERT(!user.nick_.empty());
    for (const RoomId id : user.rooms_) {
        const Room* room = find_room(id);
        BRUSIO_ASSERT(room != nullptr && room->has_member(user.id_));
        BRUSIO_ASSERT(std::count(user.rooms_.begin(), user.rooms_.end(), id) == 1);
    }
    for (const LinkId link : user.links_) {
        BRUSIO_ASSERT(std::count(user.links_.begin(), user.links_.end(), link) == 1);
    }
}

void Roster::check_room(const Room& room) const {
    BRUSIO_ASSERT(room.size() != 0 || room.when_empty() != WhenEmpty::ends);
    BRUSIO_ASSERT(room.size() == 0 || room.when_empty() != WhenEmpty::waits);
    BRUSIO_ASSERT(find_room(room.key()) == &room);
    room.check_invariants();
    for (const Member& member : room.members()) {
        BRUSIO_ASSERT(contains(user_of(member).rooms_, room.id()));
    }
}

void Roster::check_invariants() const {
    std::size_t invisible = 0;
    std::size_t operators = 0;
    std::size_t links = 0;
    for_each_user([&](const User& user) {
        links += user.links().size();
        check_user(user);
        if (user.is(UserFlag::invisible)) ++invisible;
        if (user.is(UserFlag::server_operator)) ++operators;
    });
    for_each_room([this](const Room& room) { check_room(room); });
    BRUSIO_ASSERT(invisible == invisible_ && operators == operators_ && links == links_);
    BRUSIO_ASSERT(users_by_nick_.size() == users_.size());
    BRUSIO_ASSERT(rooms_by_name_.size() == rooms_.size());
}

}  // namespace brusio::room
