#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace brusio::sqlite {

/// What the opening of a store has to tell while it works, for a log.
struct OpeningNews {
    enum class Kind : std::uint8_t { information, warning };

    Kind kind = Kind::information;
    std::string_view event;  // letters and underscores ("store_migrates")
    std::string note;
};

/// Who watches the opening of a store, which may take minutes if it has to be brought to this
/// version.
struct OpeningWatcher {
    std::function<void(const OpeningNews&)> tell = [](const OpeningNews&) {};
    /// True if nobody wants it opened any more. Asked now and then.
    std::function<bool()> is_broken_off = [] { return false; };
};

}  // namespace brusio::sqlite
