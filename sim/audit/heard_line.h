#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/audit/name_table.h"
#include "sim/audit/text_line.h"

namespace brusio::sim {

/// One line that a server sent, and what follows from its text alone.
struct HeardLine {
    std::string text;
    TextLine line;          // views into `text`
    std::string_view time;  // the tags of these names; "" if they are not there
    std::string_view msgid;
    std::uint64_t msgid_key = 0;        // the digest of msgid
    bool is_speech = false;             // PRIVMSG, NOTICE or TAGMSG of a person
    NameId sender = 0;                  // if it is speech
    NameId target = 0;                  // if it is speech
    std::optional<TagCaps> judged_for;  // what `flaw` depends on; none: not judged yet
    std::string_view flaw;              // "" if nothing is wrong with it
};

/// Reads lines for all observers. A room's members are sent the same text one after the other, so
/// the last few texts are kept with what was found in them: reading is done once, seeing each time.
class LineReader {
 public:
    explicit LineReader(NameTable& names) : names_(names) {}

    /// `text` is without its line ending. Lives until the next call.
    const HeardLine& read(std::string_view text);
    /// What flaw_in() says of a line that read() has just given.
    std::string_view flaw(const HeardLine& heard, TagCaps caps);

 private:
    static constexpr std::size_t kept_count = 64;  // a power of two

    void read_anew(HeardLine& heard, std::string_view text);

    NameTable& names_;
    std::array<HeardLine, kept_count> kept_;
    std::size_t last_ = 0;
};

}  // namespace brusio::sim
