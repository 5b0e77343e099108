#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

namespace brusio {

/// A nick, room or mask text after case mapping: two names that the server holds for one have the
/// same folded form. Made by core/wire/case_mapping.h; the domain compares it and knows no rule.
struct Folded {
    std::string text;

    [[nodiscard]] bool empty() const { return text.empty(); }
    auto operator<=>(const Folded&) const = default;
};

}  // namespace brusio

template <>
struct std::hash<brusio::Folded> {
    std::size_t operator()(const brusio::Folded& name) const noexcept {
        return std::hash<std::string_view>{}(name.text);
    }
};
