#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/client/brain.h"
#include "core/wire/line.h"
#include "core/wire/tags.h"

namespace brusio::client {

/// One line of the server while it is worked on.
struct Inbound {
    Brain& brain;
    const wire::Line& line;
    Now now;
    wire::TagList tags;            ///< of the line
    std::string_view speaker;      ///< the nick of its source
    bool all_utf8 = false;         ///< then so is each of its parts
    std::string label;             ///< its own, or the one of the batch it lies in
    OpenBatch* special = nullptr;  ///< the netsplit, netjoin or history it lies in
    std::string_view batch;        ///< reference of the batch it lies in

    [[nodiscard]] std::string_view param(std::size_t index) const { return line.param(index); }
    /// The parameter as text for people: valid UTF-8.
    [[nodiscard]] std::string text(std::size_t index) const { return utf8(line.param(index)); }
    /// A part of the line as text for people.
    [[nodiscard]] std::string utf8(std::string_view part) const {
        return all_utf8 ? std::string(part) : to_utf8(part);
    }
    /// The last parameter as text for people, where servers put their words.
    [[nodiscard]] std::string words() const;
    [[nodiscard]] std::string_view nick() const { return speaker; }
    [[nodiscard]] bool is_mine() const { return !nick().empty() && brain.is_me(nick()); }
    /// The value of a tag, unescaped; none if the line does not have it.
    [[nodiscard]] std::optional<std::string> tag(std::string_view name) const;
    /// server-time if the line has it and it makes sense, else now.
    [[nodiscard]] WallTime time() const;
    [[nodiscard]] bool in_batch(BatchKind kind) const {
        return special != nullptr && special->kind == kind;
    }
    /// The room named by a parameter if we have it open, else null.
    [[nodiscard]] Conversation* room(std::size_t index) const;
    /// A row about what `nick()` did, with time, msgid and account filled in.
    [[nodiscard]] Message row(MessageKind kind) const;
};

/// Marks our own WHOX question and its answers.
inline constexpr std::string_view who_token = "711";

/// One row of the table of what a server can say.
struct InboundHandler {
    std::string_view command;  ///< in capitals, or three digits; no two begin with the same eight
    std::size_t params_min;    ///< lines with fewer are passed over
    void (*run)(Inbound& in);
};

/// The families of handlers; each is one file.
[[nodiscard]] std::span<const InboundHandler> link_handlers();
[[nodiscard]] std::span<const InboundHandler> login_handlers();
[[nodiscard]] std::span<const InboundHandler> speech_handlers();
[[nodiscard]] std::span<const InboundHandler> membership_handlers();
[[nodiscard]] std::span<const InboundHandler> member_handlers();
[[nodiscard]] std::span<const InboundHandler> room_handlers();
[[nodiscard]] std::span<const InboundHandler> mode_handlers();
[[nodiscard]] std::span<const InboundHandler> query_handlers();
[[nodiscard]] std::span<const InboundHandler> batch_handlers();
[[nodiscard]] std::span<const InboundHandler> refusal_handlers();
[[nodiscard]] std::span<const InboundHandler> marker_handlers();

/// The handler for a command in whatever case, null if none knows it.
[[nodiscard]] const InboundHandler* find_inbound_handler(std::string_view command);

/// Tells a numeric to whoever may have asked for it (ServerReply).
void hand_on(Inbound& in);

/// True if the line belongs to a message of several lines, which waits for its end then.
bool gather_line(Inbound& in);
/// The batch of such a message has ended (with the line `end`): it is received as one of one line
/// would be.
void receive_gathered(Inbound& end, const OpenBatch& batch);

/// Works on one line of the server, without CR LF.
void receive_line(Brain& brain, std::string_view text, Now now);

}  // namespace brusio::client
