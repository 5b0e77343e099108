#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/base/assert.h"
#include "core/session/text_lines.h"
#include "core/wire/capabilities.h"

namespace brusio::session {

/// What a draft tells, for protocols that do not speak IRC (core/plain).
enum class DraftKind : std::uint8_t {
    message,  // PRIVMSG
    notice,
    tags_only,
    join,
    part,
    quit,
    kick,
    nick,
    topic,
    mode,
    other,
};

/// One line that is to be sent to somebody, before it is known with which capabilities: encoded
/// once per set of capabilities, never once per recipient. Its texts belong to whoever made it
/// and must live until it is delivered.
struct Draft {
    DraftKind kind = DraftKind::other;
    std::string_view source;  // nick!user@host, or the server's name
    std::string_view command;
    std::array<std::string_view, 15> params{};
    std::size_t param_count = 0;
    bool text_last = false;  // the last parameter is a text: it always gets its colon

    // Tags; each leaves only towards those who negotiated it.
    std::string_view message_id;   // msgid (IRCv3 message-ids)
    std::string_view account;      // account-tag; empty: not logged in
    std::string_view client_tags;  // client-only tags as they were escaped, "+a=b;+c"
    bool from_bot = false;         // IRCv3 bot-mode: the `bot` tag
    bool from_operator = false;    // of the server; IRCv3 oper-tag
    bool ends_history = false;     // of a batch: nothing is left of what was asked for
    std::string_view place;        // brusio/seq, where it is in which log; empty: in none
    std::string_view time;         // server-time of something past; empty: now

    /// What people said in several lines, of which the last parameter is the whole (IRCv3
    /// multiline). Needs a message id.
    std::span<const TextLine> lines{};

    Draft& with(std::initializer_list<std::string_view> list) {
        for (const std::string_view param : list) add(param);
        return *this;
    }
    Draft& add(std::string_view param) {
        BRUSIO_ASSERT(param_count < params.size());
        params[param_count++] = param;
        return *this;
    }
    /// Adds the last parameter, which people wrote or will read.
    Draft& text(std::string_view words) {
        add(words);
        text_last = true;
        return *this;
    }
};

/// Writes a draft in the words of a protocol that is not IRC; appends nothing if the draft means
/// nothing there.
using PlainEncoder = void (*)(const Draft& draft, std::string& out);

/// The capabilities that change the bytes of a line: recipients that agree in these share a frame.
[[nodiscard]] wire::CapabilitySet encoding_capabilities();

/// Appends `draft` to `out` as one IRC line for somebody with the capabilities `caps`; as a batch,
/// or as one line for each that is not blank, if it has several. `time_text` is the server-time of
/// this turn; `leading_tags` is put before all other tags
/// ("label=x" or "batch=1") and may be empty. The last parameter is cut at a character boundary
/// if the line would pass 512 bytes.
void encode_irc(const Draft& draft, wire::CapabilitySet caps, std::string_view time_text,
                std::string_view leading_tags, std::string& out);

}  // namespace brusio::session
