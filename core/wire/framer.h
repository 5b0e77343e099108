#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/limits.h"

namespace brusio::wire {

enum class FrameError : std::uint8_t {
    none,
    line_too_long,  // more than 512 bytes with CR LF, tags not counted: ERR_INPUTTOOLONG
    tags_too_long,  // the tag section passes its own limit: ERR_INPUTTOOLONG, never cut
    has_nul,        // the line holds a NUL byte
};

/// A line without its terminator, or word that one was thrown away (`text` is then empty).
struct FramedLine {
    std::string_view text;
    FrameError error = FrameError::none;
};

/// How long a line may be, by who sends it (IRCv3 message-tags, "Size limit").
struct FramerLimits {
    std::uint32_t tag_section_bytes_max = 0;  // with '@' and the space behind it
    std::uint32_t rest_bytes_max = 0;         // all behind the tags, with CR LF
};

inline constexpr FramerLimits lines_from_clients{Limits::client_tag_bytes_max,
                                                 Limits::line_bytes_max};
/// For a reader that knows which commands may pass 512 bytes, and judges each line with `fits`.
inline constexpr FramerLimits long_lines_from_clients{Limits::client_tag_bytes_max,
                                                      Limits::password_line_bytes_max};
/// Servers may add their own tags to a client's. Some write longer lines than they accept, which a
/// client does well to read.
inline constexpr FramerLimits lines_from_servers{Limits::tag_section_bytes_max,
                                                 8 * Limits::line_bytes_max};

/// True if what is behind the tags of a line, with CR LF, has `rest_bytes_max` bytes or fewer.
/// `text` is the line without its terminator.
[[nodiscard]] bool fits(std::string_view text, std::size_t rest_bytes_max);

/// Cuts a stream of bytes into lines. CR LF, LF and CR each end a line (Modern IRC "Compatibility
/// with incorrect software"), empty lines are passed over, and however the stream is cut into
/// chunks the lines are the same. A line that passes a limit is reported once, at once, and thrown
/// away up to its end; never more than one line's limit is held. Nothing is copied for a line that
/// lies whole in one chunk, and nothing is held when no partial line is pending.
class LineFramer {
 public:
    explicit LineFramer(FramerLimits limits = lines_from_clients);

    /// Hands over the next bytes of the stream. They must live until next() has answered nothing
    /// or keep() was called; that must have happened for the chunk before, too.
    void feed(std::string_view bytes);

    /// The next line or error; nothing when more bytes are needed. The text lives until the next
    /// call of any member, or of `feed`'s bytes if that is sooner.
    [[nodiscard]] std::optional<FramedLine> next();

    /// Copies what next() has not given out yet, for a caller that stops reading lines before the
    /// chunk is used up. next() goes on from there. Mind held_bytes().
    void keep();

    /// Bytes that this framer owns: a partial line, and what keep() copied.
    [[nodiscard]] std::size_t held_bytes() const { return held_.size() - held_read_; }

 private:
    enum class Phase : std::uint8_t { reading, skipping };

    [[nodiscard]] FrameError judge(std::string_view text) const;
    [[nodiscard]] std::optional<FramedLine> end_of_bytes(std::string_view partial);
    void pass(std::size_t bytes);
    void join_chunk();
    void forget_read();

    std::string held_;  // what came before chunk_
    std::string_view chunk_;
    std::size_t held_read_ = 0;     // given out already
    std::size_t held_scanned_ = 0;  // known to hold no terminator in [held_read_, held_scanned_)
    FramerLimits limits_;
    Phase phase_ = Phase::reading;
};

}  // namespace brusio::wire
