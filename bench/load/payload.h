#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brusio::bench {

/// What every message of the load says of itself.
struct Stamp {
    std::uint32_t sender = 0;      // below 2^24
    std::uint32_t sequence = 0;    // counts the sender's messages from 0
    std::int64_t intended_ns = 0;  // when it should have left, on the client's clock

    bool operator==(const Stamp&) const = default;
};

/// Texts of one fixed size that carry a stamp and are checked byte by byte when they come back.
class Payload {
 public:
    static constexpr std::size_t bytes_min = 32;

    /// Every text has `bytes` bytes (32..400). Throws std::invalid_argument outside of that.
    explicit Payload(std::size_t bytes);

    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// Appends the text of `stamp` to `out`.
    void append(std::string& out, const Stamp& stamp) const;
    /// The stamp of the text at the end of `line` (without CR LF), whatever stands before it;
    /// nothing if the line does not end with an unharmed text of ours.
    [[nodiscard]] std::optional<Stamp> read(std::string_view line) const;

 private:
    std::size_t bytes_;
    std::string padding_;
};

}  // namespace brusio::bench
