#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/session/accounts/desk.h"

namespace brusio::server {

// How a question to the desk and its answer go through the control socket: a line "name value"
// each, the end is an empty line. Nothing in a line may be a line end; who sends one is refused.

inline constexpr std::size_t desk_request_bytes_max = 8 * 1024;

/// Empty if a text has a line end in it.
[[nodiscard]] std::string desk_request_text(const session::DeskRequest& request);
/// None if it is no request. Who asks is not in it: that is what the socket knows.
[[nodiscard]] std::optional<session::DeskRequest> parse_desk_request(std::string_view text);

[[nodiscard]] std::string desk_answer_text(const session::DeskAnswer& answer);
/// None if it is not whole.
[[nodiscard]] std::optional<session::DeskAnswer> parse_desk_answer(std::string_view text);

}  // namespace brusio::server
