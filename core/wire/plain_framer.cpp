#include "core/wire/plain_framer.h"

#include "core/base/assert.h"
#include "core/wire/scan.h"
#include "core/wire/utf8.h"

namespace brusio::wire {
namespace {

constexpr std::size_t character_bytes_max = 4;

}  // namespace

PlainFramer::PlainFramer(std::size_t bytes_max) : bytes_max_(bytes_max) {
    BRUSIO_ASSERT(bytes_max >= character_bytes_max);
}

void PlainFramer::feed(std::string_view bytes) {
    forget_read();
    held_.append(bytes);
}

std::optional<std::string_view> PlainFramer::next() {
    while (pending()) {
        const std::string_view unread = std::string_view{held_}.substr(read_);
        const std::string_view most = unread.substr(0, bytes_max_);
        const std::size_t end = find_line_end(unread.substr(0, bytes_max_ + 1));
        if (end == std::string_view::npos) {
            if (unread.size() <= bytes_max_) break;
            return take(most.size() - utf8_unfinished(most), 0);
        }
        const std::string_view text = take(end, 1);
        if (!text.empty()) return text;
    }
    forget_read();
    return std::nullopt;
}

std::optional<std::string_view> PlainFramer::flush() {
    forget_read();
    if (!pending()) return std::nullopt;
    BRUSIO_ASSERT(held_.size() <= bytes_max_);  // next() was called until it answered nothing
    const std::size_t whole = held_.size() - utf8_unfinished(held_);
    return take(whole == 0 ? held_.size() : whole, 0);
}

std::string_view PlainFramer::take(std::size_t text_bytes, std::size_t end_bytes) {
    const std::string_view text = std::string_view{held_}.substr(read_, text_bytes);
    read_ += text_bytes + end_bytes;
    BRUSIO_ASSERT(read_ <= held_.size());
    return text;
}

void PlainFramer::forget_read() {
    if (read_ == 0) return;
    if (read_ == held_.size()) {
        held_ = std::string{};
    } else {
        held_.erase(0, read_);
    }
    read_ = 0;
}

}  // namespace brusio::wire
