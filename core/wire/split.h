#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace brusio::wire {

/// The parts of a text between separators, empty ones passed over, as views in their order:
/// `for (std::string_view room : Split{"#a,#b", ','})`. Allocates nothing.
class Split {
 public:
    class Iterator {
     public:
        using iterator_category = std::input_iterator_tag;
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = const std::string_view*;
        using reference = std::string_view;

        Iterator() = default;
        Iterator(std::string_view rest, char separator) : rest_(rest), separator_(separator) {
            advance();
        }
        std::string_view operator*() const { return part_; }
        Iterator& operator++() {
            advance();
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            advance();
            return before;
        }
        friend bool operator==(const Iterator& it, std::default_sentinel_t) {
            return it.part_.empty();
        }

     private:
        void advance() {
            rest_.remove_prefix(std::min(rest_.find_first_not_of(separator_), rest_.size()));
            part_ = rest_.substr(0, rest_.find(separator_));
            rest_.remove_prefix(part_.size());
        }

        std::string_view part_;
        std::string_view rest_;
        char separator_ = ',';
    };

    Split(std::string_view text, char separator) : text_(text), separator_(separator) {}
    [[nodiscard]] Iterator begin() const { return {text_, separator_}; }
    [[nodiscard]] static std::default_sentinel_t end() { return {}; }

 private:
    std::string_view text_;
    char separator_;
};

}  // namespace brusio::wire
