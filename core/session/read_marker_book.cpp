#include "core/session/read_marker_book.h"

#include "core/base/assert.h"

namespace brusio::session {

void ReadMarkerBook::restore(const std::vector<ReadMarkerRecord>& markers) {
    BRUSIO_ASSERT(accounts_.empty());
    for (const ReadMarkerRecord& marker : markers) {
        accounts_[marker.account][marker.target] = marker.read_up_to;
    }
}

std::optional<WallTime> ReadMarkerBook::find(AccountId account, const Folded& target) const {
    const auto markers = accounts_.find(account);
    if (markers == accounts_.end()) return std::nullopt;
    const auto marker = markers->second.find(target);
    if (marker == markers->second.end()) return std::nullopt;
    return marker->second;
}

bool ReadMarkerBook::advance(AccountId account, const Folded& target, WallTime to) {
    BRUSIO_ASSERT(account && !target.empty());
    const auto [marker, is_new] = accounts_[account].try_emplace(target, to);
    if (!is_new && marker->second >= to) return false;
    marker->second = to;
    return true;
}

std::vector<Folded> ReadMarkerBook::trim(AccountId account, std::size_t markers_max,
                                         const Folded& but) {
    BRUSIO_ASSERT(markers_max > 0);
    std::vector<Folded> forgotten;
    const auto markers = accounts_.find(account);
    while (markers != accounts_.end() && markers->second.size() > markers_max) {
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

void ReadMarkerBook::check_invariants() const {
    for (const auto& [account, markers] : accounts_) {
        BRUSIO_ASSERT(account && !markers.empty());
        for (const auto& [target, read_up_to] : markers) BRUSIO_ASSERT(!target.empty());
    }
}

}  // namespace brusio::session
