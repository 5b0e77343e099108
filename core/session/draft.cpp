#include "core/session/draft.h"

#include "core/wire/line_writer.h"

namespace brusio::session {

using wire::Capability;
using wire::CapabilitySet;

CapabilitySet encoding_capabilities() {
    // The first three put tags on a line; the others decide who gets which of two lines.
    return {Capability::message_tags,     Capability::server_time,       Capability::account_tag,
            Capability::extended_join,    Capability::away_notify,       Capability::account_notify,
            Capability::chghost,          Capability::setname,           Capability::invite_notify,
            Capability::extended_monitor, Capability::message_redaction, Capability::room_rename};
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
    if (!caps.has(Capability::message_tags)) return;
    if (!draft.message_id.empty()) line.tag("msgid", draft.message_id);
    if (draft.from_bot) line.tag("bot");
    line.tags(draft.client_tags);
}

/// A parameter that can only be read as the last one.
bool needs_colon(std::string_view param) {
    return param.empty() || param.front() == ':' || param.find(' ') != std::string_view::npos;
}

}  // namespace

void encode_irc(const Draft& draft, CapabilitySet caps, std::string_view time_text,
                std::string_view leading_tags, std::string& out) {
    BRUSIO_ASSERT(!draft.command.empty());
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
