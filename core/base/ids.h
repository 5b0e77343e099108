#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace brusio {

/// A number that names one thing of one kind. Zero names nothing.
template <class Tag>
struct Id {
    std::uint64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

/// One user of the server: one nick, one or more links.
using UserId = Id<struct UserTag>;
/// One room. Never used again after the room is gone.
using RoomId = Id<struct RoomTag>;
/// One batch of the engine, counted from 1 in the order in which batches were taken.
using BatchId = Id<struct BatchTag>;
/// One password check that the engine asked for.
using HashJobId = Id<struct HashJobTag>;
/// One question that the engine asked its store.
using QueryId = Id<struct QueryTag>;
/// What has one log: a room, or two people. Never used again, not even after the server's end: a
/// room that is made anew is another conversation, so that sequence numbers never mean two things.
using ConversationId = Id<struct ConversationTag>;
/// One account. Never used again after it is removed, not even after the server's end.
using AccountId = Id<struct AccountTag>;

/// One link, named by its transport: the slot in the low half lets everybody index a vector, the
/// generation in the high half (never 0) tells two links apart that used the same slot.
struct LinkId {
    std::uint64_t value = 0;

    static constexpr LinkId of(std::uint32_t slot, std::uint32_t generation) {
        return LinkId{(static_cast<std::uint64_t>(generation) << 32) | slot};
    }
    [[nodiscard]] constexpr std::uint32_t slot() const { return static_cast<std::uint32_t>(value); }
    [[nodiscard]] constexpr std::uint32_t generation() const {
        return static_cast<std::uint32_t>(value >> 32);
    }
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const LinkId&) const = default;
};

}  // namespace brusio

template <class Tag>
struct std::hash<brusio::Id<Tag>> {
    std::size_t operator()(brusio::Id<Tag> id) const noexcept {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15U);
    }
};

template <>
struct std::hash<brusio::LinkId> {
    std::size_t operator()(brusio::LinkId id) const noexcept {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15U);
    }
};
