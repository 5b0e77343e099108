#include "core/session/hash_queue.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

namespace {

std::string name_of(const PendingWork& pending) {
    if (!pending.login) return {};  // it makes something new; no name has such a key
    return std::to_string(static_cast<int>(pending.login->kind)) + pending.login->name.text;
}

std::size_t side_of(const PendingWork& pending) {
    return pending.login && pending.login->known ? 0 : 1;
}

}  // namespace

HashQueue::Place HashQueue::place_of(const WaitingWork& work) {
    return {side_of(work.pending), work.pending.address,
            NameKey{work.has_failed, name_of(work.pending)}, work.pending.link, work.since};
}

void HashQueue::add(WaitingWork work) {
    const HashJobId job = work.pending.job;
    BRUSIO_ASSERT(places_.empty() || places_.rbegin()->first < job);
    const Place& place = places_[job] = place_of(work);
    Lane& lane = sides_[place.side].lanes[place.address];
    lane.names[place.name].push_back(std::move(work));
    ++lane.count;
}

std::optional<HashJobId> HashQueue::next_in(const Lane& lane, const Predicate& may_start) const {
    for (const bool has_failed : {false, true}) {
        const auto begin = lane.names.lower_bound({has_failed, std::string{}});
        const auto end =
            has_failed ? lane.names.end() : lane.names.lower_bound({true, std::string{}});
        const auto after = lane.names.upper_bound({has_failed, lane.last[has_failed ? 1 : 0]});
        for (const auto& [from, to] : {std::pair{after, end}, std::pair{begin, after}}) {
            const auto found = std::find_if(
                from, to, [&](const auto& entry) { return may_start(entry.second.front()); });
            if (found != to) return found->second.front().pending.job;
        }
    }
    return std::nullopt;
}

std::optional<HashJobId> HashQueue::next_on(const Side& side, const Predicate& may_start) const {
    const auto after = side.lanes.upper_bound(side.last);
    for (const auto& [from, to] :
         {std::pair{after, side.lanes.end()}, std::pair{side.lanes.begin(), after}}) {
        for (auto lane = from; lane != to; ++lane) {
            if (const auto job = next_in(lane->second, may_start)) return job;
        }
    }
    return std::nullopt;
}

std::optional<WaitingWork> HashQueue::take_next(const Predicate& may_start) {
    for (std::size_t i = 0; i < sides_.size(); ++i) {
        const std::size_t side = (turn_ + i) % sides_.size();
        const auto job = next_on(sides_[side], may_start);
        if (!job) continue;
        const Place place = places_.at(*job);
        turn_ = (side + 1) % sides_.size();
        sides_[side].last = place.address;
        sides_[side].lanes.at(place.address).last[place.name.first ? 1 : 0] = place.name.second;
        return take(*job);
    }
    return std::nullopt;
}

WaitingWork HashQueue::take(HashJobId job) {
    const auto at = places_.find(job);
    BRUSIO_ASSERT(at != places_.end());
    Lanes& lanes = sides_[at->second.side].lanes;
    const auto lane = lanes.find(at->second.address);
    Names& names = lane->second.names;
    const auto name = names.find(at->second.name);
    std::deque<WaitingWork>& works = name->second;
    const auto found = std::find_if(works.begin(), works.end(), [&](const WaitingWork& work) {
        return work.pending.job == job;
    });
    BRUSIO_ASSERT(found != works.end());
    WaitingWork work = std::move(*found);
    works.erase(found);
    if (works.empty()) names.erase(name);
    if (--lane->second.count == 0) lanes.erase(lane);
    places_.erase(at);
    return work;
}

std::vector<WaitingWork> HashQueue::take_all(const Predicate& fits) {
    std::vector<HashJobId> jobs;
    for (const Side& side : sides_) {
        for (const auto& [address, lane] : side.lanes) {
            for (const auto& [name, works] : lane.names) {
                for (const WaitingWork& work : works) {
                    if (fits(work)) jobs.push_back(work.pending.job);
                }
            }
        }
    }
    std::sort(jobs.begin(), jobs.end());
    std::vector<WaitingWork> taken;
    taken.reserve(jobs.size());
    for (const HashJobId job : jobs) taken.push_back(take(job));
    return taken;
}

WaitingWork HashQueue::take_excess() {
    BRUSIO_ASSERT(!places_.empty());
    const Lane* longest = nullptr;
    for (const Side& side : sides_) {
        for (const auto& [address, lane] : side.lanes) {
            if (longest == nullptr || lane.count > longest->count) longest = &lane;
        }
    }
    const auto weight = [](const auto& entry) {
        return std::pair{entry.second.size(), entry.second.back().pending.job};
    };
    const auto most =
        std::max_element(longest->names.begin(), longest->names.end(),
                         [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    return take(most->second.back().pending.job);
}

void HashQueue::remove(LinkId link) {
    const auto found = std::find_if(places_.begin(), places_.end(),
                                    [&](const auto& entry) { return entry.second.link == link; });
    if (found != places_.end()) static_cast<void>(take(found->first));
}

std::size_t HashQueue::count_alike(const LoginTry& login) const {
    PendingWork pending;
    pending.login = login;
    const Lanes& lanes = sides_[side_of(pending)].lanes;
    const auto lane = lanes.find(login.address);
    if (lane == lanes.end()) return 0;
    std::size_t count = 0;
    for (const bool has_failed : {false, true}) {
        const auto name = lane->second.names.find({has_failed, name_of(pending)});
        if (name != lane->second.names.end()) count += name->second.size();
    }
    return count;
}

std::optional<MonoTime> HashQueue::oldest() const {
    if (places_.empty()) return std::nullopt;
    return places_.begin()->second.since;
}

void HashQueue::check_invariants() const {
    std::size_t total = 0;
    for (const Side& side : sides_) {
        for (const auto& [address, lane] : side.lanes) {
            std::size_t count = 0;
            for (const auto& [name, works] : lane.names) {
                BRUSIO_ASSERT(!works.empty());
                count += works.size();
            }
            BRUSIO_ASSERT(count == lane.count && count > 0);
            total += count;
        }
    }
    BRUSIO_ASSERT(total == places_.size());
}

}  // namespace brusio::session
