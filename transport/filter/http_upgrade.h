#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "transport/filter/forwarded.h"

namespace brusio::filter {

/// Why a peer that asked for a WebSocket does not get one: what HTTP answers it.
struct HttpRefusal {
    int status = 400;
    std::string_view phrase;    // "Bad Request"
    std::string_view sentence;  // what was wrong, for the peer and the log
};

/// What a client asked for in its opening handshake (RFC 6455 section 4.2.1).
struct UpgradeRequest {
    std::optional<std::string> origin;   // browsers always send one, programs seldom
    std::string key;                     // of Sec-WebSocket-Key, checked
    std::vector<std::string> protocols;  // subprotocols, the most wanted first
    ForwardedHeaders said;               // by proxies, or by the client
};

/// A request's head, from its first line to the empty one that ends it, may have so many bytes.
inline constexpr std::size_t request_head_bytes_max = 8 * 1024;

/// What is wrong with a request's first line, without its CR LF; nothing if it may go on.
[[nodiscard]] std::optional<HttpRefusal> judge_request_line(std::string_view line);

/// Reads a whole head, its last empty line included. Strict: HTTP/1.1, CR LF, no folded lines, no
/// space before a colon, no body; a header that counts comes once (RFC 9112, RFC 6455).
[[nodiscard]] Result<UpgradeRequest, HttpRefusal> parse_upgrade(std::string_view head);

/// The answer that opens the WebSocket; `protocol` is empty if none was agreed on.
[[nodiscard]] std::string upgrade_answer(const UpgradeRequest& request, std::string_view protocol);

/// The answer that refuses it. The link is to be closed after it.
[[nodiscard]] std::string refusal_answer(const HttpRefusal& refusal);

}  // namespace brusio::filter
