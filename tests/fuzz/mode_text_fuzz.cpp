// Mode changes are read from any parameters, and their text reads back to the same changes.

#include <string_view>
#include <vector>

#include "core/base/assert.h"
#include "core/wire/line.h"
#include "core/wire/mode_text.h"
#include "tests/fuzz/fuzz_input.h"

namespace brusio::wire {
namespace {

std::vector<ModeChange> reread(const ModeSyntax& syntax, const std::vector<ModeText>& texts,
                               ModeTextLimits limits) {
    std::vector<ModeChange> changes;
    for (const ModeText& text : texts) {
        BRUSIO_ASSERT(text.arguments.size() <= limits.arguments_max);
        std::vector<std::string_view> params{text.letters};
        params.insert(params.end(), text.arguments.begin(), text.arguments.end());
        for (const ModeChange& change : parse_mode_changes(syntax, params)) {
            changes.push_back(change);
        }
    }
    return changes;
}

}  // namespace
}  // namespace brusio::wire

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace brusio::wire;
    brusio::fuzz::FuzzInput input{data, size};
    const ModeTextLimits limits{1 + input.take_number() % 15, 1 + input.take_number()};
    const std::string_view chanmodes = input.take_until('\n');
    const std::string_view prefix = input.take_until('\n');
    const ModeSyntax syntax = mode_syntax_from(chanmodes, prefix);
    const auto line = parse_line(input.rest());
    if (!line) return 0;

    std::vector<ModeChange> changes = parse_mode_changes(syntax, line->params());
    // An empty argument cannot be told from none in a text, and is never one that a server sends.
    std::erase_if(changes, [&](const ModeChange& change) {
        const auto kind = syntax.kind_of(change.letter);
        const bool takes_argument =
            kind == ModeKind::when_set ? change.sign == ModeSign::plus : kind != ModeKind::never;
        return change.request != ModeRequest::change || (takes_argument && change.argument.empty());
    });
    BRUSIO_ASSERT(reread(syntax, mode_texts(changes, limits), limits) == changes);
    return 0;
}
