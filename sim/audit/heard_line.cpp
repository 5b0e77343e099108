#include "sim/audit/heard_line.h"

#include <cstring>

#include "core/base/assert.h"
#include "sim/time/trace.h"

namespace brusio::sim {

namespace {

// Two messages differ in their time or their number, which stand in the first bytes.
std::size_t place_of(std::string_view text) {
    constexpr std::size_t looked_at = 56;
    return static_cast<std::size_t>(digest(text.substr(0, looked_at)) ^ text.size());
}

}  // namespace

const HeardLine& LineReader::read(std::string_view text) {
    if (kept_[last_].text == text && !text.empty()) return kept_[last_];
    last_ = place_of(text) % kept_count;
    HeardLine& heard = kept_[last_];
    if (heard.text != text || text.empty()) read_anew(heard, text);
    return heard;
}

void LineReader::read_anew(HeardLine& heard, std::string_view text) {
    heard.text = text;
    heard.line = read_line(heard.text);
    const TextLine& line = heard.line;
    heard.time = line.tags.empty() ? std::string_view{} : tag_value(line.tags, "time");
    heard.msgid = line.tags.empty() ? std::string_view{} : tag_value(line.tags, "msgid");
    heard.msgid_key = digest(heard.msgid);
    const bool speaks =
        line.command == "PRIVMSG" || line.command == "NOTICE" || line.command == "TAGMSG";
    heard.is_speech = speaks && line.source.find('!') != std::string_view::npos;
    if (heard.is_speech) {
        heard.sender = names_.id_of(line.nick());
        heard.target = names_.id_of(line.param(0));
    }
    heard.judged_for.reset();
}

std::string_view LineReader::flaw(const HeardLine& heard, TagCaps caps) {
    HeardLine& kept = kept_[last_];
    BRUSIO_ASSERT(&kept == &heard);
    if (kept.judged_for != caps) {
        kept.judged_for = caps;
        kept.flaw = flaw_in(kept.text, kept.line, caps);
    }
    return kept.flaw;
}

}  // namespace brusio::sim
