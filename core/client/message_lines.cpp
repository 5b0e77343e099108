#include "core/client/message_lines.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/base/limits.h"
#include "core/client/multiline.h"
#include "core/client/text_split.h"

namespace brusio::client {
namespace {

constexpr std::string_view action_begin{
    "\x01"
    "ACTION "};
constexpr std::string_view action_end{"\x01"};

// Others receive ":nick!user@host COMMAND target :text\r\n" in 512 bytes (modern IRC, "Message
// Format"). Our own host may be longer tomorrow, so the longest usual one is assumed.
std::size_t text_bytes_max(const Brain& brain, std::string_view target, MessageKind kind) {
    const std::size_t nick =
        std::max<std::size_t>({brain.me.nick.size(), brain.isupport.number("NICKLEN", 30), 9});
    const std::size_t user = std::max<std::size_t>(brain.isupport.number("USERLEN", 10), 10) + 1;
    const std::size_t host = std::max<std::size_t>(brain.isupport.number("HOSTLEN", 63), 63);
    std::size_t taken = 1 + nick + 1 + user + 1 + host + 1;  // ":nick!user@host "
    taken +=
        std::string_view{"PRIVMSG "}.size() + target.size() + std::string_view{" :\r\n"}.size();
    if (kind == MessageKind::action) taken += action_begin.size() + action_end.size();
    constexpr std::size_t least = 64;  // whatever the server claims about its names
    return taken + least < Limits::line_bytes_max ? Limits::line_bytes_max - taken : least;
}

// What is asked of the server later is believed of it until then.
bool is_taken(const Brain& brain, const std::vector<TextPiece>& pieces) {
    if (pieces.size() == 1) return true;
    if (brain.phase != Phase::online) return brain.takes_lines;
    const auto limits = multiline_limits(brain);
    return limits && fits(*limits, pieces);
}

std::vector<std::string> batch_lines(Brain& brain, const Message& message, std::string_view command,
                                     const std::vector<TextPiece>& pieces) {
    const std::string reference = "m" + std::to_string(++brain.batches_made);
    std::vector<std::string> lines;
    lines.push_back(line_of("BATCH", {"+" + reference, "draft/multiline", message.target}));
    for (const TextPiece& piece : pieces) {
        const std::string_view concat = piece.continues ? ";draft/multiline-concat" : "";
        lines.push_back("@batch=" + reference + std::string(concat) + " " +
                        line_of(command, {message.target, piece.text}));
    }
    lines.push_back(line_of("BATCH", {"-" + reference}));
    return lines;
}

}  // namespace

std::vector<std::string> texts_of_messages(const Brain& brain, std::string_view target,
                                           std::string_view text, MessageKind kind) {
    const std::string utf8 = to_utf8(text);
    const std::size_t bytes_max = text_bytes_max(brain, target, kind);
    if (kind != MessageKind::action) {
        std::string whole = with_plain_lines(utf8);
        const bool said = !whole.empty();
        if (said && is_taken(brain, split_lines(whole, bytes_max))) return {std::move(whole)};
    }
    return split_text(utf8, bytes_max);
}

std::vector<std::string> texts_of_lines(const Brain& brain, const Message& message) {
    return split_text(message.text, text_bytes_max(brain, message.target, message.kind));
}

std::vector<std::string> protocol_lines(Brain& brain, const Message& message) {
    BRUSIO_ASSERT(brain.phase == Phase::online && is_speech(message.kind));
    const std::string_view command = message.kind == MessageKind::notice ? "NOTICE" : "PRIVMSG";
    if (message.kind == MessageKind::action) {
        std::string text{action_begin};
        text.append(message.text).append(action_end);
        return {line_of(command, {message.target, text})};
    }
    const std::size_t bytes_max = text_bytes_max(brain, message.target, message.kind);
    const std::vector<TextPiece> pieces = split_lines(message.text, bytes_max);
    if (pieces.size() == 1) return {line_of(command, {message.target, message.text})};
    if (!is_taken(brain, pieces)) return {};
    return batch_lines(brain, message, command, pieces);
}

}  // namespace brusio::client
