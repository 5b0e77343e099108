#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace brusio::sim {

/// One protocol line as the auditor reads it: a second reading of the specs (RFC 1459 section
/// 2.3.1, IRCv3 message-tags) that shares no code with the server. Views into the line.
struct TextLine {
    static constexpr std::size_t params_max = 16;

    std::string_view tags;    // without '@'
    std::string_view source;  // without ':'
    std::string_view command;
    std::array<std::string_view, params_max> params;
    std::size_t param_count = 0;

    /// The part of the source before '!'.
    [[nodiscard]] std::string_view nick() const;
    /// "" if there is no such parameter.
    [[nodiscard]] std::string_view param(std::size_t index) const {
        return index < param_count ? params[index] : std::string_view{};
    }
    [[nodiscard]] bool is_numeric() const {
        return command.size() == 3 && command[0] >= '0' && command[0] <= '9';
    }
};

/// `line` is without its line ending.
[[nodiscard]] TextLine read_line(std::string_view line);

/// The value of a tag as it stands on the wire; "" if it is not there or has none.
[[nodiscard]] std::string_view tag_value(std::string_view tags, std::string_view key);

/// Capabilities by which a tag may appear; others do not matter here.
enum class TagCap : std::uint8_t {
    none = 0,
    message_tags = 1,
    server_time = 2,
    account_tag = 4,
    labeled_response = 8,
    batch = 16,
    echo_message = 32,
};
using TagCaps = std::uint8_t;

[[nodiscard]] TagCap cap_named(std::string_view name);

/// What is wrong with a line that a server sent; "" if nothing is. Checks length, UTF-8, control
/// characters, the shape of the command, the arity of numerics and of the common commands, and
/// that every tag was negotiated.
[[nodiscard]] std::string_view flaw_in(std::string_view line, const TextLine& read, TagCaps caps);

[[nodiscard]] bool is_utf8(std::string_view text);

/// ASCII lower case, which is how names are compared.
[[nodiscard]] std::string folded(std::string_view name);

}  // namespace brusio::sim
