#include "core/session/draft.h"

#include "core/wire/line_writer.h"

namespace brusio::session {

using wire::Capability;
using wire::CapabilitySet;

CapabilitySet encoding_capabilities() {
    // Some put tags on a line; the others decide who gets which of two lines.
    return {Capability::message_tags,     Capability::server_time,       Capability::account_tag,
            Capability::extended_join,    Capability::away_notify,       Capability::account_notify,
            Capability::chghost,          Capability::setname,           Capability::invite_notify,
            Capability::extended_monitor, Capability::message_redaction, Capability::room_rename,
            Capability::multiline,        Capability::exactly_once,      Capability::oper_tag};
}

namespace {

void write_tags(const Draft& draft, CapabilitySet caps, std::string_view time_text,
                std::string_view leading_tags, wire::LineWriter& line) {
    line.tags(leading_tags);
    if (caps.has(Capability::server_time)) {
        line.tag("time", draft.time.empty() ? time_text : draft.time);
    }
    if (caps.has(Capability::account_tag) && !draft.account.empty()) {
        line.tag("account", draft.account);
    }
    // Which one it is, is nobody's business.
    if (caps.has(Capability::oper_tag) && draft.from_operator) line.tag("draft/oper");
    if (caps.has(Capability::exactly_once) && !draft.place.empty()) {
        line.tag("brusio/seq", draft.place);
    }
    if (!caps.has(Capability::message_tags)) return;
    if (!draft.message_id.empty()) line.tag("msgid", draft.message_id);
    if (draft.from_bot) line.tag("bot");
    if (draft.ends_history) line.tag("draft/chathistory-end");
    line.tags(draft.client_tags);
}

/// A parameter that can only be read as the last one.
bool needs_colon(std::string_view param) {
    return param.empty() || param.front() == ':' || param.find(' ') != std::string_view::npos;
}

/// IRCv3 multiline, "Batch types".
void encode_batch(const Draft& draft, CapabilitySet caps, std::string_view time_text,
                  std::string_view leading_tags, std::string& out) {
    const std::string tag = "batch=m" + std::string{draft.message_id};
    const std::string continuing = tag + ";draft/multiline-concat";
    std::string reference = "+m" + std::string{draft.message_id};
    Draft open = draft;
    open.lines = {};
    open.command = "BATCH";
    open.param_count = 0;
    open.text_last = false;
    open.with({reference, "draft/multiline", draft.params[0]});
    encode_irc(open, caps, time_text, leading_tags, out);
    for (const TextLine& line : draft.lines) {
        Draft one;
        one.source = draft.source;
        one.command = draft.command;
        one.add(draft.params[0]).text(line.text);
        encode_irc(one, {}, time_text, line.continues ? continuing : tag, out);
    }
    reference.front() = '-';
    Draft close;
    close.source = draft.source;
    close.command = "BATCH";
    // IRCv3 batch: a batch within another ends inside it, too.
    const bool is_nested = leading_tags.starts_with("batch=");
    encode_irc(close.add(reference), {}, time_text, is_nested ? leading_tags : "", out);
}

/// IRCv3 multiline, "Fallback".
void encode_lines(const Draft& draft, CapabilitySet caps, std::string_view time_text,
                  std::string_view leading_tags, std::string& out) {
    Draft one = draft;
    one.lines = {};
    for (const TextLine& line : draft.lines) {
        if (line.text.empty()) continue;
        one.params[one.param_count - 1] = line.text;
        encode_irc(one, caps, time_text, leading_tags, out);
        one.message_id = {};  // of the first line alone; what it answers all of them do
        one.place = {};
    }
}

}  // namespace

void encode_irc(const Draft& draft, CapabilitySet caps, std::string_view time_text,
                std::string_view leading_tags, std::string& out) {
    BRUSIO_ASSERT(!draft.command.empty());
    if (!draft.lines.empty()) {
        BRUSIO_ASSERT(!draft.message_id.empty() && draft.text_last && draft.param_count == 2);
        const bool in_batch = caps.has(Capability::multiline);
        return in_batch ? encode_batch(draft, caps, time_text, leading_tags, out)
                        : encode_lines(draft, caps, time_text, leading_tags, out);
    }
    wire::LineWriter line(out);
    write_tags(draft, caps, time_text, leading_tags, line);
    if (!draft.source.empty()) line.source(draft.source);
    line.command(draft.command);
    for (std::size_t i = 0; i < draft.param_count; ++i) {
        const bool last = i + 1 == draft.param_count;
        if (last && (draft.text_last || needs_colon(draft.params[i]))) {
            line.trailing(draft.params[i]);
        } else {
            line.param(draft.params[i]);
        }
    }
    line.end();
}

}  // namespace brusio::session
