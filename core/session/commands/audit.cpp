#include <algorithm>
#include <charconv>
#include <string>

#include "core/session/ask_store.h"
#include "core/session/commands/commands.h"
#include "core/session/operators/privileges.h"
#include "core/wire/utf8.h"

namespace brusio::session::commands {

namespace {

/// The number that a text is; nothing if it is none.
std::optional<std::uint32_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

}  // namespace

/// AUDIT [count] [words]: what operators did last, and those deeds alone that have the words.
Outcome audit(CommandContext& context) {
    constexpr std::uint32_t count_default = 20;
    constexpr std::uint32_t count_max = 200;
    constexpr std::size_t words_bytes_max = 100;
    if (Outcome refusal = refusal_without(context.state(), context.user(), Privilege::audit)) {
        return refusal;
    }
    const auto number = number_in(context.param(0));
    std::string words;
    for (std::size_t i = number ? 1 : 0; i < context.param_count(); ++i) {
        words += (words.empty() ? "" : " ") + std::string{context.param(i)};
    }
    words.resize(wire::utf8_cut(words, words_bytes_max));
    const std::uint32_t count = std::min(number.value_or(count_default), count_max);
    ask_store(context, AuditQuery{count, std::move(words)}, AuditAsked{});
    return done;
}

}  // namespace brusio::session::commands
