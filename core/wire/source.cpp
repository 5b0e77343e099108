#include "core/wire/source.h"

#include <algorithm>

namespace brusio::wire {

Source parse_source(std::string_view text) noexcept {
    Source source;
    const std::size_t nick_end = std::min(text.find_first_of("!@"), text.size());
    source.nick = text.substr(0, nick_end);
    text.remove_prefix(nick_end);
    const std::size_t at = text.find('@');  // a user name holds none, a host could
    if (text.starts_with('!')) source.user = text.substr(1, std::min(at, text.size()) - 1);
    if (at != std::string_view::npos) source.host = text.substr(at + 1);
    return source;
}

}  // namespace brusio::wire
