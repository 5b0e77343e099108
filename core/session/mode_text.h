#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/room/flags.h"

namespace brusio::session {

/// One mode that is another now.
struct ModeChange {
    room::Turn turn = room::Turn::on;
    char letter = ' ';
    std::string param;  // empty: the mode has none
};

/// What one MODE line says of them: "+ov-b" and the parameters, which are views into the changes.
struct ModeLine {
    std::string letters;
    std::vector<std::string_view> params;
};

/// Writes changes in their order with as few signs as possible, on as few lines as their letters
/// and parameters fit into when each line has `bytes_max` bytes for them.
[[nodiscard]] std::vector<ModeLine> compress_modes(const std::vector<ModeChange>& changes,
                                                   std::size_t bytes_max);

}  // namespace brusio::session
