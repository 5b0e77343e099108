#include "core/client/inbound.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/assert.h"
#include "core/client/sending.h"
#include "core/wire/tags.h"
#include "core/wire/time_text.h"

namespace brusio::client {
namespace {

std::vector<InboundHandler> sorted_handlers() {
    const std::array families{link_handlers(),   speech_handlers(), membership_handlers(),
                              member_handlers(), room_handlers(),   mode_handlers(),
                              query_handlers(),  batch_handlers(),  refusal_handlers()};
    std::vector<InboundHandler> all;
    for (const auto family : families) all.insert(all.end(), family.begin(), family.end());
    const auto by_command = [](const InboundHandler& a, const InboundHandler& b) {
        return a.command < b.command;
    };
    std::sort(all.begin(), all.end(), by_command);
    BRUSIO_ASSERT(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) {
                      return a.command == b.command;
                  }) == all.end());
    return all;
}

bool is_numeric(std::string_view command) {
    return command.size() == 3 &&
           std::all_of(command.begin(), command.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Replies that no handler knows are shown as they are rather than swallowed; errors as refusals.
void receive_unknown(Inbound& in) {
    if (!is_numeric(in.line.command)) return;
    std::string text;
    for (std::size_t i = 1; i < in.line.params_count; ++i) {
        if (!text.empty()) text += ' ';
        text += in.text(i);
    }
    const char kind = in.line.command.front();
    if (kind == '4' || kind == '5') {
        refuse_label(in.brain, in.label, text);
        in.brain.raise(ClientError{ErrorKind::refused, {}, std::string(in.line.command), text});
    } else if (!text.empty()) {
        in.brain.tell(ServerNotice{ServerText::information, std::string(in.line.source), text});
    }
}

}  // namespace

std::string Inbound::words() const {
    return line.params_count == 0 ? std::string() : text(line.params_count - 1);
}

std::optional<std::string> Inbound::tag(std::string_view name) const {
    const auto escaped = wire::find_tag(line.tags, name);
    if (!escaped) return std::nullopt;
    return to_utf8(wire::unescape_tag_value(*escaped));
}

WallTime Inbound::time() const {
    if (const auto stamp = wire::find_tag(line.tags, "time")) {
        if (const auto told = wire::parse_time(*stamp)) return told.value();
    }
    return now.wall;
}

Conversation* Inbound::room(std::size_t index) const {
    if (!brain.isupport.is_room(param(index))) return nullptr;
    return brain.find(param(index));
}

Message Inbound::row(MessageKind kind) const {
    Message row;
    row.kind = kind;
    row.origin = is_mine() ? MessageOrigin::own : MessageOrigin::other;
    row.from_history = in_batch(BatchKind::history);
    row.time = time();
    row.msgid = tag("msgid").value_or("");
    row.sender = to_utf8(nick());
    row.account = tag("account").value_or("");
    return row;
}

const InboundHandler* find_inbound_handler(std::string_view command) {
    static const std::vector<InboundHandler> handlers = sorted_handlers();
    const auto found = std::lower_bound(
        handlers.begin(), handlers.end(), command,
        [](const InboundHandler& row, std::string_view wanted) { return row.command < wanted; });
    return found != handlers.end() && found->command == command ? &*found : nullptr;
}

void receive_line(Brain& brain, std::string_view text, Now now) {
    brain.emitter.heard(text);
    const auto line = wire::parse_line(text);
    if (!line.ok()) return;
    Inbound in{brain, *line, now, {}, nullptr, {}};
    const std::string own_label = in.tag("label").value_or("");
    in.label = own_label;
    const auto batch = wire::find_tag(line->tags, "batch");
    if (batch) {
        in.batch = *batch;
        if (in.label.empty()) in.label = brain.link.batches.label_of(*batch);
        in.special = brain.link.batches.find_special(*batch);
    }
    std::string command(line->command);
    for (char& c : command) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    }
    const InboundHandler* handler = find_inbound_handler(command);
    if (handler == nullptr) {
        receive_unknown(in);
    } else if (line->params_count >= handler->params_min) {
        handler->run(in);
    }
    // IRCv3 labeled-response: the labelled line is the whole answer. A message that it did not
    // refuse is done, whatever the answer was; a BATCH is complete at its end.
    if (!own_label.empty() && command != "BATCH") confirm_label(brain, own_label);
}

}  // namespace brusio::client
