#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace brusio::session {

/// A list that grows item by item until one line cannot hold more of it: NAMES, ISON, MONITOR.
class PackedText {
 public:
    PackedText(std::size_t bytes_max, char separator)
        : bytes_max_(bytes_max), separator_(separator) {}

    /// False if the item does not fit any more and `text` has to be sent first. An empty text
    /// takes any item.
    [[nodiscard]] bool try_add(std::string_view item) {
        if (text_.empty()) {
            text_ = item;
            return true;
        }
        if (text_.size() + 1 + item.size() > bytes_max_) return false;
        text_ += separator_;
        text_ += item;
        return true;
    }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] const std::string& text() const { return text_; }
    void clear() { text_.clear(); }

 private:
    std::size_t bytes_max_;
    char separator_;
    std::string text_;
};

/// Hands all of `items` to `send`, packed into as few texts as `bytes_max` allows.
template <class Items, class Send>
void send_packed(const Items& items, std::size_t bytes_max, char separator, Send send) {
    PackedText packed(bytes_max, separator);
    for (const std::string_view item : items) {
        if (packed.try_add(item)) continue;
        send(packed.text());
        packed.clear();
        static_cast<void>(packed.try_add(item));
    }
    if (!packed.empty()) send(packed.text());
}

}  // namespace brusio::session
