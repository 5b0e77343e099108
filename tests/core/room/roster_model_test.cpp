#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/room/roster.h"

namespace brusio::room {
namespace {

constexpr std::size_t rooms_per_user_max = 4;
constexpr std::size_t rooms_max = 6;

/// A roster as one would write it without care for speed: names and linear searches.
struct Model {
    struct Entry {
        std::string user;
        bool founder = false;
    };
    std::map<std::string, std::vector<Entry>> rooms;
    std::map<std::string, std::vector<std::string>> users;  // nick -> rooms in join order

    bool in(const std::string& user, const std::string& room) {
        const auto& mine = users[user];
        return std::find(mine.begin(), mine.end(), room) != mine.end();
    }
    bool may_join(const std::string& user, const std::string& room) {
        if (in(user, room) || users[user].size() >= rooms_per_user_max) return false;
        return rooms.contains(room) || rooms.size() < rooms_max;
    }
    void join(const std::string& user, const std::string& room) {
        const bool founder = !rooms.contains(room);
        rooms[room].push_back({user, founder});
        users[user].push_back(room);
    }
    void part(const std::string& user, const std::string& room) {
        auto& members = rooms[room];
        const auto found = std::find_if(members.begin(), members.end(),
                                        [&](const Entry& entry) { return entry.user == user; });
        *found = members.back();
        members.pop_back();
        if (members.empty()) rooms.erase(room);
        std::erase(users[user], room);
    }
    void remove(const std::string& user) {
        while (!users[user].empty()) part(user, users[user].back());
        users.erase(user);
    }
    void rename(const std::string& from, const std::string& to) {
        auto mine = users.extract(from);
        mine.key() = to;
        for (const std::string& room : mine.mapped()) {
            for (Entry& entry : rooms[room]) {
                if (entry.user == from) entry.user = to;
            }
        }
        users.insert(std::move(mine));
    }
    std::vector<std::string> neighbours(const std::string& user) {
        std::vector<std::string> met;
        for (const std::string& room : users[user]) {
            for (const Entry& entry : rooms[room]) {
                const bool seen = std::find(met.begin(), met.end(), entry.user) != met.end();
                if (entry.user != user && !seen) met.push_back(entry.user);
            }
        }
        return met;
    }
};

/// Both rosters, driven by the same steps and compared after each.
class Pair {
 public:
    void step(int action, const std::string& nick, const std::string& other,
              const std::string& room_name) {
        User* user = roster_.find_user(Folded{nick});
        RC_ASSERT((user != nullptr) == model_.users.contains(nick));
        if (user == nullptr) {
            roster_.add_user(nick, Folded{nick}, Now{});
            model_.users[nick];
        } else if (action == 0) {
            roster_.remove_user(*user);
            model_.remove(nick);
        } else if (action == 1) {
            if (roster_.find_user(Folded{other}) == nullptr) {
                roster_.rename(*user, other, Folded{other});
                model_.rename(nick, other);
            }
        } else if (action <= 3) {
            part(*user, nick, room_name);
        } else {
            join(*user, nick, room_name);
        }
        compare();
    }

 private:
    void join(User& user, const std::string& nick, const std::string& room) {
        const bool allowed = model_.may_join(nick, room);
        RC_ASSERT(roster_.join(user, room, Folded{room}, WallTime{}).ok() == allowed);
        if (allowed) model_.join(nick, room);
    }

    void part(User& user, const std::string& nick, const std::string& room_name) {
        Room* room = roster_.find_room(Folded{room_name});
        const bool member = room != nullptr && room->has_member(user.id());
        RC_ASSERT(member == model_.in(nick, room_name));
        if (!member) return;
        const RoomFate fate = roster_.part(user, *room);
        model_.part(nick, room_name);
        RC_ASSERT((fate == RoomFate::stays) == model_.rooms.contains(room_name));
    }

    void compare() {
        roster_.check_invariants();
        RC_ASSERT(roster_.counts().users == model_.users.size());
        RC_ASSERT(roster_.counts().rooms == model_.rooms.size());
        for (const auto& [name, entries] : model_.rooms) {
            const Room* room = roster_.find_room(Folded{name});
            RC_ASSERT(room != nullptr);
            RC_ASSERT(room->size() == entries.size());
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const Member& member = room->members()[i];
                RC_ASSERT(roster_.user_of(member).nick() == entries[i].user);
                RC_ASSERT(member.ranks.has(Rank::room_operator) == entries[i].founder);
            }
        }
        for (const auto& [nick, rooms] : model_.users) compare_user(nick, rooms);
    }

    void compare_user(const std::string& nick, const std::vector<std::string>& rooms) {
        const User* user = roster_.find_user(Folded{nick});
        RC_ASSERT(user != nullptr);
        std::vector<std::string> joined;
        for (const RoomId id : user->rooms()) joined.push_back(roster_.find_room(id)->name());
        RC_ASSERT(joined == rooms);
        std::vector<std::string> met;
        for (const User* other : roster_.neighbours(*user)) met.push_back(other->nick());
        RC_ASSERT(met == model_.neighbours(nick));
    }

    Roster roster_{[] {
        Limits limits;
        limits.rooms_per_user_max = rooms_per_user_max;
        limits.rooms_max = rooms_max;
        return limits;
    }()};
    Model model_;
};

/// A nick of a crowd large enough that rooms change from scanned to indexed and back.
std::string nick_of(int number) { return "n" + std::to_string(number); }
std::string room_of(int number) { return "#r" + std::to_string(number); }

RC_GTEST_PROP(RosterModel, any_calls_leave_it_equal_to_the_naive_roster, ()) {
    Pair pair;
    const int steps = *rc::gen::inRange(1, 150);
    for (int i = 0; i < steps; ++i) {
        const int action = *rc::gen::inRange(0, 16);
        const std::string nick = nick_of(*rc::gen::inRange(0, 24));
        const std::string other = nick_of(*rc::gen::inRange(0, 24));
        pair.step(action, nick, other, room_of(*rc::gen::inRange(0, 9)));
    }
}

}  // namespace
}  // namespace brusio::room
