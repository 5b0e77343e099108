#include "sim/time/event_queue.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::sim {

namespace {

constexpr std::size_t arity = 4;
constexpr std::int64_t wall_start_unix_ms = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

bool earlier(const Event& a, const Event& b) {
    return a.at < b.at || (a.at == b.at && a.seq < b.seq);
}

}  // namespace

void EventQueue::schedule(MonoTime at, EventKind kind, std::uint32_t subject,
                          std::uint64_t detail) {
    BRUSIO_ASSERT(at >= now_);
    const Event event{at, next_seq_++, detail, subject, kind};
    std::size_t hole = heap_.size();
    heap_.push_back(event);
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / arity;
        if (!earlier(event, heap_[parent])) break;
        heap_[hole] = heap_[parent];
        hole = parent;
    }
    heap_[hole] = event;
}

Event EventQueue::pop() {
    BRUSIO_ASSERT(!heap_.empty());
    const Event first = heap_.front();
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sift_down(last);
    now_ = first.at;
    return first;
}

void EventQueue::sift_down(Event event) {
    const std::size_t count = heap_.size();
    std::size_t hole = 0;
    for (;;) {
        const std::size_t first_child = hole * arity + 1;
        if (first_child >= count) break;
        const std::size_t end = std::min(first_child + arity, count);
        std::size_t least = first_child;
        for (std::size_t child = first_child + 1; child < end; ++child) {
            if (earlier(heap_[child], heap_[least])) least = child;
        }
        if (!earlier(heap_[least], event)) break;
        heap_[hole] = heap_[least];
        hole = least;
    }
    heap_[hole] = event;
}

void EventQueue::advance_to(MonoTime at) {
    BRUSIO_ASSERT(at >= now_);
    BRUSIO_ASSERT(heap_.empty() || heap_.front().at >= at);
    now_ = at;
}

Now EventQueue::now() const {
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now_.since_origin);
    return Now{now_, WallTime{wall_start_unix_ms + passed.count()}};
}

}  // namespace brusio::sim
