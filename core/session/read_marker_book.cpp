#include "core/session/read_marker_book.h"

#include <utility>

#include "core/base/assert.h"

namespace brusio::session {

MarkerOwner MarkerOwner::of(const room::User& user) {
    const AccountId account = user.profile.account_id;
    return account ? MarkerOwner{account, {}} : MarkerOwner{{}, user.id()};
}

void ReadMarkerBook::restore(const std::vector<ReadMarkerRecord>& markers) {
    BRUSIO_ASSERT(owners_.empty());
    for (const ReadMarkerRecord& marker : markers) {
        owners_[{marker.account, {}}][marker.target] = marker.read_up_to;
    }
}

std::optional<WallTime> ReadMarkerBook::find(const MarkerOwner& owner, const Folded& target) const {
    const auto markers = owners_.find(owner);
    if (markers == owners_.end()) return std::nullopt;
    const auto marker = markers->second.find(target);
    if (marker == markers->second.end()) return std::nullopt;
    return marker->second;
}

bool ReadMarkerBook::advance(const MarkerOwner& owner, const Folded& target, WallTime to) {
    BRUSIO_ASSERT(static_cast<bool>(owner.account) != static_cast<bool>(owner.guest));
    BRUSIO_ASSERT(!target.empty());
    const auto [marker, is_new] = owners_[owner].try_emplace(target, to);
    if (!is_new && marker->second >= to) return false;
    marker->second = to;
    return true;
}

std::vector<Folded> ReadMarkerBook::trim(const MarkerOwner& owner, std::size_t markers_max,
                                         const Folded& but) {
    BRUSIO_ASSERT(markers_max > 0);
    std::vector<Folded> forgotten;
    const auto markers = owners_.find(owner);
    while (markers != owners_.end() && markers->second.size() > markers_max) {
        auto oldest = markers->second.end();
        for (auto at = markers->second.begin(); at != markers->second.end(); ++at) {
            if (at->first == but) continue;
            if (oldest == markers->second.end() || at->second < oldest->second) oldest = at;
        }
        forgotten.push_back(oldest->first);
        markers->second.erase(oldest);
    }
    return forgotten;
}

void ReadMarkerBook::rename(const MarkerOwner& owner, const Folded& from, const Folded& to) {
    const auto markers = owners_.find(owner);
    if (markers == owners_.end()) return;
    auto marker = markers->second.extract(from);
    if (marker.empty()) return;
    marker.key() = to;
    markers->second.erase(to);
    markers->second.insert(std::move(marker));
}

void ReadMarkerBook::check_invariants() const {
    for (const auto& [owner, markers] : owners_) {
        BRUSIO_ASSERT(static_cast<bool>(owner.account) != static_cast<bool>(owner.guest));
        BRUSIO_ASSERT(!markers.empty());
        for (const auto& [target, read_up_to] : markers) BRUSIO_ASSERT(!target.empty());
    }
}

}  // namespace brusio::session
