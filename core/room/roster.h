#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/base/limits.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/room/room.h"
#include "core/room/slot_map.h"
#include "core/room/user.h"

namespace brusio::room {

enum class JoinRefusal : std::uint8_t { already_member, user_has_too_many, server_has_too_many };

/// What becomes of a room when a member leaves.
enum class RoomFate : std::uint8_t { stays, gone };

struct Joined {
    Room* room = nullptr;
    bool created = false;
};

struct Counts {
    std::size_t users = 0;
    std::size_t users_max_seen = 0;
    std::size_t invisible = 0;
    std::size_t operators = 0;
    std::size_t rooms = 0;
    std::size_t links = 0;  // attached to users
};

/// Owns every user and every room and keeps both sides of each membership in step. One thread.
/// References and pointers to users and rooms hold until that user is removed or that room is
/// gone; ids may be kept for ever, they find nothing afterwards.
class Roster {
 public:
    explicit Roster(const Limits& limits) : limits_(limits) {}

    /// For a configuration that was read again. What exists already stays.
    void set_limits(const Limits& limits) { limits_ = limits; }

    /// `key`, the folded nick, must be free: ask find_user first.
    User& add_user(std::string nick, Folded key, Now now);
    /// `key` must be free or the user's own.
    void rename(User& user, std::string nick, Folded key);
    /// Parts the user from every room and forgets it; rooms may go with it.
    void remove_user(User& user);

    /// The link speaks for the user from now on; it must not be attached to it yet.
    void attach(User& user, LinkId link);
    /// The link must be attached. A user without links stays until it is removed.
    void detach(User& user, LinkId link);
    /// True if this changed something.
    bool set_flag(User& user, UserFlag flag, Turn turn);
    /// Call when capabilities of a link changed: every room of the user gets another version.
    void touch(const User& user);

    [[nodiscard]] User* find_user(const Folded& key) const { return find_user(key.text); }
    [[nodiscard]] User* find_user(std::string_view folded_nick) const;
    [[nodiscard]] User* find_user(UserId id) const { return users_.find(id); }
    [[nodiscard]] Room* find_room(const Folded& key) const { return find_room(key.text); }
    [[nodiscard]] Room* find_room(std::string_view folded_name) const;
    [[nodiscard]] Room* find_room(RoomId id) const { return rooms_.find(id); }
    /// The user behind a member of any room; it always exists.
    [[nodiscard]] User& user_of(const Member& member) const;

    /// Joins, making the room if there is none of that key. Whoever makes it is its first room
    /// operator, and so is the first to come into an empty room without a founder; others get what
    /// the room grants their account. Uses up the user's invitation. Whether the user may is asked
    /// before (may_join).
    Result<Joined, JoinRefusal> join(User& user, std::string_view name, const Folded& key,
                                     WallTime now);
    /// The user must be a member. `room` dangles if it is `gone`.
    RoomFate part(User& user, Room& room);
    /// What would become of the room if the user parted, who must be a member.
    [[nodiscard]] RoomFate fate_without(const User& user, const Room& room) const;
    /// Makes a room as it was before the server's start, with nobody in it. `key` must be free.
    Room& restore_room(std::string name, Folded key, WallTime created);
    /// Makes the user a member without any rule, as one who was it before the server's start.
    void enter(User& user, Room& room, RankSet ranks, std::uint64_t seq_first);
    /// `key` must be free or the room's own. Everything else of the room stays as it is.
    void rename(Room& room, std::string name, Folded key, MonoTime now);
    /// Forgets a room without members. Later, ids find nothing.
    void drop_room(Room& room);

    /// Remembers that the user may come in (see invitation_opens); each user keeps the newest
    /// `Limits::rooms_per_user_max`.
    void invite(User& user, const Room& room);
    [[nodiscard]] bool is_invited(const User& user, const Room& room) const;

    /// All other users who share a room with this one, each once; rooms in join order, then
    /// members in room order. Valid until the next call.
    [[nodiscard]] std::span<User* const> neighbours(const User& user);
    [[nodiscard]] bool share_a_room(const User& a, const User& b) const;

    /// In an order that depends on nothing but the calls made so far; no adding, removing, joining
    /// or parting meanwhile.
    template <class Visit>
    void for_each_user(Visit&& visit) const {
        users_.for_each(std::forward<Visit>(visit));
    }
    template <class Visit>
    void for_each_room(Visit&& visit) const {
        rooms_.for_each(std::forward<Visit>(visit));
    }

    /// The same in stretches: from place `first` on, for as long as `visit` answers true; gives the
    /// place at which to go on, which holds while others come and go, or `walk_end`.
    static constexpr std::size_t walk_end = SlotMap<User, UserId>::walk_end;
    template <class Visit>
    [[nodiscard]] std::size_t walk_users(std::size_t first, Visit&& visit) const {
        return users_.walk_from(first, std::forward<Visit>(visit));
    }
    template <class Visit>
    [[nodiscard]] std::size_t walk_rooms(std::size_t first, Visit&& visit) const {
        return rooms_.walk_from(first, std::forward<Visit>(visit));
    }

    [[nodiscard]] Counts counts() const;

    /// Asserts that users, rooms, indices and counts agree, and that no room is empty that ends so.
    /// O(users + rooms + memberships).
    void check_invariants() const;

 private:
    Room& make_room(std::string name, Folded key, WallTime created);
    void check_user(const User& user) const;
    void check_room(const Room& room) const;

    Limits limits_;
    SlotMap<User, UserId> users_;
    SlotMap<Room, RoomId> rooms_;
    // Keys are views of the things' own keys. For look-ups only: nobody walks over them.
    std::unordered_map<std::string_view, User*> users_by_nick_;
    std::unordered_map<std::string_view, Room*> rooms_by_name_;
    std::size_t users_max_seen_ = 0;
    std::size_t invisible_ = 0;
    std::size_t operators_ = 0;
    std::size_t links_ = 0;
    std::uint64_t visit_ = 0;
    std::vector<User*> met_;
};

}  // namespace brusio::room
