#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace brusio::wire {

/// Cuts the stream of a plain-text client into messages (docs/protocol.md, "The plain protocol").
/// The original client frames nothing: it sends one message and is quiet; people at a terminal send
/// lines. So CR, LF or both end a message, and what has no end is a message once its owner, who has
/// the clock, calls flush() because the link was quiet. Empty messages are passed over. A message
/// of more than `bytes_max` bytes becomes several. No character is ever split, unless its own bytes
/// never come. Holds nothing when nothing is pending.
class PlainFramer {
 public:
    /// `bytes_max` is at least 4, the longest character.
    explicit PlainFramer(std::size_t bytes_max);

    /// Takes the next bytes of the stream over. Call next() until it answers nothing after each.
    void feed(std::string_view bytes);

    /// The next message that is complete, without its end; lives until the next call of any member.
    [[nodiscard]] std::optional<std::string_view> next();

    /// True if bytes wait for the rest of their message: flush() is due once the link is quiet.
    [[nodiscard]] bool pending() const { return held_.size() > read_; }

    /// What is pending, as a message, for a link that went quiet. A character that has not wholly
    /// arrived stays pending; if it is all there is, it is given out as it stands (and is then not
    /// valid UTF-8). Nothing if nothing is pending. Lives until the next call of any member.
    [[nodiscard]] std::optional<std::string_view> flush();

    [[nodiscard]] std::size_t held_bytes() const { return held_.size() - read_; }

 private:
    [[nodiscard]] std::string_view take(std::size_t text_bytes, std::size_t end_bytes);
    void forget_read();

    std::string held_;
    std::size_t read_ = 0;  // given out already
    std::size_t bytes_max_;
};

}  // namespace brusio::wire
