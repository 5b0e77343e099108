#include "core/room/member_index.h"

#include "core/base/assert.h"
#include "core/base/keyed_random.h"

namespace brusio::room {
namespace {

constexpr std::size_t scan_members_max = 8;
constexpr std::size_t slots_min = 32;

}  // namespace

std::size_t MemberIndex::home(UserId user) const {
    BRUSIO_ASSERT(!slots_.empty());
    return static_cast<std::size_t>(mix64(user.value)) & (slots_.size() - 1);
}

std::size_t MemberIndex::slot_of(std::span<const Member> members, UserId user) const {
    std::size_t slot = home(user);
    while (slots_[slot] != none && members[slots_[slot]].user != user) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

std::uint32_t MemberIndex::find(std::span<const Member> members, UserId user) const {
    if (!slots_.empty()) return slots_[slot_of(members, user)];
    BRUSIO_ASSERT(members.size() <= scan_members_max);
    for (std::uint32_t place = 0; place < members.size(); ++place) {
        if (members[place].user == user) return place;
    }
    return none;
}

void MemberIndex::insert(std::span<const Member> members, std::uint32_t place) {
    const std::size_t slot = slot_of(members, members[place].user);
    BRUSIO_ASSERT(slots_[slot] == none);
    slots_[slot] = place;
}

void MemberIndex::rebuild(std::span<const Member> members, std::size_t slots) {
    BRUSIO_ASSERT(slots >= members.size() * 2);
    slots_.assign(slots, none);
    for (std::uint32_t place = 0; place < members.size(); ++place) insert(members, place);
}

void MemberIndex::appended(std::span<const Member> members) {
    BRUSIO_ASSERT(!members.empty());
    if (slots_.empty()) {
        if (members.size() > scan_members_max) rebuild(members, slots_min);
    } else if (members.size() * 2 > slots_.size()) {
        rebuild(members, slots_.size() * 2);
    } else {
        insert(members, static_cast<std::uint32_t>(members.size() - 1));
    }
}

void MemberIndex::about_to_remove(std::span<const Member> members, std::uint32_t place) {
    BRUSIO_ASSERT(place < members.size());
    if (slots_.empty()) return;
    const auto last = static_cast<std::uint32_t>(members.size() - 1);
    if (last <= scan_members_max / 2) {
        slots_ = {};
        return;
    }
    erase_slot(members, slot_of(members, members[place].user));
    if (place != last) slots_[slot_of(members, members[last].user)] = place;
}

void MemberIndex::erase_slot(std::span<const Member> members, std::size_t hole) {
    // Linear probing without tombstones: pull back whoever probed past the hole.
    const std::size_t wrap = slots_.size() - 1;
    BRUSIO_ASSERT(slots_[hole] != none);
    for (std::size_t next = (hole + 1) & wrap; slots_[next] != none; next = (next + 1) & wrap) {
        const std::size_t wanted = home(members[slots_[next]].user);
        if (((next - wanted) & wrap) >= ((next - hole) & wrap)) {
            slots_[hole] = slots_[next];
            hole = next;
        }
    }
    slots_[hole] = none;
}

}  // namespace brusio::room
