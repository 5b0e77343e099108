#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace brusio::sim {

/// From 64-bit digests to 64-bit values: one flat table, never iterated. Two things with the same
/// digest are the same thing to it, which over a run's few million entries does not happen.
class DigestMap {
 public:
    DigestMap() : slots_(64) {}

    [[nodiscard]] std::optional<std::uint64_t> find(std::uint64_t digest) const;
    /// Sets or replaces.
    void set(std::uint64_t digest, std::uint64_t value);
    [[nodiscard]] std::size_t size() const { return used_; }

 private:
    struct Slot {
        std::uint64_t digest = 0;
        std::uint64_t value = 0;
        bool used = false;
    };

    [[nodiscard]] std::size_t place_of(std::uint64_t digest) const;
    void grow();

    std::vector<Slot> slots_;  // a power of two
    std::size_t used_ = 0;
};

}  // namespace brusio::sim
