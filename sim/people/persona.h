#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/time.h"

namespace brusio::sim {

/// What somebody may do when they have thought long enough.
enum class Deed : std::uint8_t {
    nothing,
    say,          // in a room
    whisper,      // to the partner
    come_and_go,  // leave a room, or come back
    rename,
    set_topic,
    set_mode,
    kick,
    go_away,    // or come back from it
    drop_line,  // a tunnel: reset, or silence
};
inline constexpr std::size_t deed_count = static_cast<std::size_t>(Deed::drop_line) + 1;

/// A kind of person: how long they think and what they then do, by weight.
struct Persona {
    std::string_view name;
    std::uint32_t share_per_mille = 0;                // of a population
    Duration think{0};                                // mean
    std::array<std::uint32_t, deed_count> weights{};  // by Deed
    bool reads_slowly = false;

    [[nodiscard]] Deed choose(std::uint64_t bits) const;
};

/// All but the operator; their shares add up to 1,000.
[[nodiscard]] std::span<const Persona> personas();
/// The first one in each room.
[[nodiscard]] const Persona& operator_persona();
[[nodiscard]] const Persona& persona_drawn(std::uint64_t bits);

}  // namespace brusio::sim
