#include "core/session/accounts/try_window.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

void TryWindow::drop(std::deque<Try>::iterator at) {
    const auto count = counts_.find(at->key);
    BRUSIO_ASSERT(count != counts_.end() && count->second.count > 0);
    if (--count->second.count == 0) counts_.erase(count);
    tries_.erase(at);
}

void TryWindow::drop_old(MonoTime now, Duration window) {
    while (!tries_.empty() && now - tries_.front().when >= window) drop(tries_.begin());
}

TryWindow::Count TryWindow::tries_of(std::string_view key, MonoTime now, Duration window) {
    drop_old(now, window);
    const auto found = counts_.find(key);
    return found == counts_.end() ? Count{} : found->second;
}

TryWindow::Count TryWindow::keys_under(std::string_view prefix, MonoTime now, Duration window) {
    drop_old(now, window);
    Count keys;
    for (auto at = counts_.lower_bound(prefix);
         at != counts_.end() && at->first.starts_with(prefix); ++at) {
        ++keys.count;
        keys.newest = std::max(keys.newest, at->second.newest);
    }
    return keys;
}

void TryWindow::note(std::string_view key, MonoTime now) {
    BRUSIO_ASSERT(tries_.empty() || tries_.back().when <= now);
    if (tries_.size() >= tries_max) drop(tries_.begin());
    tries_.push_back({now, std::string{key}});
    Count& count = counts_[std::string{key}];
    ++count.count;
    count.newest = now;
}

void TryWindow::forgive(std::string_view key) {
    const auto newest = std::find_if(tries_.rbegin(), tries_.rend(),
                                     [&](const Try& one) { return one.key == key; });
    if (newest != tries_.rend()) drop(std::next(newest).base());
}

void TryWindow::check_invariants() const {
    std::size_t total = 0;
    for (const auto& [key, count] : counts_) {
        BRUSIO_ASSERT(count.count > 0);
        total += count.count;
    }
    BRUSIO_ASSERT(total == tries_.size() && total <= tries_max);
}

}  // namespace brusio::session
