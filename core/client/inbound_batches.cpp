// BATCH: lines that belong together (IRCv3 batch).

#include <array>
#include <utility>

#include "core/client/gap_fill.h"
#include "core/client/inbound.h"
#include "core/client/rows.h"
#include "core/client/sending.h"
#include "core/wire/time_text.h"

namespace brusio::client {
namespace {

void open_batch(Inbound& in) {
    OpenBatch batch;
    batch.kind = batch_kind(in.param(1));
    batch.label = in.tag("label").value_or("");
    batch.parent = in.batch;
    if (batch.kind == BatchKind::history) {
        batch.target = in.param(2);
        batch.gathered = is_gathered(in.brain, batch.target);
    }
    if (batch.kind == BatchKind::multiline) {
        batch.target = in.param(2);
        batch.message.tags = in.line.tags;
    }
    in.brain.link.batches.open(in.param(0).substr(1), std::move(batch),
                               in.brain.config.limits.open_batches_max);
}

// One row a room for everybody who went or came with a server.
void add_net_rows(Inbound& in, const OpenBatch& batch) {
    const MessageKind kind =
        batch.kind == BatchKind::net_split ? MessageKind::net_split : MessageKind::net_join;
    for (const auto& [id, nicks] : batch.nicks) {
        Conversation* room = in.brain.conversations.find(id);
        if (room == nullptr) continue;
        Message row;
        row.kind = kind;
        row.time = in.time();
        row.sender = to_utf8(in.line.source);
        row.text = nicks;
        row.target = room->name;
        add_row(in.brain, *room, std::move(row));
    }
}

void close_batch(Inbound& in) {
    auto batch = in.brain.link.batches.close(in.param(0).substr(1));
    if (!batch) return;
    add_net_rows(in, *batch);
    if (batch->kind == BatchKind::multiline) receive_gathered(in, *batch);
    const std::string label = std::move(batch->label);
    if (batch->kind == BatchKind::history) {
        history_page_done(in.brain, std::move(*batch), in.now);
    }
    // The answer is complete and held no refusal: a message in question is done.
    if (!label.empty()) confirm_label(in.brain, label);
}

void receive_batch(Inbound& in) {
    if (in.param(0).starts_with('+') && in.line.params_count >= 2) open_batch(in);
    if (in.param(0).starts_with('-')) close_batch(in);
}

// CHATHISTORY TARGETS <nick or room> <time of the newest message>. Rooms are asked about when we
// come into them.
void receive_history_target(Inbound& in) {
    const auto last = wire::parse_time(in.param(2));
    if (in.param(0) == "TARGETS" && last.ok()) note_writer(in.brain, in.param(1), last.value());
}

constexpr auto batch_handler_table = std::to_array<InboundHandler>(
    {{"BATCH", 1, receive_batch}, {"CHATHISTORY", 3, receive_history_target}});

}  // namespace

std::span<const InboundHandler> batch_handlers() { return batch_handler_table; }

}  // namespace brusio::client
