#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/ports/records.h"
#include "core/room/user.h"

namespace brusio::session {

/// Whose a marker is: an account's, for which it is kept, or a guest's as long as that is here.
struct MarkerOwner {
    AccountId account;
    UserId guest;  // without an account

    [[nodiscard]] static MarkerOwner of(const room::User& user);
    auto operator<=>(const MarkerOwner&) const = default;
};

/// How far people have read their conversations (IRCv3 read-marker). Targets are keys of
/// conversations (read_marker_view.h), so that a marker outlives a change of names.
class ReadMarkerBook {
 public:
    void restore(const std::vector<ReadMarkerRecord>& markers);
    /// None if nothing is known.
    [[nodiscard]] std::optional<WallTime> find(const MarkerOwner& owner,
                                               const Folded& target) const;
    /// Moves the marker on; false if it is there already or further.
    bool advance(const MarkerOwner& owner, const Folded& target, WallTime to);
    /// Forgets the markers that are furthest back, but never `but`, until `markers_max` are left.
    /// What was forgotten comes back.
    std::vector<Folded> trim(const MarkerOwner& owner, std::size_t markers_max, const Folded& but);
    /// What was marked has another target.
    void rename(const MarkerOwner& owner, const Folded& from, const Folded& to);
    /// The account, or the guest, is gone.
    void forget(const MarkerOwner& owner) { owners_.erase(owner); }

    void check_invariants() const;

 private:
    using Markers = std::map<Folded, WallTime>;
    std::map<MarkerOwner, Markers> owners_;
};

}  // namespace brusio::session
