#include "sim/audit/digest_map.h"

#include <utility>

namespace brusio::sim {

std::size_t DigestMap::place_of(std::uint64_t digest) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = static_cast<std::size_t>(digest) & mask;
    while (slots_[place].used && slots_[place].digest != digest) place = (place + 1) & mask;
    return place;
}

std::optional<std::uint64_t> DigestMap::find(std::uint64_t digest) const {
    const Slot& slot = slots_[place_of(digest)];
    if (!slot.used) return std::nullopt;
    return slot.value;
}

void DigestMap::set(std::uint64_t digest, std::uint64_t value) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place_of(digest)];
    if (!slot.used) ++used_;
    slot = Slot{digest, value, true};
}

void DigestMap::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old) {
        if (slot.used) slots_[place_of(slot.digest)] = slot;
    }
}

}  // namespace brusio::sim
