#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brusio::filter {

/// Whether a page from `origin` (the header of RFC 6454) may open a WebSocket. Any page in the
/// world can make its reader's browser dial any server, also one on the reader's own machine, and
/// the header is all that tells who made it do so.
///
/// `allowed` has origins as browsers write them, "https://chat.example.org", or "*" for all. If it
/// is empty, only pages that came from the reader's own machine are let in: a page elsewhere has to
/// be named. Its own host is not taken as a sign of trust, since whoever owns a page's name may
/// point it at the reader's machine.
[[nodiscard]] bool origin_allowed(const std::vector<std::string>& allowed, std::string_view origin);

/// Whether `origin` is written as browsers write one: "https://chat.example.org:8443".
[[nodiscard]] bool is_origin(std::string_view origin);

}  // namespace brusio::filter
