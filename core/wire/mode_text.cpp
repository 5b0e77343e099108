#include "core/wire/mode_text.h"

#include <algorithm>

#include "core/base/assert.h"

namespace brusio::wire {
namespace {

bool takes_argument(ModeKind kind, ModeSign sign) {
    return kind != ModeKind::never && (kind != ModeKind::when_set || sign == ModeSign::plus);
}

char sign_char(ModeSign sign) { return sign == ModeSign::plus ? '+' : '-'; }

/// Takes the text before the next comma off `rest`.
std::string_view take_field(std::string_view& rest) {
    const std::string_view field = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(field.size() + 1, rest.size()));
    return field;
}

ModeChange read_letter(const ModeSyntax& syntax, ModeSign sign, char letter,
                       std::span<const std::string_view>& arguments) {
    ModeChange change{sign, letter, {}, ModeRequest::change};
    const std::optional<ModeKind> kind = syntax.kind_of(letter);
    if (!kind) {
        change.request = ModeRequest::unknown_letter;
    } else if (takes_argument(*kind, sign)) {
        if (!arguments.empty()) {
            change.argument = arguments.front();
            arguments = arguments.subspan(1);
        } else {
            change.request =
                kind == ModeKind::list ? ModeRequest::list_query : ModeRequest::missing_argument;
        }
    }
    return change;
}

/// The line being written by mode_texts().
struct OpenLine {
    ModeText text;
    std::size_t bytes = 0;
    std::optional<ModeSign> sign;

    [[nodiscard]] std::size_t bytes_with(const ModeChange& change) const {
        const std::size_t argument = change.argument.empty() ? 0 : change.argument.size() + 1;
        return bytes + (sign == change.sign ? 1 : 2) + argument;
    }
    void add(const ModeChange& change) {
        bytes = bytes_with(change);
        if (sign != change.sign) text.letters += sign_char(change.sign);
        sign = change.sign;
        text.letters += change.letter;
        if (!change.argument.empty()) text.arguments.push_back(change.argument);
    }
};

}  // namespace

std::optional<ModeKind> ModeSyntax::kind_of(char letter) const noexcept {
    const auto in = [letter](std::string_view letters) {
        return letters.find(letter) != std::string_view::npos;
    };
    if (in(rank)) return ModeKind::rank;
    if (in(list)) return ModeKind::list;
    if (in(always)) return ModeKind::always;
    if (in(when_set)) return ModeKind::when_set;
    if (in(never)) return ModeKind::never;
    return std::nullopt;
}

ModeSyntax mode_syntax_from(std::string_view chanmodes, std::string_view prefix) noexcept {
    ModeSyntax syntax;
    syntax.list = take_field(chanmodes);
    syntax.always = take_field(chanmodes);
    syntax.when_set = take_field(chanmodes);
    syntax.never = take_field(chanmodes);
    const std::size_t close = prefix.find(')');
    if (prefix.starts_with('(') && close != std::string_view::npos) {
        syntax.rank = prefix.substr(1, close - 1);
    }
    return syntax;
}

std::vector<ModeChange> parse_mode_changes(const ModeSyntax& syntax,
                                           std::span<const std::string_view> params) {
    std::vector<ModeChange> changes;
    if (params.empty()) return changes;
    const std::string_view letters = params.front();
    std::span<const std::string_view> arguments = params.subspan(1);
    ModeSign sign = ModeSign::plus;
    for (const char c : letters) {
        if (c == '+' || c == '-') {
            sign = c == '+' ? ModeSign::plus : ModeSign::minus;
            continue;
        }
        changes.push_back(read_letter(syntax, sign, c, arguments));
    }
    BRUSIO_ASSERT(changes.size() <= letters.size());
    return changes;
}

std::vector<ModeText> mode_texts(std::span<const ModeChange> changes, ModeTextLimits limits) {
    BRUSIO_ASSERT(limits.arguments_max > 0 && limits.bytes_max > 0);
    std::vector<ModeText> texts;
    OpenLine line;
    for (const ModeChange& change : changes) {
        BRUSIO_ASSERT(change.request == ModeRequest::change);
        const bool argument_fits =
            change.argument.empty() || line.text.arguments.size() < limits.arguments_max;
        const bool fits = argument_fits && line.bytes_with(change) <= limits.bytes_max;
        if (!fits && !line.text.letters.empty()) {
            texts.push_back(std::move(line.text));
            line = OpenLine{};
        }
        line.add(change);
    }
    if (!line.text.letters.empty()) texts.push_back(std::move(line.text));
    return texts;
}

}  // namespace brusio::wire
