#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/room/member.h"

namespace brusio::room {

/// Finds a member's place in a room's vector of members: an open-addressed table of places, 4
/// bytes a slot, without an allocation per member. It keeps no ids itself, so every call is given
/// the vector; nobody walks over it. Rooms of a few members have no table and are scanned.
class MemberIndex {
 public:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// The place of `user` in `members`, or `none`.
    [[nodiscard]] std::uint32_t find(std::span<const Member> members, UserId user) const;
    /// Call after a member was put at the end of `members`.
    void appended(std::span<const Member> members);
    /// Call before the member at `place` is replaced by the last one and the last one is dropped.
    void about_to_remove(std::span<const Member> members, std::uint32_t place);

 private:
    [[nodiscard]] std::size_t home(UserId user) const;
    [[nodiscard]] std::size_t slot_of(std::span<const Member> members, UserId user) const;
    void insert(std::span<const Member> members, std::uint32_t place);
    void rebuild(std::span<const Member> members, std::size_t slots);
    void erase_slot(std::span<const Member> members, std::size_t hole);

    std::vector<std::uint32_t> slots_;  // empty, or a power of two; `none` marks a free slot
};

}  // namespace brusio::room
