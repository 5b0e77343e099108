#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/session/stage.h"

namespace brusio::session {

/// How many bytes the last parameter of a line may have whose other parts are `parts`: source,
/// command and parameters, each with the space or colon before it (RFC 1459 section 2.3).
[[nodiscard]] std::size_t text_bytes_left(std::initializer_list<std::string_view> parts);

/// The same for a numeric to the acting session, with `params` between its nick and the text.
[[nodiscard]] std::size_t numeric_text_bytes_left(
    const Stage& stage, std::initializer_list<std::string_view> params = {});

}  // namespace brusio::session
