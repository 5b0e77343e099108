// Messages of several lines, which come as a batch (IRCv3 multiline).

#include "core/base/assert.h"
#include "core/client/inbound.h"

namespace brusio::client {

bool gather_line(Inbound& in) {
    OpenBatch* batch = in.brain.link.batches.find(in.batch);
    if (batch == nullptr || batch->kind != BatchKind::multiline) return false;
    const bool is_notice = wire::equals_command(in.line.command, "NOTICE");
    const bool is_said = is_notice || wire::equals_command(in.line.command, "PRIVMSG");
    if (!is_said || in.line.params_count < 2) return false;
    GatheredMessage& message = batch->message;
    const std::string text = in.text(1);
    const std::size_t bytes_max = in.brain.config.limits.message_text_bytes_max;
    if (message.text.size() + text.size() >= bytes_max) return true;
    if (message.command.empty()) {
        message.command = is_notice ? "NOTICE" : "PRIVMSG";
        message.source = in.line.source;
    } else if (!in.tags.find("draft/multiline-concat")) {
        message.text += '\n';
    }
    message.text += text;
    return true;
}

void receive_gathered(Inbound& end, const OpenBatch& batch) {
    const GatheredMessage& message = batch.message;
    if (message.command.empty()) return;
    wire::Line whole;
    whole.tags = message.tags;
    whole.source = message.source;
    whole.command = message.command;
    whole.params_held[0] = batch.target;
    whole.params_held[1] = message.text;
    whole.params_count = 2;
    Batches& batches = end.brain.link.batches;
    Inbound in{end.brain,
               whole,
               end.now,
               wire::TagList{whole.tags},
               nick_of(whole.source),
               false,
               batch.label.empty() ? batches.label_of(batch.parent) : batch.label,
               batches.find_special(batch.parent),
               batch.parent};
    const InboundHandler* handler = find_inbound_handler(message.command);
    BRUSIO_ASSERT(handler != nullptr);
    handler->run(in);
}

}  // namespace brusio::client
