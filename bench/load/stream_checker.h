#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace brusio::bench {

/// What one delivery told the checker.
enum class Delivery : std::uint8_t { in_order, late, doubled, stray };

/// Faults of all streams together; all zero is what a chat server owes.
struct DeliveryFaults {
    std::uint64_t lost = 0;       // sent, never delivered
    std::uint64_t doubled = 0;    // delivered more than once
    std::uint64_t reordered = 0;  // delivered after a younger message of the same sender
    std::uint64_t stray = 0;      // delivered to somebody who should not have it, or never sent

    [[nodiscard]] bool none() const {
        return lost == 0 && doubled == 0 && reordered == 0 && stray == 0;
    }
    DeliveryFaults& operator+=(const DeliveryFaults& other);
};

/// Holds every delivery against what was sent. A stream is all that one receiver must get from
/// one sender: the sequence 0, 1, 2, ... without holes, each once.
class StreamChecker {
 public:
    explicit StreamChecker(std::size_t stream_count) : next_(stream_count, 0) {}

    /// Nothing may arrive on this stream (a sender does not hear itself).
    void forbid(std::size_t stream);
    /// Notes a delivery that belongs to no stream, or that nobody sent.
    void note_stray() { ++faults_.stray; }
    /// Notes that `sequence`, which was sent, arrived on `stream`.
    Delivery arrived(std::size_t stream, std::uint32_t sequence);
    /// Notes that `sent` messages were sent to this stream; what is missing counts as lost. Call
    /// once per stream at the end.
    void finish(std::size_t stream, std::uint32_t sent);

    [[nodiscard]] const DeliveryFaults& faults() const { return faults_; }

 private:
    static constexpr std::uint32_t forbidden = UINT32_MAX;

    std::vector<std::uint32_t> next_;                          // by stream
    std::set<std::pair<std::size_t, std::uint32_t>> missing_;  // jumped over so far
    DeliveryFaults faults_;
};

}  // namespace brusio::bench
