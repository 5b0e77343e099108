#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/base/time.h"
#include "core/ports/records.h"

namespace brusio::session {

/// How far each account has read its conversations (IRCv3 read-marker). Targets are keys of
/// conversations (read_marker_view.h), so that a marker outlives a change of names.
class ReadMarkerBook {
 public:
    void restore(const std::vector<ReadMarkerRecord>& markers);
    /// None if nothing is known.
    [[nodiscard]] std::optional<WallTime> find(AccountId account, const Folded& target) const;
    /// Moves the marker on; false if it is there already or further.
    bool advance(AccountId account, const Folded& target, WallTime to);
    /// Forgets the markers that are furthest back, but never `but`, until `markers_max` are left.
    /// What was forgotten comes back.
    std::vector<Folded> trim(AccountId account, std::size_t markers_max, const Folded& but);
    /// The account is gone.
    void forget(AccountId account) { accounts_.erase(account); }

    void check_invariants() const;

 private:
    using Markers = std::map<Folded, WallTime>;
    std::map<AccountId, Markers> accounts_;
};

}  // namespace brusio::session
