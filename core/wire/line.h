#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/limits.h"
#include "core/base/result.h"

namespace brusio::wire {

/// One protocol line in its parts. Every part is a view into the text that was parsed and lives as
/// long as that text does. Tags stay escaped: see core/wire/tags.h.
struct Line {
    std::string_view tags;     // between '@' and the space; empty if there are none
    std::string_view source;   // after ':'; empty if there is none
    std::string_view command;  // never empty; in the sender's case, see equals_command
    std::array<std::string_view, Limits::params_max> params_held;
    std::size_t params_count = 0;

    /// The parameter at `index`, from 0; empty text if the line has fewer. To tell an empty
    /// parameter from a missing one ask `params_count`.
    [[nodiscard]] std::string_view param(std::size_t index) const {
        return index < params_count ? params_held[index] : std::string_view{};
    }
    [[nodiscard]] std::span<const std::string_view> params() const {
        return {params_held.data(), params_count};
    }
};

enum class LineError : std::uint8_t {
    empty,       // nothing, or spaces alone: ignored (Modern IRC "Compatibility")
    no_command,  // tags or a source and nothing behind them
};

/// Takes a line without its terminator apart (Modern IRC "Message Format"). Any run of spaces
/// separates; spaces before the command and behind the last parameter are tolerated. The fifteenth
/// parameter takes all that is left, with or without ':' (RFC 2812 section 2.3.1), so nothing is
/// lost. Names of tags and commands are not judged here. Allocates nothing.
[[nodiscard]] Result<Line, LineError> parse_line(std::string_view text);

/// True if `command` is `upper` in whatever case; `upper` is written in capitals.
[[nodiscard]] bool equals_command(std::string_view command, std::string_view upper) noexcept;

}  // namespace brusio::wire
