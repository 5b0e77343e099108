#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace brusio::sim {

/// A first-in first-out row in one block of memory that is used again once the row runs empty.
template <class T>
class Fifo {
 public:
    [[nodiscard]] bool empty() const { return head_ == items_.size(); }
    [[nodiscard]] std::size_t size() const { return items_.size() - head_; }
    void push(T item) {
        if (head_ > reclaim_at && head_ * 2 > items_.size()) reclaim();
        items_.push_back(std::move(item));
    }
    [[nodiscard]] T& front() {
        BRUSIO_ASSERT(!empty());
        return items_[head_];
    }
    [[nodiscard]] T& back() {
        BRUSIO_ASSERT(!empty());
        return items_.back();
    }
    T pop() {
        T item = std::move(front());
        if (++head_ == items_.size()) clear();
        return item;
    }
    void clear() {
        items_.clear();
        head_ = 0;
    }

 private:
    static constexpr std::size_t reclaim_at = 64;

    void reclaim() {
        items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(head_));
        head_ = 0;
    }

    std::vector<T> items_;
    std::size_t head_ = 0;
};

}  // namespace brusio::sim
