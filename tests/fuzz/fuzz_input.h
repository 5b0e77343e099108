#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What libFuzzer and the replay call with each input; answers 0. A broken property aborts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace brusio::fuzz {

/// An input as text, and numbers taken off its front.
class FuzzInput {
 public:
    FuzzInput(const std::uint8_t* data, std::size_t size)
        : rest_(size == 0 ? std::string_view{}
                          : std::string_view{reinterpret_cast<const char*>(data), size}) {}

    /// A number from 0 to 255 made of the next byte; 0 when there is none left.
    [[nodiscard]] std::size_t take_number() {
        if (rest_.empty()) return 0;
        const auto number = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return number;
    }
    /// The text before the next `end`, which goes with it; all the rest if there is none.
    [[nodiscard]] std::string_view take_until(char end) {
        const std::string_view text = rest_.substr(0, rest_.find(end));
        rest_.remove_prefix(std::min(text.size() + 1, rest_.size()));
        return text;
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }

 private:
    std::string_view rest_;
};

}  // namespace brusio::fuzz
