#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace brusio::room {

/// Owns things that are named by ids: the slot in the low half of an id finds the thing in one
/// step, the generation in the high half makes sure that an id of something gone finds nothing.
/// Addresses stay until the thing is erased. Walks go in slot order; a freed slot is the next to
/// be used, so the order depends on nothing but the calls.
template <class T, class Id>
class SlotMap {
 public:
    /// Makes a T from its new id and `args`.
    template <class... Args>
    T& emplace(Args&&... args) {
        if (free_.empty()) {
            free_.push_back(static_cast<std::uint32_t>(slots_.size()));
            slots_.emplace_back();
        }
        const std::uint32_t number = free_.back();
        Slot& slot = slots_[number];
        BRUSIO_ASSERT(slot.thing == nullptr);
        const Id id{(static_cast<std::uint64_t>(++slot.generation) << 32) | number};
        slot.thing = std::make_unique<T>(id, std::forward<Args>(args)...);
        free_.pop_back();
        return *slot.thing;
    }

    /// Null if the id's thing is gone or never was.
    [[nodiscard]] T* find(Id id) const {
        const auto number = static_cast<std::uint32_t>(id.value);
        if (number >= slots_.size()) return nullptr;
        const Slot& slot = slots_[number];
        return slot.generation == static_cast<std::uint32_t>(id.value >> 32) ? slot.thing.get()
                                                                             : nullptr;
    }

    /// `id` must find something.
    void erase(Id id) {
        BRUSIO_ASSERT(find(id) != nullptr);
        const auto number = static_cast<std::uint32_t>(id.value);
        slots_[number].thing.reset();
        free_.push_back(number);
    }

    [[nodiscard]] std::size_t size() const { return slots_.size() - free_.size(); }

    /// Calls `visit(T&)` for each thing in slot order. `visit` must not make or erase any.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (const Slot& slot : slots_) {
            if (slot.thing != nullptr) visit(*slot.thing);
        }
    }

    /// Calls `visit(T&)` for each thing from slot `first` on, for as long as it answers true; gives
    /// the slot of the one that was not, or `walk_end`. `visit` must not make or erase any.
    static constexpr std::size_t walk_end = SIZE_MAX;
    template <class Visit>
    [[nodiscard]] std::size_t walk_from(std::size_t first, Visit&& visit) const {
        for (std::size_t number = first; number < slots_.size(); ++number) {
            const Slot& slot = slots_[number];
            if (slot.thing != nullptr && !visit(*slot.thing)) return number;
        }
        return walk_end;
    }

 private:
    struct Slot {
        std::unique_ptr<T> thing;
        std::uint32_t generation = 0;
    };

    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
};

}  // namespace brusio::room
