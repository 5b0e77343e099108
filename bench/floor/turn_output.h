#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brusio::bench {

/// A piece of the turn's bytes.
struct Span {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t next = 0;  // index of the recipient's next span, 0: none

    [[nodiscard]] std::uint32_t end() const { return offset + size; }
};

/// All that one turn of the floor says: the bytes once, and for each recipient a chain of spans
/// into them. Neighbouring spans grow together, so that a recipient of everything has one.
class TurnOutput {
 public:
    /// Starts a line; what is appended to `bytes()` until `end_line` belongs to it.
    std::string& bytes() { return bytes_; }
    [[nodiscard]] Span line_since(std::size_t offset) const;
    /// Lets recipient `slot` have `line`.
    void give(std::uint32_t slot, Span line);
    /// Slots that were given something this turn, in the order of their first line.
    [[nodiscard]] const std::vector<std::uint32_t>& recipients() const { return recipients_; }
    /// Replaces `vectors` by what `slot` was given.
    void collect(std::uint32_t slot, std::vector<iovec>& vectors);
    /// Forgets what `slot` was given (its link is gone).
    void drop(std::uint32_t slot);
    /// Starts the next turn with nothing said.
    void clear();

 private:
    struct Chain {
        std::uint32_t head = 0;  // 0: nothing yet
        std::uint32_t tail = 0;
    };

    std::string bytes_;
    std::vector<Span> spans_{Span{}};  // [0] stands for none
    std::vector<Chain> chains_;        // by slot
    std::vector<std::uint32_t> recipients_;
};

}  // namespace brusio::bench
