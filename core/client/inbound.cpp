#include "core/client/inbound.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/assert.h"
#include "core/client/sending.h"
#include "core/wire/time_text.h"
#include "core/wire/utf8.h"

namespace brusio::client {
namespace {

// The first eight bytes of a command, in capitals, as a number: searched faster than texts.
std::uint64_t key_of(std::string_view command) {
    std::uint64_t key = 0;
    for (const char c : command.substr(0, 8)) {
        const bool small = c >= 'a' && c <= 'z';
        key = key << 8 | static_cast<unsigned char>(small ? c - ('a' - 'A') : c);
    }
    return key;
}

struct KeyedHandler {
    std::uint64_t key;
    InboundHandler handler;
};

std::vector<KeyedHandler> sorted_handlers() {
    const std::array families{link_handlers(),       login_handlers(),  speech_handlers(),
                              membership_handlers(), member_handlers(), room_handlers(),
                              mode_handlers(),       query_handlers(),  batch_handlers(),
                              refusal_handlers(),    marker_handlers()};
    std::vector<KeyedHandler> all;
    for (const auto family : families) {
        for (const InboundHandler& row : family) all.push_back({key_of(row.command), row});
    }
    const auto by_key = [](const KeyedHandler& a, const KeyedHandler& b) { return a.key < b.key; };
    std::sort(all.begin(), all.end(), by_key);
    BRUSIO_ASSERT(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) {
                      return a.key == b.key;
                  }) == all.end());
    return all;
}

bool is_numeric(std::string_view command) {
    return command.size() == 3 &&
           std::all_of(command.begin(), command.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Replies that no handler knows are handed on rather than swallowed; errors are refusals.
void receive_unknown(Inbound& in) {
    if (!is_numeric(in.line.command)) return;
    const char kind = in.line.command.front();
    if (kind != '4' && kind != '5') {
        hand_on(in);
        return;
    }
    std::string text;
    for (std::size_t i = 1; i < in.line.params_count; ++i) {
        if (!text.empty()) text += ' ';
        text += in.text(i);
    }
    refuse_label(in.brain, in.label, text);
    in.brain.raise(ClientError{ErrorKind::refused, {}, std::string(in.line.command), text});
}

}  // namespace

void hand_on(Inbound& in) {
    ServerReply reply;
    reply.code = in.line.command;
    reply.from = in.utf8(in.line.source);
    for (std::size_t i = 1; i < in.line.params_count; ++i) reply.params.push_back(in.text(i));
    if (!reply.params.empty()) in.brain.tell(std::move(reply));
}

std::string Inbound::words() const {
    return line.params_count == 0 ? std::string() : text(line.params_count - 1);
}

std::optional<std::string> Inbound::tag(std::string_view name) const {
    const auto escaped = tags.find(name);
    if (!escaped) return std::nullopt;
    std::string value = wire::unescape_tag_value(*escaped);
    if (!all_utf8) value = to_utf8(value);
    return value;
}

WallTime Inbound::time() const {
    if (const auto stamp = tags.find("time")) {
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
    if (auto msgid = tag("msgid")) row.msgid = std::move(*msgid);
    row.sender = utf8(nick());
    row.tags = utf8(line.tags);
    if (auto account = tag("account")) row.account = std::move(*account);
    const bool by_our_account = !row.account.empty() && row.account == brain.me.account;
    if (row.from_history && by_our_account) row.origin = MessageOrigin::own;
    return row;
}

const InboundHandler* find_inbound_handler(std::string_view command) {
    static const std::vector<KeyedHandler> handlers = sorted_handlers();
    const std::uint64_t key = key_of(command);
    const auto found = std::lower_bound(
        handlers.begin(), handlers.end(), key,
        [](const KeyedHandler& row, std::uint64_t sought) { return row.key < sought; });
    if (found == handlers.end() || found->key != key) return nullptr;
    return wire::equals_command(command, found->handler.command) ? &found->handler : nullptr;
}

void receive_line(Brain& brain, std::string_view text, Now now) {
    brain.emitter.heard(text);
    const auto line = wire::parse_line(text);
    if (!line.ok()) return;
    Inbound in{brain,
               *line,
               now,
               wire::TagList{line->tags},
               nick_of(line->source),
               wire::valid_utf8(text),
               {},
               nullptr,
               {}};
    const std::string own_label = in.tag("label").value_or("");
    in.label = own_label;
    if (const auto batch = in.tags.find("batch")) {
        in.batch = *batch;
        if (gather_line(in)) return;
        if (in.label.empty()) in.label = brain.link.batches.label_of(*batch);
        in.special = brain.link.batches.find_special(*batch);
        if (in.in_batch(BatchKind::history)) {
            ++in.special->lines;
            in.special->last_msgid = in.tag("msgid").value_or(in.special->last_msgid);
        }
    }
    const InboundHandler* handler = find_inbound_handler(line->command);
    if (handler == nullptr) {
        receive_unknown(in);
    } else if (line->params_count >= handler->params_min) {
        handler->run(in);
    }
    // IRCv3 labeled-response: the labelled line is the whole answer. A message that it did not
    // refuse is done, whatever the answer was; a BATCH is complete at its end.
    const bool is_batch = handler != nullptr && handler->command == "BATCH";
    if (!own_label.empty() && !is_batch) confirm_label(brain, own_label);
}

}  // namespace brusio::client
