#include "core/client/gap_marks.h"

#include <utility>

#include "core/base/assert.h"
#include "core/client/known_rows.h"

namespace brusio::client {
namespace {

/// More than anybody scrolls through.
constexpr std::uint64_t ids_per_gap = std::uint64_t{1} << 20U;

}  // namespace

void expect_gap(Conversation& conversation, std::string from) {
    if (conversation.kept.gap_next || !has_rows_of_server(conversation)) return;
    conversation.kept.gap_next = true;
    conversation.kept.gap_from = std::move(from);
}

void expect_no_gap(Conversation& conversation) {
    conversation.kept.gap_next = false;
    conversation.kept.gap_from.clear();
}

void note_absence(Conversation& conversation) {
    expect_gap(conversation, newest_msgid(conversation));
}

void mark_gap(Brain& brain, Conversation& conversation, Message& row) {
    BRUSIO_ASSERT(is_settled(row));
    if (!conversation.kept.gap_next) return;
    row.after_gap = true;
    row.gap_from = std::move(conversation.kept.gap_from);
    expect_no_gap(conversation);
    brain.messages_made += ids_per_gap;
}

}  // namespace brusio::client
