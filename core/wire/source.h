#pragma once

#include <string_view>

namespace brusio::wire {

/// Who sent a line (Modern IRC "Source"), as views into the parsed text. A server has a nick alone,
/// and that holds a dot.
struct Source {
    std::string_view nick;  // or the server's name
    std::string_view user;  // empty if not given
    std::string_view host;  // empty if not given

    /// Nicks hold no dot (valid_nick), names of servers do.
    [[nodiscard]] bool is_server() const {
        return user.empty() && host.empty() && nick.find('.') != std::string_view::npos;
    }
};

/// Takes `nick[!user][@host]` apart. Never fails: what is missing is empty.
[[nodiscard]] Source parse_source(std::string_view text) noexcept;

}  // namespace brusio::wire
