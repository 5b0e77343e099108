#include "core/wire/framer.h"

#include <algorithm>
#include <utility>

#include "core/base/assert.h"
#include "core/wire/scan.h"

namespace brusio::wire {
namespace {

constexpr std::size_t crlf_bytes = 2;

/// With '@' and the space behind it; all of `text` if no space ends it.
std::size_t tag_section_bytes(std::string_view text) {
    if (text.front() != '@') return 0;
    const std::size_t space = text.find(' ');
    return space == std::string_view::npos ? text.size() : space + 1;
}

}  // namespace

bool fits(std::string_view text, std::size_t rest_bytes_max) {
    BRUSIO_ASSERT(!text.empty() && rest_bytes_max > crlf_bytes);
    return text.size() - tag_section_bytes(text) <= rest_bytes_max - crlf_bytes;
}

LineFramer::LineFramer(FramerLimits limits) : limits_(limits) {
    BRUSIO_ASSERT(limits.rest_bytes_max > crlf_bytes);
}

void LineFramer::feed(std::string_view bytes) {
    BRUSIO_ASSERT(chunk_.empty());
    chunk_ = bytes;
}

std::optional<FramedLine> LineFramer::next() {
    while (true) {
        forget_read();
        const bool in_held = held_read_ < held_.size();
        const std::string_view unread =
            in_held ? std::string_view{held_}.substr(held_read_) : chunk_;
        if (unread.empty()) return std::nullopt;
        const std::size_t scan_from = in_held ? held_scanned_ - held_read_ : 0;
        const std::size_t end = find_line_end(unread, scan_from);
        if (end == std::string_view::npos) {
            const bool more_follows = in_held && !chunk_.empty();
            const std::optional<FramedLine> error = end_of_bytes(unread);
            if (!error && more_follows) continue;
            forget_read();
            return error;
        }
        const std::string_view text = unread.substr(0, end);
        pass(unread.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
        if (std::exchange(phase_, Phase::reading) == Phase::skipping || text.empty()) continue;
        const FrameError error = judge(text);
        if (error != FrameError::none) return FramedLine{{}, error};
        if (text.find('\0') != std::string_view::npos) return FramedLine{{}, FrameError::has_nul};
        return FramedLine{text, FrameError::none};
    }
}

/// All of `partial`, the unread bytes of held_ or else of chunk_, has no terminator.
std::optional<FramedLine> LineFramer::end_of_bytes(std::string_view partial) {
    const bool in_held = held_read_ < held_.size();
    if (phase_ == Phase::skipping) {
        pass(partial.size());
        return std::nullopt;
    }
    const FrameError error = judge(partial);
    if (error != FrameError::none) {
        pass(partial.size());
        phase_ = Phase::skipping;
        return FramedLine{{}, error};
    }
    if (in_held) {
        held_scanned_ = held_.size();
        if (!chunk_.empty()) join_chunk();
    } else {
        BRUSIO_ASSERT(held_.empty());
        held_.assign(chunk_);
        held_scanned_ = held_.size();
        chunk_ = {};
    }
    return std::nullopt;
}

/// Appends the chunk's first line to the partial line in held_, as far as the limits allow.
void LineFramer::join_chunk() {
    held_.erase(0, std::exchange(held_read_, 0));
    held_scanned_ = held_.size();
    const std::size_t bytes_max = limits_.tag_section_bytes_max + limits_.rest_bytes_max;
    BRUSIO_ASSERT(held_.size() < bytes_max);
    const std::size_t end = find_line_end(chunk_);
    const std::size_t wanted = end == std::string_view::npos ? chunk_.size() : end + 1;
    const std::size_t taken = std::min(wanted, bytes_max - held_.size());
    held_.append(chunk_.substr(0, taken));
    chunk_.remove_prefix(taken);
}

void LineFramer::keep() {
    forget_read();
    held_.erase(0, held_read_);
    held_scanned_ -= std::exchange(held_read_, 0);
    held_.append(chunk_);
    chunk_ = {};
}

/// `text` is a line, or the start of one: what is too long at its start stays too long.
FrameError LineFramer::judge(std::string_view text) const {
    if (tag_section_bytes(text) > limits_.tag_section_bytes_max) return FrameError::tags_too_long;
    return fits(text, limits_.rest_bytes_max) ? FrameError::none : FrameError::line_too_long;
}

void LineFramer::pass(std::size_t bytes) {
    if (held_read_ < held_.size()) {
        held_read_ += bytes;
        held_scanned_ = std::max(held_scanned_, held_read_);
        BRUSIO_ASSERT(held_read_ <= held_.size());
    } else {
        chunk_.remove_prefix(bytes);
    }
}

/// Gives the memory of lines already given out back: an idle link holds none.
void LineFramer::forget_read() {
    BRUSIO_ASSERT(held_read_ <= held_.size());
    if (held_.empty() || held_read_ < held_.size()) return;
    held_ = std::string{};
    held_read_ = 0;
    held_scanned_ = 0;
}

}  // namespace brusio::wire
