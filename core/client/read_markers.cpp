#include "core/client/read_markers.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/client/keeping.h"
#include "core/client/rows.h"
#include "core/wire/time_text.h"

namespace brusio::client {
namespace {

using wire::Capability;

// Markers are times of the server's, so they make no sense where it does not tell them.
bool has_markers(const Brain& brain) {
    return brain.phase == Phase::online && brain.has(Capability::read_marker) &&
           brain.has(Capability::server_time) && !brain.me.account.empty();
}

// The newest row of somebody else, in the order of the rows, that `matches`; null if there is none.
template <class Matches>
MessagePtr newest_of_others(const Conversation& conversation, Matches matches) {
    const auto& rows = conversation.timeline.messages();
    const auto found = std::find_if(rows.rbegin(), rows.rend(), [&](const MessagePtr& row) {
        return row->origin == MessageOrigin::other && is_from_server(*row) && matches(*row);
    });
    return found == rows.rend() ? nullptr : *found;
}

bool is_known_to_server(const ReadMarker& marker) {
    return marker.read <= std::max(marker.told, marker.sent);
}

// When the next one may go; none if it has to wait for something else.
std::optional<MonoTime> due(const Brain& brain, const Conversation& conversation) {
    if (conversation.membership != Membership::inside) return std::nullopt;
    const auto last = conversation.marker.sent_at;
    return last ? *last + brain.config.limits.read_marker_interval : MonoTime{};
}

}  // namespace

void read_up_to(Brain& brain, Conversation& conversation, MessageId message) {
    mark_read_up_to(brain, conversation, message);
    const MessagePtr row =
        newest_of_others(conversation, [message](const Message& one) { return one.id <= message; });
    ReadMarker& marker = conversation.marker;
    if (row == nullptr || row->time <= marker.read) return;
    marker.read = row->time;
    keep_place(brain, conversation);
    if (!is_known_to_server(marker)) brain.unmarked.insert(conversation.id);
}

void take_read_marker(Brain& brain, std::string_view target, WallTime time) {
    Conversation* conversation = brain.find(target);
    if (conversation == nullptr || time <= conversation->marker.told) return;
    ReadMarker& marker = conversation->marker;
    marker.told = time;
    keep_place(brain, *conversation);
    if (is_known_to_server(marker)) brain.unmarked.erase(conversation->id);
    if (time <= marker.sent) return;  // the answer to our own
    const MessagePtr row =
        newest_of_others(*conversation, [time](const Message& one) { return one.time <= time; });
    if (row != nullptr) mark_read_up_to(brain, *conversation, row->id);
}

void ask_for_read_marker(Brain& brain, const Conversation& person) {
    BRUSIO_ASSERT(person.kind == ConversationKind::person);
    if (has_markers(brain)) brain.send(line_of("MARKREAD", {person.name}));
}

void ask_for_read_markers(Brain& brain) {
    for (const auto& [id, conversation] : brain.conversations.all()) {
        const bool is_person = conversation.kind == ConversationKind::person;
        if (is_person && conversation.unread > 0) ask_for_read_marker(brain, conversation);
    }
}

void send_read_markers(Brain& brain, Now now) {
    if (brain.unmarked.empty() || !has_markers(brain)) return;
    for (auto next = brain.unmarked.begin(); next != brain.unmarked.end();) {
        Conversation* conversation = brain.conversations.find(*next);
        BRUSIO_ASSERT(conversation != nullptr && !is_known_to_server(conversation->marker));
        const auto from = due(brain, *conversation);
        if (!from || now.mono < *from) {
            ++next;
            continue;
        }
        ReadMarker& marker = conversation->marker;
        marker.sent = marker.read;
        marker.sent_at = now.mono;
        brain.send(line_of("MARKREAD", {conversation->name, wire::timestamp_param(marker.read)}));
        next = brain.unmarked.erase(next);
    }
}

std::optional<MonoTime> read_marker_deadline(const Brain& brain) {
    std::optional<MonoTime> next;
    if (!has_markers(brain)) return next;
    for (const ConversationId id : brain.unmarked) {
        const auto from = due(brain, *brain.conversations.find(id));
        if (from) next = next ? std::min(*next, *from) : from;
    }
    return next;
}

void forget_sent_markers(Brain& brain) {
    for (auto& [id, conversation] : brain.conversations.all()) {
        conversation.marker.sent = WallTime{};
        conversation.marker.sent_at.reset();
        if (!is_known_to_server(conversation.marker)) brain.unmarked.insert(id);
    }
}

}  // namespace brusio::client
