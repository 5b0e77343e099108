#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace brusio::sim {

/// A first-in first-out row: the first item lies in the object itself, which is all that most rows
/// ever hold, the others in one block of memory that is used again once the row runs empty.
template <class T>
class Fifo {
 public:
    [[nodiscard]] bool empty() const { return !has_first_ && head_ == items_.size(); }
    [[nodiscard]] std::size_t size() const { return (has_first_ ? 1 : 0) + items_.size() - head_; }
    void push(T item) {
        if (empty()) {
            first_ = std::move(item);
            has_first_ = true;
            return;
        }
        if (head_ > reclaim_at && head_ * 2 > items_.size()) reclaim();
        items_.push_back(std::move(item));
    }
    [[nodiscard]] T& front() {
        BRUSIO_ASSERT(!empty());
        return has_first_ ? first_ : items_[head_];
    }
    [[nodiscard]] T& back() {
        BRUSIO_ASSERT(!empty());
        return head_ == items_.size() ? first_ : items_.back();
    }
    T pop() {
        T item = std::move(front());
        if (has_first_) {
            has_first_ = false;
        } else if (++head_ == items_.size()) {
            clear();
        }
        return item;
    }
    void clear() {
        first_ = T{};
        has_first_ = false;
        items_.clear();
        head_ = 0;
    }

 private:
    static constexpr std::size_t reclaim_at = 64;

    void reclaim() {
        items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(head_));
        head_ = 0;
    }

    T first_{};
    bool has_first_ = false;
    std::vector<T> items_;
    std::size_t head_ = 0;
};

}  // namespace brusio::sim
