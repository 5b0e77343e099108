#pragma once

#include <string>
#include <string_view>

namespace brusio::wire {

/// The full mask `nick!user@host` that a user who typed `text` means: what is left out matches all
/// ("bob" is "bob!*@*", "u@h" is "*!u@h", "n!u" is "n!u@*"). A lone word with a dot, a colon or a
/// slash is a host, as no nick holds a dot ("*.example.org" is "*!*@*.example.org"). Runs of '*'
/// become one. Empty text gives "*!*@*". Text only: matching belongs to the room.
[[nodiscard]] std::string normalise_mask(std::string_view text);

}  // namespace brusio::wire
