#include "core/room/monitor.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"

namespace brusio::room {
namespace {

auto find_key(auto& interests, const Folded& key) {
    return std::find_if(interests.begin(), interests.end(),
                        [&](const Interest& interest) { return interest.key == key; });
}

}  // namespace

MonitorChange Monitor::add(LinkId link, std::string name, Folded key) {
    BRUSIO_ASSERT(link && !key.empty());
    const std::span<const Interest> known = interests(link);
    if (find_key(known, key) != known.end()) return MonitorChange::already_there;
    if (known.size() >= entries_max_) return MonitorChange::full;
    std::vector<LinkId>& watching = watchers_[key];
    const auto place = static_cast<std::uint32_t>(watching.size());
    watching.push_back(link);
    interests_[link].push_back(Interest{std::move(name), std::move(key), place});
    return MonitorChange::added;
}

bool Monitor::remove(LinkId link, const Folded& key) {
    const auto mine = interests_.find(link);
    if (mine == interests_.end()) return false;
    const auto found = find_key(mine->second, key);
    if (found == mine->second.end()) return false;
    leave_watchers(link, *found);
    mine->second.erase(found);
    if (mine->second.empty()) interests_.erase(mine);
    return true;
}

void Monitor::clear(LinkId link) {
    const auto mine = interests_.find(link);
    if (mine == interests_.end()) return;
    for (const Interest& interest : mine->second) leave_watchers(link, interest);
    interests_.erase(mine);
    BRUSIO_ASSERT(interests(link).empty());
}

void Monitor::leave_watchers(LinkId link, const Interest& interest) {
    const auto found = watchers_.find(interest.key);
    BRUSIO_ASSERT(found != watchers_.end());
    std::vector<LinkId>& watching = found->second;
    const std::uint32_t place = interest.watcher_place;
    BRUSIO_ASSERT(place < watching.size() && watching[place] == link);
    const LinkId last = watching.back();
    watching.pop_back();
    if (last != link) {
        watching[place] = last;
        Interests& theirs = interests_.find(last)->second;
        find_key(theirs, interest.key)->watcher_place = place;
    }
    if (watching.empty()) watchers_.erase(found);
}

std::span<const Interest> Monitor::interests(LinkId link) const {
    const auto mine = interests_.find(link);
    if (mine == interests_.end()) return {};
    return mine->second;
}

std::span<const LinkId> Monitor::watchers(const Folded& key) const {
    const auto found = watchers_.find(key);
    if (found == watchers_.end()) return {};
    return found->second;
}

void Monitor::check_invariants(LinkId link) const {
    for (const Interest& interest : interests(link)) {
        const std::span<const LinkId> watching = watchers(interest.key);
        BRUSIO_ASSERT(interest.watcher_place < watching.size());
        BRUSIO_ASSERT(watching[interest.watcher_place] == link);
        BRUSIO_ASSERT(std::count(watching.begin(), watching.end(), link) == 1);
    }
}

}  // namespace brusio::room
