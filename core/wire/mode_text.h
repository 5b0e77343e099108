#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The text of MODE (Modern IRC "MODE message", "CHANMODES Parameter", "PREFIX Parameter"). What a
/// letter does is known elsewhere; here only which letters take an argument.
namespace brusio::wire {

enum class ModeKind : std::uint8_t {
    list,      // type A: an argument adds or takes away; without one the list is asked for
    always,    // type B: an argument in both directions
    when_set,  // type C: an argument with '+' only
    never,     // type D
    rank,      // of PREFIX: a nick in both directions
};

/// The letters of each kind. The texts are not copied: they outlive the syntax.
struct ModeSyntax {
    std::string_view list;
    std::string_view always;
    std::string_view when_set;
    std::string_view never;
    std::string_view rank;

    /// Nothing if no kind has `letter`.
    [[nodiscard]] std::optional<ModeKind> kind_of(char letter) const noexcept;
};

/// From the values of the ISUPPORT tokens CHANMODES ("beI,k,l,imnst") and PREFIX ("(ohv)@%+"), as a
/// client reads them; views into both. What is missing or malformed is empty.
[[nodiscard]] ModeSyntax mode_syntax_from(std::string_view chanmodes,
                                          std::string_view prefix) noexcept;

enum class ModeSign : std::uint8_t { plus, minus };

enum class ModeRequest : std::uint8_t {
    change,            // with its argument if the letter takes one
    list_query,        // a list's letter without argument
    unknown_letter,    // no kind has it: ERR_UNKNOWNMODE
    missing_argument,  // it takes one and none is left
};

/// One letter of a mode text.
struct ModeChange {
    ModeSign sign = ModeSign::plus;
    char letter = '\0';
    std::string_view argument;  // empty if the letter takes none or none was left
    ModeRequest request = ModeRequest::change;

    bool operator==(const ModeChange&) const = default;
};

/// Reads `params`, the parameters of MODE behind the target: letters first, then their arguments.
/// Without a sign the letters are set. Arguments that no letter takes are ignored. The views live
/// as long as the parameters' text.
[[nodiscard]] std::vector<ModeChange> parse_mode_changes(const ModeSyntax& syntax,
                                                         std::span<const std::string_view> params);

/// The text of changes on one line: `letters` is "+oo-v", then as many arguments as it needs.
struct ModeText {
    std::string letters;
    std::vector<std::string_view> arguments;
};

struct ModeTextLimits {
    std::size_t arguments_max = 0;  // per line: the ISUPPORT token MODES
    std::size_t bytes_max = 0;      // letters, and arguments with the space before each
};

/// Writes changes (only those whose request is `change`) in their order and with no sign more than
/// needed, on as few lines as the limits allow. A change that alone passes `bytes_max` has a line
/// of its own. No changes give no line. The arguments are views into the changes' own.
[[nodiscard]] std::vector<ModeText> mode_texts(std::span<const ModeChange> changes,
                                               ModeTextLimits limits);

}  // namespace brusio::wire
