#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "core/session/reply.h"
#include "core/session/stage.h"

namespace brusio::session {

/// How many bytes the last parameter of a line may have whose other parts are `parts`: source,
/// command and parameters, each with the space or colon before it (RFC 1459 section 2.3).
[[nodiscard]] std::size_t text_bytes_left(std::initializer_list<std::string_view> parts);

/// The same for a numeric to the acting session, with `params` between its nick and the text.
[[nodiscard]] std::size_t numeric_text_bytes_left(
    const Stage& stage, std::initializer_list<std::string_view> params = {});

/// True while a long list may go on: it keeps to half of what a link's send queue holds, so that
/// no answer of ours closes the link that asked (Modern IRC, SAFELIST parameter).
[[nodiscard]] bool may_list_more(const Stage& stage);

/// The warning at the end of a list that was cut.
[[nodiscard]] Reply list_was_cut(std::string_view command);

}  // namespace brusio::session
