#include "core/session/accounts/try_window.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::session {

void TryWindow::drop(std::deque<Try>::iterator at) {
    const auto count = counts_.find(at->key);
    BRUSIO_ASSERT(count != counts_.end() && count->second > 0);
    if (--count->second == 0) counts_.erase(count);
    tries_.erase(at);
}

std::uint32_t TryWindow::count(std::string_view key, MonoTime now, Duration window) {
    while (!tries_.empty() && now - tries_.front().when >= window) drop(tries_.begin());
    const auto found = counts_.find(key);
    return found == counts_.end() ? 0 : found->second;
}

void TryWindow::note(std::string_view key, MonoTime now) {
    BRUSIO_ASSERT(tries_.empty() || tries_.back().when <= now);
    if (tries_.size() >= tries_max) drop(tries_.begin());
    tries_.push_back({now, std::string{key}});
    ++counts_[std::string{key}];
}

void TryWindow::forgive(std::string_view key) {
    const auto newest = std::find_if(tries_.rbegin(), tries_.rend(),
                                     [&](const Try& one) { return one.key == key; });
    if (newest != tries_.rend()) drop(std::next(newest).base());
}

void TryWindow::check_invariants() const {
    std::size_t total = 0;
    for (const auto& [key, count] : counts_) {
        BRUSIO_ASSERT(count > 0);
        total += count;
    }
    BRUSIO_ASSERT(total == tries_.size() && total <= tries_max);
}

}  // namespace brusio::session
