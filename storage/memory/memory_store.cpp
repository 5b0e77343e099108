#include "storage/memory/memory_store.h"

#include <algorithm>
#include <iterator>

#include "core/base/assert.h"

namespace brusio {

MemoryStore::MemoryStore(Options options) : options_(options) {
    BRUSIO_ASSERT(options_.recent_messages_per_room_max > 0);
    BRUSIO_ASSERT(options_.messages_max > 0);
}

void MemoryStore::submit(BatchId batch, std::span<const Write> writes) {
    BRUSIO_ASSERT(!writes.empty());
    BRUSIO_ASSERT(ended_.empty() || ended_.back().batch < batch);
    for (const Write& write : writes) {
        std::visit([this](const AppendMessage& message) { append(message); }, write);
    }
    ended_.push_back({batch, CommitResult::durable});
}

void MemoryStore::collect(std::vector<Commit>& ended) {
    ended.insert(ended.end(), ended_.begin(), ended_.end());
    ended_.clear();
}

std::vector<MessageRecord> MemoryStore::recent(const Folded& room, std::size_t count_max) const {
    const auto found = rooms_.find(room);
    if (found == rooms_.end()) return {};
    const std::deque<MessageRecord>& messages = found->second.messages;
    const std::size_t count = std::min(count_max, messages.size());
    return {std::prev(messages.end(), static_cast<std::ptrdiff_t>(count)), messages.end()};
}

void MemoryStore::append(const AppendMessage& write) {
    RoomLog& log = log_of(write.room);
    if (log.messages.size() == options_.recent_messages_per_room_max) {
        log.messages.pop_front();
        --messages_kept_;
    }
    log.messages.push_back(write.message);
    ++messages_kept_;
    if (messages_kept_ > options_.messages_max) forget_oldest_room();
}

MemoryStore::RoomLog& MemoryStore::log_of(const Folded& room) {
    const auto [found, is_new] = rooms_.try_emplace(room);
    RoomLog& log = found->second;
    if (is_new) {
        log.place = by_age_.insert(by_age_.end(), room);
    } else {
        by_age_.splice(by_age_.end(), by_age_, log.place);
    }
    return log;
}

void MemoryStore::forget_oldest_room() {
    const auto oldest = rooms_.find(by_age_.front());
    BRUSIO_ASSERT(oldest != rooms_.end());
    if (rooms_.size() == 1) {  // the room being written: it loses its oldest message only
        oldest->second.messages.pop_front();
        --messages_kept_;
        return;
    }
    messages_kept_ -= oldest->second.messages.size();
    by_age_.pop_front();
    rooms_.erase(oldest);
}

}  // namespace brusio
