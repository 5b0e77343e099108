#include "core/engine/deadline_queue.h"

#include "core/base/assert.h"

namespace brusio::engine {

std::uint32_t DeadlineQueue::place_of(LinkId link) const {
    if (link.slot() >= place_by_slot_.size()) return none;
    const std::uint32_t place = place_by_slot_[link.slot()];
    return place != none && heap_[place].link == link ? place : none;
}

void DeadlineQueue::put(std::size_t place, Entry entry) {
    heap_[place] = entry;
    place_by_slot_[entry.link.slot()] = static_cast<std::uint32_t>(place);
}

void DeadlineQueue::rise(std::size_t place) {
    const Entry entry = heap_[place];
    while (place > 0) {
        const std::size_t parent = (place - 1) / 2;
        if (heap_[parent] < entry) break;
        put(place, heap_[parent]);
        place = parent;
    }
    put(place, entry);
}

void DeadlineQueue::sink(std::size_t place) {
    const Entry entry = heap_[place];
    for (;;) {
        std::size_t child = 2 * place + 1;
        if (child >= heap_.size()) break;
        if (child + 1 < heap_.size() && heap_[child + 1] < heap_[child]) ++child;
        if (entry < heap_[child]) break;
        put(place, heap_[child]);
        place = child;
    }
    put(place, entry);
}

void DeadlineQueue::set(LinkId link, MonoTime due) {
    BRUSIO_ASSERT(link);
    if (link.slot() >= place_by_slot_.size()) place_by_slot_.resize(link.slot() + 1, none);
    std::uint32_t place = place_of(link);
    if (place == none) {
        place = static_cast<std::uint32_t>(heap_.size());
        heap_.push_back({due, link});
        put(place, {due, link});
    } else {
        heap_[place].due = due;
    }
    rise(place);
    sink(place_of(link));
}

void DeadlineQueue::set_if_earlier(LinkId link, MonoTime due) {
    const std::uint32_t place = place_of(link);
    if (place == none || due < heap_[place].due) set(link, due);
}

void DeadlineQueue::remove(LinkId link) {
    const std::uint32_t place = place_of(link);
    if (place == none) return;
    place_by_slot_[link.slot()] = none;
    const Entry last = heap_.back();
    heap_.pop_back();
    if (place == heap_.size()) return;
    put(place, last);
    rise(place);
    sink(place_of(last.link));
}

LinkId DeadlineQueue::first_link() const {
    BRUSIO_ASSERT(!heap_.empty());
    return heap_.front().link;
}

MonoTime DeadlineQueue::first_due() const {
    BRUSIO_ASSERT(!heap_.empty());
    return heap_.front().due;
}

void DeadlineQueue::check_invariants() const {
    for (std::size_t place = 0; place < heap_.size(); ++place) {
        BRUSIO_ASSERT(place == 0 || heap_[(place - 1) / 2] < heap_[place]);
        BRUSIO_ASSERT(place_by_slot_[heap_[place].link.slot()] == place);
    }
}

}  // namespace brusio::engine
