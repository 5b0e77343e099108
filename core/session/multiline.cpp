#include "core/session/multiline.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/assert.h"
#include "core/session/exactly_once.h"
#include "core/session/speech.h"
#include "core/wire/case_mapping.h"
#include "core/wire/line.h"
#include "core/wire/tags.h"

namespace brusio::session {

namespace {

constexpr std::string_view multiline_type = "draft/multiline";
constexpr std::string_view concat_tag = "draft/multiline-concat";
constexpr std::size_t reference_bytes_max = 64;

Reply multiline_failure(std::string code, std::vector<std::string> params, std::string text) {
    return Reply::specified_fail("BATCH", std::move(code), std::move(params), std::move(text));
}

bool valid_reference(std::string_view reference) {
    return !reference.empty() && reference.size() <= reference_bytes_max &&
           std::all_of(reference.begin(), reference.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-';
           });
}

/// The label of the line that opened the batch is for the answer to the whole.
void answer_for(CommandContext& context, const ClientBatch& batch) {
    context.replies().adopt_label(batch.label);
}

/// Nothing more of the batch is listened to.
Outcome refuse(CommandContext& context, ClientBatch& batch, Reply reply) {
    answer_for(context, batch);
    batch.refused = true;
    batch.pieces.clear();
    return reply;
}

std::vector<TextLine> lines_in(const ClientBatch& batch) {
    std::vector<TextLine> lines;
    for (const ClientBatch::Piece& piece : batch.pieces) {
        append_pieces({piece.text, piece.continues}, lines);
    }
    return lines;
}

/// Why the line cannot be a part of the batch.
Outcome refusal_of_line(const CommandContext& context, const ClientBatch& batch, bool continues) {
    const std::string_view text = context.param(1);
    const bool is_said = wire::equals_command(context.line.command, "PRIVMSG") ||
                         wire::equals_command(context.line.command, "NOTICE");
    const bool is_same =
        batch.command.empty() || wire::names_equal(batch.command, context.line.command);
    if (!is_said || !is_same) {
        return multiline_failure("MULTILINE_INVALID", {}, "A batch is all PRIVMSG or all NOTICE");
    }
    if (!wire::names_equal(context.param(0), batch.target)) {
        return multiline_failure("MULTILINE_INVALID_TARGET",
                                 {batch.target, std::string{context.param(0)}},
                                 "All lines of a batch have its target");
    }
    if (continues && (text.empty() || batch.pieces.empty())) {
        return multiline_failure("MULTILINE_INVALID", {},
                                 "A blank or first line continues nothing");
    }
    const Limits& limits = context.state().config.limits;
    const std::size_t feed = continues || batch.pieces.empty() ? 0 : 1;
    if (batch.bytes + feed + text.size() > limits.multiline_bytes_max) {
        return multiline_failure("MULTILINE_MAX_BYTES",
                                 {std::to_string(limits.multiline_bytes_max)},
                                 "The message is too long");
    }
    if (batch.pieces.size() == limits.multiline_lines_max) {
        return multiline_failure("MULTILINE_MAX_LINES",
                                 {std::to_string(limits.multiline_lines_max)},
                                 "The message has too many lines");
    }
    return done;
}

bool is_blank(const ClientBatch& batch) {
    return std::all_of(batch.pieces.begin(), batch.pieces.end(),
                       [](const ClientBatch::Piece& piece) { return piece.text.empty(); });
}

/// Says the whole message, as PRIVMSG or NOTICE of one line would be said.
Outcome say_batch(CommandContext& context, const ClientBatch& batch) {
    const std::vector<TextLine> lines = lines_in(batch);
    const std::string text = joined(lines);
    wire::Line whole;
    whole.tags = batch.tags;
    whole.command = batch.command;
    whole.params_held[0] = batch.target;
    whole.params_count = 1;
    CommandContext said{context.stage, context.session, whole};
    const std::string tags = relayed_tags(said);
    const bool is_notice = wire::equals_command(batch.command, "NOTICE");
    Saying saying{is_notice ? RecordKind::notice : RecordKind::message,
                  is_notice ? "NOTICE" : "PRIVMSG", text, tags};
    const std::string again = "BATCH -" + batch.reference;
    saying.again = again;
    if (lines.size() > 1) saying.lines = lines;
    return say(said, saying);
}

}  // namespace

Outcome open_client_batch(CommandContext& context, std::string_view reference) {
    Session& session = context.session;
    if (!session.has(wire::Capability::multiline)) {
        return multiline_failure("UNKNOWN_TYPE",
                                 {std::string{reference}, std::string{context.param(1)}},
                                 "Negotiate draft/multiline first");
    }
    if (!valid_reference(reference)) {
        return multiline_failure("INVALID_REFTAG", {std::string{reference}},
                                 "A reference is up to 64 letters, digits and hyphens");
    }
    if (session.batch != nullptr) {
        return multiline_failure("MULTILINE_INVALID", {}, "Another batch is still open");
    }
    if (context.param(1) != multiline_type) {
        return multiline_failure("UNKNOWN_TYPE",
                                 {std::string{reference}, std::string{context.param(1)}},
                                 "Only draft/multiline can be sent");
    }
    if (context.param(2).empty()) return Reply::need_more_params("BATCH");
    auto batch = std::make_unique<ClientBatch>();
    batch->reference = reference;
    batch->target = context.param(2);
    batch->tags = context.line.tags;
    batch->label = context.replies().label();
    batch->opened = context.stage.now.mono;
    session.batch = std::move(batch);
    context.replies().defer();
    return done;
}

bool is_of_batch(const Session& session, const wire::Line& line) {
    return session.batch != nullptr &&
           wire::find_tag(line.tags, "batch").value_or("") == session.batch->reference;
}

Outcome refusal_of_stray(const Session& session, const wire::Line& line) {
    if (line.tags.empty() || !session.has(wire::Capability::multiline)) return done;
    constexpr std::string_view heard_by_others[] = {"PRIVMSG", "NOTICE", "TAGMSG"};
    const bool is_heard = std::any_of(
        std::begin(heard_by_others), std::end(heard_by_others),
        [&](std::string_view command) { return wire::equals_command(line.command, command); });
    if (!is_heard || !wire::find_tag(line.tags, "batch")) return done;
    return multiline_failure("MULTILINE_INVALID", {}, "The batch of this line is not open");
}

Outcome take_into_batch(CommandContext& context) {
    BRUSIO_ASSERT(context.session.batch != nullptr);
    ClientBatch& batch = *context.session.batch;
    context.replies().defer();
    if (batch.refused) return done;
    const Limits& limits = context.state().config.limits;
    if (context.stage.now.mono - batch.opened > limits.multiline_deadline) {
        return refuse(
            context, batch,
            multiline_failure("TIMEOUT", {batch.reference}, "The batch was open for too long"));
    }
    const bool continues = wire::find_tag(context.line.tags, concat_tag).has_value();
    if (Outcome refusal = refusal_of_line(context, batch, continues)) {
        return refuse(context, batch, *std::move(refusal));
    }
    if (!continues && !batch.pieces.empty()) ++batch.bytes;
    batch.bytes += context.param(1).size();
    batch.command = context.line.command;
    batch.pieces.push_back({std::string{context.param(1)}, continues});
    return done;
}

Outcome close_client_batch(CommandContext& context, std::string_view reference) {
    Session& session = context.session;
    if (session.batch == nullptr || session.batch->reference != reference) {
        return multiline_failure("INVALID_REFTAG", {std::string{reference}},
                                 "No such batch is open");
    }
    std::unique_ptr<ClientBatch> batch = std::move(session.batch);
    if (batch->refused) {
        context.replies().defer();
        return done;
    }
    answer_for(context, *batch);
    if (batch->pieces.empty() || is_blank(*batch)) {
        return multiline_failure("MULTILINE_INVALID", {},
                                 "A message with blank lines only says nothing");
    }
    Outcome outcome = say_batch(context, *batch);
    // The store has to be asked first: this line will be run again, or answered.
    if (session.awaiting_store) {
        batch->closed = true;
        session.batch = std::move(batch);
    }
    return outcome;
}

std::string multiline_value(const Limits& limits) {
    return "max-bytes=" + std::to_string(limits.multiline_bytes_max) +
           ",max-lines=" + std::to_string(limits.multiline_lines_max);
}

}  // namespace brusio::session
