#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/metadata.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/room/flags.h"

namespace brusio::room {

enum class UserFlag : std::uint8_t {
    invisible,
    server_operator,
    bot,
    wallops,
    server_notices,
    accounts_only,  // takes private messages of those who are logged in
    caller_id,      // takes private messages of those whom it has accepted
};

/// What a user says of itself or the server knows of it. Sessions write it freely: no index of
/// the roster depends on it.
struct Profile {
    std::string username;
    std::string host;
    std::string realname;
    std::string account;        // its name; empty: not logged in
    AccountId account_id;       // none: not logged in
    std::string away;           // empty: here
    std::string operator_name;  // empty: no server operator
    Metadata metadata;          // of a guest; that of an account is with the account
};

/// One person, program or thing that has a nick; several links may speak for it. The roster makes,
/// changes and removes users, because its indices and counts depend on what is private here.
/// The address stays the same until the user is removed.
class User {
 public:
    User(UserId id, std::string nick, Folded key, Now now)
        : signon(now.wall),
          last_active(now.mono),
          id_(id),
          nick_(std::move(nick)),
          key_(std::move(key)) {}
    User(const User&) = delete;
    User& operator=(const User&) = delete;

    [[nodiscard]] UserId id() const { return id_; }
    [[nodiscard]] const std::string& nick() const { return nick_; }
    [[nodiscard]] const Folded& key() const { return key_; }
    [[nodiscard]] bool is(UserFlag flag) const { return flags_.has(flag); }
    [[nodiscard]] FlagSet<UserFlag> flags() const { return flags_; }
    /// In the order in which they were attached.
    [[nodiscard]] const std::vector<LinkId>& links() const { return links_; }
    /// In join order.
    [[nodiscard]] const std::vector<RoomId>& rooms() const { return rooms_; }
    /// Oldest first. Rooms that are gone may still be named: their ids find nothing.
    [[nodiscard]] const std::vector<RoomId>& invitations() const { return invitations_; }

    Profile profile;
    WallTime signon;
    MonoTime last_active;  // when it last said something: for idle times, not for pings

 private:
    friend class Roster;

    UserId id_;
    std::string nick_;
    Folded key_;
    FlagSet<UserFlag> flags_;
    std::vector<LinkId> links_;
    std::vector<RoomId> rooms_;
    std::vector<RoomId> invitations_;
    std::uint64_t visit_ = 0;  // the last walk over neighbours that met this user
};

}  // namespace brusio::room
