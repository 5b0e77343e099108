#pragma once

#include <string>
#include <utility>

namespace brusio::client {

/// A password. It has no operator that prints it and no conversion: whoever needs the text says so.
class Secret {
 public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    bool operator==(const Secret&) const = default;

 private:
    std::string text_;
};

}  // namespace brusio::client
