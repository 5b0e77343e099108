#include "core/base/keyed_random.h"

#include "core/base/assert.h"

namespace brusio {

std::uint64_t mix64(std::uint64_t bits) {
    bits += 0x9E3779B97F4A7C15U;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31);
}

std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return mix64(hash);
}

std::uint64_t KeyedRandom::draw(std::uint64_t entity, std::string_view purpose,
                                std::uint64_t counter) const {
    const std::uint64_t who = mix64(seed_ ^ mix64(entity));
    return mix64(mix64(who ^ hash_text(purpose)) + counter);
}

std::uint64_t KeyedRandom::below(std::uint64_t bound, std::uint64_t entity,
                                 std::string_view purpose, std::uint64_t counter) const {
    BRUSIO_ASSERT(bound != 0);
    return draw(entity, purpose, counter) % bound;
}

}  // namespace brusio
