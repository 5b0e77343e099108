#pragma once

#include <string_view>

#include "core/client/names.h"

namespace brusio::client {

/// True if `nick` stands in `text` as a whole word, whatever its case: not inside a longer name.
/// Formatting codes in the text do not hide it.
[[nodiscard]] bool mentions(std::string_view text, std::string_view nick, CaseMapping mapping);

}  // namespace brusio::client
