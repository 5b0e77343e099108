#include "core/session/mode_text.h"

#include <optional>

#include "core/base/assert.h"
#include "core/base/limits.h"

namespace brusio::session {

std::vector<ModeLine> compress_modes(const std::vector<ModeChange>& changes,
                                     std::size_t bytes_max) {
    // The target and the letters take two of a line's parameters.
    constexpr std::size_t params_max = Limits::params_max - 2;
    std::vector<ModeLine> lines;
    std::optional<room::Turn> turn;
    std::size_t bytes = 0;
    for (const ModeChange& change : changes) {
        BRUSIO_ASSERT(change.letter != ' ');
        const std::size_t param_bytes = change.param.empty() ? 0 : change.param.size() + 1;
        const std::size_t most = bytes + 2 + param_bytes;  // with a sign
        const bool full =
            lines.empty() || most > bytes_max || lines.back().params.size() == params_max;
        if (full) {
            lines.emplace_back();
            turn.reset();
            bytes = 0;
        }
        ModeLine& line = lines.back();
        if (turn != change.turn) line.letters += change.turn == room::Turn::on ? '+' : '-';
        turn = change.turn;
        line.letters += change.letter;
        if (!change.param.empty()) line.params.push_back(change.param);
        bytes += 2 + param_bytes;
    }
    return lines;
}

}  // namespace brusio::session
