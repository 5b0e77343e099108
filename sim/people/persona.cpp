#include "sim/people/persona.h"

#include <numeric>

#include "core/base/assert.h"
#include "sim/time/distribution.h"

namespace brusio::sim {

namespace {

using std::chrono::seconds;

// In the order of Deed: nothing, say, whisper, come and go, rename, topic, mode, kick, away, drop.
constexpr std::array all_personas{
    Persona{"chatter", 550, seconds{24}, {4, 90, 2, 0, 0, 2, 0, 0, 2, 0}, false},
    Persona{"lurker", 230, seconds{240}, {50, 30, 0, 0, 0, 0, 0, 0, 20, 0}, false},
    Persona{"mover", 60, seconds{45}, {0, 30, 0, 45, 25, 0, 0, 0, 0, 0}, false},
    Persona{"pair", 100, seconds{20}, {0, 20, 80, 0, 0, 0, 0, 0, 0, 0}, false},
    Persona{"flaky", 40, seconds{30}, {10, 84, 0, 0, 0, 0, 0, 0, 0, 6}, false},
    Persona{"slow reader", 20, seconds{60}, {30, 70, 0, 0, 0, 0, 0, 0, 0, 0}, true},
};

constexpr Persona room_operator{
    "operator", 0, seconds{40}, {10, 50, 0, 0, 0, 14, 18, 8, 0, 0}, false};

constexpr std::uint32_t shares() {
    std::uint32_t sum = 0;
    for (const Persona& persona : all_personas) sum += persona.share_per_mille;
    return sum;
}
static_assert(shares() == 1000, "everybody is somebody");

}  // namespace

Deed Persona::choose(std::uint64_t bits) const {
    const std::uint32_t sum = std::accumulate(weights.begin(), weights.end(), 0U);
    BRUSIO_ASSERT(sum > 0);
    std::uint64_t drawn = uniform(bits, 0, sum - 1);
    for (std::size_t deed = 0; deed < weights.size(); ++deed) {
        if (drawn < weights[deed]) return static_cast<Deed>(deed);
        drawn -= weights[deed];
    }
    return Deed::nothing;
}

std::span<const Persona> personas() { return all_personas; }

const Persona& operator_persona() { return room_operator; }

const Persona& persona_drawn(std::uint64_t bits) {
    std::uint64_t drawn = uniform(bits, 0, 999);
    for (const Persona& persona : all_personas) {
        if (drawn < persona.share_per_mille) return persona;
        drawn -= persona.share_per_mille;
    }
    return all_personas.front();
}

}  // namespace brusio::sim
