#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/numerics.h"

namespace brusio::session {

/// The answer to a peer's mistake, as a value: a numeric with its parameters, or a FAIL of
/// IRCv3 standard-replies (which goes as a NOTICE to those who did not negotiate it).
struct Reply {
    enum class Form : std::uint8_t { numeric, fail, warn, note };

    Form form = Form::numeric;
    bool specified = false;  // a specification gives this very FAIL: it goes to everybody
    wire::Numeric numeric{};
    std::string command;              // FAIL alone
    std::string code;                 // FAIL alone
    std::vector<std::string> params;  // without the client's nick
    std::string text;

    /// A numeric with the default sentence of core/wire/numerics.h.
    static Reply of(wire::Numeric numeric, std::vector<std::string> params = {});
    static Reply with_text(wire::Numeric numeric, std::vector<std::string> params,
                           std::string text);
    static Reply fail(std::string command, std::string code, std::vector<std::string> params,
                      std::string text);
    /// The same where a specification gives this very FAIL.
    static Reply specified_fail(std::string command, std::string code,
                                std::vector<std::string> params, std::string text);
    static Reply note(std::string command, std::string code, std::vector<std::string> params,
                      std::string text);

    static Reply no_such_nick(std::string_view nick);
    static Reply no_such_channel(std::string_view name);
    static Reply not_on_channel(std::string_view name);
    static Reply need_more_params(std::string_view command);
    static Reply not_operator();
};

/// Nothing, or why a command did not do what it was asked.
using Outcome = std::optional<Reply>;
inline constexpr std::nullopt_t done = std::nullopt;

}  // namespace brusio::session
