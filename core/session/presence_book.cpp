#include "core/session/presence_book.h"

#include "core/base/assert.h"

namespace brusio::session {

void PresenceBook::restore(const std::vector<PresenceRecord>& presences) {
    BRUSIO_ASSERT(presences_.empty());
    for (const PresenceRecord& presence : presences) presences_[presence.account] = presence;
}

const PresenceRecord* PresenceBook::find(AccountId account) const {
    const auto found = presences_.find(account);
    return found == presences_.end() ? nullptr : &found->second;
}

bool PresenceBook::put(const PresenceRecord& presence) {
    BRUSIO_ASSERT(presence.account);
    const auto [place, is_new] = presences_.try_emplace(presence.account, presence);
    if (!is_new && place->second == presence) return false;
    place->second = presence;
    unsaved_.insert(presence.account);
    return true;
}

std::vector<PresenceRecord> PresenceBook::take_unsaved() {
    std::vector<PresenceRecord> unsaved;
    for (const AccountId account : unsaved_) unsaved.push_back(presences_.at(account));
    unsaved_.clear();
    return unsaved;
}

void PresenceBook::forget(AccountId account) {
    presences_.erase(account);
    unsaved_.erase(account);
}

void PresenceBook::check_invariants() const {
    for (const auto& [account, presence] : presences_) {
        BRUSIO_ASSERT(account && presence.account == account);
    }
    for (const AccountId account : unsaved_) BRUSIO_ASSERT(presences_.contains(account));
}

}  // namespace brusio::session
