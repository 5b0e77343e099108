#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/limits.h"
#include "core/wire/numerics.h"

namespace brusio::wire {

/// What became of a line when it was ended.
enum class LineEnd : std::uint8_t {
    whole,
    cut,  // it passed 512 bytes; its end was left out
};

/// Appends one line to a buffer, part after part in the order of the wire:
///
///     LineWriter{out}.tag("time", now).source(mask).command("PRIVMSG").param("#a").trailing(text)
///         .end();
///
/// Whatever the arguments hold, the result is exactly one line: CR, LF and NUL become spaces (in
/// words '_'), so nothing that a peer wrote can start another line. Calling the parts out of order
/// is a bug and aborts. The writer refers to the buffer, which the caller owns and may fill with
/// any number of lines; the buffer's memory is used again.
class LineWriter {
 public:
    explicit LineWriter(std::string& out);

    /// Adds a tag; `value` is escaped here, an empty one is left out (IRCv3 message-tags).
    LineWriter& tag(std::string_view key, std::string_view value = {});
    /// Adds tags that are escaped already and joined by ';', as client_only_tags() answers them.
    /// Nothing is added for an empty text. Relayed tags come after our own.
    LineWriter& tags(std::string_view escaped);

    LineWriter& source(std::string_view name);
    LineWriter& source(std::string_view nick, std::string_view user, std::string_view host);

    /// A command that starts with '@' or ':' starts with '_' instead.
    LineWriter& command(std::string_view name);
    LineWriter& command(Numeric numeric) { return command(numeric_code(numeric)); }

    /// A parameter that is not the last. Should a peer's text not be able to stand there it is
    /// bent: an empty one is written "*", spaces and a leading ':' become '_'.
    LineWriter& param(std::string_view word);
    /// The last parameter, always written with ':'; it may hold spaces, or nothing.
    LineWriter& trailing(std::string_view text);
    /// Adds `item` to the last parameter, behind `separator` unless it is the first there, if the
    /// line still has room for both; otherwise writes nothing and answers false. For lists that go
    /// over several lines: NAMES, MONITOR, CAP LS.
    [[nodiscard]] bool try_item(std::string_view item, char separator);

    /// Bytes that parameters may still use before the line would be cut.
    [[nodiscard]] std::size_t bytes_left() const;

    /// Ends the line with CR LF. A line of more than 512 bytes, tags not counted, loses its end
    /// before them, never half a character (Modern IRC "Compatibility with incorrect software").
    LineEnd end();

 private:
    enum class Stage : std::uint8_t { begun, tags, source, command, trailing, ended };

    void begin_tag();
    void end_tags();
    void append_text(std::string_view text);
    void append_opening_word(std::string_view word);
    void append_word(std::string_view word);

    std::string& out_;
    std::size_t line_begin_;
    std::size_t rest_begin_;  // behind the tags
    std::size_t last_param_begin_ = 0;
    Stage stage_ = Stage::begun;
};

}  // namespace brusio::wire
