#pragma once

#include <string>
#include <string_view>

namespace brusio::testing_support {

/// Plays the conversation in `script` against a fresh engine and answers it with what the server
/// really said: the lines of `script` but its `<` lines, which are replaced.
///
///     # a comment; empty lines stay as well
///     ! alice connects                     registered at once, the welcome is not shown
///     ! alice connects with batch away-notify
///     ! alice connects securely            over TLS
///     ! alice opens                        a link that has said nothing
///     ! alice opens securely
///     ! alice hangs up
///     ! alice becomes operator
///     ! 90 seconds pass                    PING is answered
///     ! 90 seconds pass in silence         PING is not answered
///     ! everybody forgets                  what was received so far is not shown
///     alice> MODE #a +i                    what alice sends
///     alice< :alice!~user@... MODE #a +i   what alice receives
///     alice< (closed)                      the server has closed the link
///
/// A line that is none of these comes back with "(not understood)" behind it.
[[nodiscard]] std::string play_transcript(std::string_view script);

}  // namespace brusio::testing_support
