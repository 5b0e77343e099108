#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"

namespace brusio::client {

enum class Presence { here, away };

/// A user in a room, as far as the server told.
struct Member {
    std::string nick;
    std::string ranks;     ///< prefix signs, highest first: "@+"; "" for none
    std::string mask;      ///< "user@host", "" if not told
    std::string account;   ///< "" if not logged in or not told
    std::string realname;  ///< "" if not told
    Presence presence = Presence::here;
};

/// The members of one room by folded nick.
class MemberList {
 public:
    [[nodiscard]] std::size_t size() const { return members_.size(); }
    [[nodiscard]] const Member* find(const Folded& nick) const;
    /// In the order of the folded nicks.
    [[nodiscard]] const std::map<Folded, Member>& by_nick() const { return members_; }
    /// Highest rank first (in the order of `rank_signs`, for example "~&@%+"), then by nick. The
    /// pointers live until the list changes.
    [[nodiscard]] std::vector<const Member*> by_rank(std::string_view rank_signs) const;

    // The brain's part.
    [[nodiscard]] Member* find(const Folded& nick);
    Member& add(const Folded& nick, Member member);
    /// False if there was none.
    bool remove(const Folded& nick);
    void rename(const Folded& from, const Folded& to, std::string nick);
    void clear() { members_.clear(); }

 private:
    std::map<Folded, Member> members_;
};

}  // namespace brusio::client
