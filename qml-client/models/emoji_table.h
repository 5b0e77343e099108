#pragma once

#include <span>

namespace brusio::ui {

/// A sign and the name by which it is written.
struct Emoji {
    const char* name;
    const char16_t* sign;
};

/// The common ones, by name; some have two names.
[[nodiscard]] std::span<const Emoji> all_emoji();

}  // namespace brusio::ui
