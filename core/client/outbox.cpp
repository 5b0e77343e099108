#include "core/client/outbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/assert.h"

namespace brusio::client {
namespace {

using Entries = std::deque<OutboxEntry>;

template <class Matches>
std::optional<OutboxEntry> take_first(Entries& entries, Matches matches) {
    const auto found = std::find_if(entries.begin(), entries.end(), matches);
    if (found == entries.end()) return std::nullopt;
    OutboxEntry entry = std::move(*found);
    entries.erase(found);
    return entry;
}

template <class Matches>
std::vector<OutboxEntry> take_all(Entries& entries, Matches matches) {
    std::vector<OutboxEntry> taken;
    Entries kept;
    for (OutboxEntry& entry : entries) {
        if (matches(entry)) {
            taken.push_back(std::move(entry));
        } else {
            kept.push_back(std::move(entry));
        }
    }
    entries = std::move(kept);
    return taken;
}

bool is_message(const OutboxEntry& entry, ConversationId conversation, MessageKind kind,
                std::string_view text) {
    return entry.conversation == conversation && entry.message->kind == kind &&
           entry.message->text == text;
}

// A server without echo: after a burst of n, one message a pace.
Duration burst_span(const ClientLimits& limits) {
    return limits.unechoed_pace * static_cast<int>(limits.unechoed_burst_max - 1);
}

}  // namespace

std::optional<OutboxEntry> Outbox::take_ready(
    Now now, Confirmation confirmation, const ClientLimits& limits,
    const std::function<bool(ConversationId)>& may_speak) {
    pace_held_ = false;
    const auto ready = std::find_if(queued_.begin(), queued_.end(), [&](const OutboxEntry& entry) {
        return may_speak(entry.conversation);
    });
    if (ready == queued_.end()) return std::nullopt;
    if (confirmation == Confirmation::expected) {
        if (written_.size() >= limits.unconfirmed_messages_max) return std::nullopt;
    } else {
        const MonoTime base = std::max(pace_until_, now.mono);
        if (base - now.mono > burst_span(limits)) {
            pace_held_ = true;
            return std::nullopt;
        }
        pace_until_ = base + limits.unechoed_pace;
    }
    OutboxEntry entry = std::move(*ready);
    queued_.erase(ready);
    return entry;
}

void Outbox::written(OutboxEntry entry) {
    BRUSIO_ASSERT(entry.message->state == MessageState::sending);
    written_.push_back(std::move(entry));
}

std::optional<OutboxEntry> Outbox::settle_label(std::string_view label) {
    BRUSIO_ASSERT(!label.empty());
    return take_first(written_, [&](const OutboxEntry& entry) { return entry.label == label; });
}

std::optional<OutboxEntry> Outbox::settle_text(ConversationId conversation, MessageKind kind,
                                               std::string_view text) {
    return take_first(written_, [&](const OutboxEntry& entry) {
        return is_message(entry, conversation, kind, text);
    });
}

std::optional<OutboxEntry> Outbox::settle_oldest(ConversationId conversation) {
    return take_first(written_,
                      [&](const OutboxEntry& entry) { return entry.conversation == conversation; });
}

std::optional<OutboxEntry> Outbox::take_queued(MessageId message) {
    return take_first(queued_,
                      [&](const OutboxEntry& entry) { return entry.message->id == message; });
}

std::vector<OutboxEntry> Outbox::take_queued_of(ConversationId conversation) {
    return take_all(queued_,
                    [&](const OutboxEntry& entry) { return entry.conversation == conversation; });
}

std::vector<OutboxEntry> Outbox::take_written() {
    pace_until_ = MonoTime{};
    pace_held_ = false;
    return take_all(written_, [](const OutboxEntry&) { return true; });
}

void Outbox::queue_first(std::vector<OutboxEntry> entries) {
    for (const OutboxEntry& entry : entries) {
        BRUSIO_ASSERT(entry.message->state == MessageState::queued);
    }
    queued_.insert(queued_.begin(), std::make_move_iterator(entries.begin()),
                   std::make_move_iterator(entries.end()));
}

void Outbox::send_again(std::vector<OutboxEntry> entries) {
    for (const OutboxEntry& entry : entries) {
        BRUSIO_ASSERT(!entry.message->client_id.empty());
    }
    queue_first(std::move(entries));
}

bool Outbox::is_in_doubt(ConversationId conversation) const {
    const auto in_doubt = [&](const OutboxEntry& entry) {
        return entry.conversation == conversation && !entry.message->client_id.empty();
    };
    return std::any_of(queued_.begin(), queued_.end(), in_doubt) ||
           std::any_of(written_.begin(), written_.end(), in_doubt);
}

std::vector<MessagePtr> Outbox::messages() const {
    std::vector<MessagePtr> all;
    for (const OutboxEntry& entry : written_) all.push_back(entry.message);
    for (const OutboxEntry& entry : queued_) all.push_back(entry.message);
    return all;
}

std::vector<OutboxEntry> Outbox::take_overdue(MonoTime now, const ClientLimits& limits) {
    return take_all(written_, [&](const OutboxEntry& entry) {
        return now >= entry.written_at + limits.confirmation_deadline;
    });
}

bool Outbox::awaits(ConversationId conversation, MessageKind kind, std::string_view text) const {
    return std::any_of(written_.begin(), written_.end(), [&](const OutboxEntry& entry) {
        return is_message(entry, conversation, kind, text);
    });
}

bool Outbox::holds(ConversationId conversation) const {
    const auto is_its = [&](const OutboxEntry& entry) {
        return entry.conversation == conversation;
    };
    return std::any_of(queued_.begin(), queued_.end(), is_its) ||
           std::any_of(written_.begin(), written_.end(), is_its);
}

std::optional<MonoTime> Outbox::deadline(const ClientLimits& limits) const {
    std::optional<MonoTime> next;
    if (!written_.empty()) next = written_.front().written_at + limits.confirmation_deadline;
    if (pace_held_ && !queued_.empty()) {
        const MonoTime paced = pace_until_ + (Duration{0} - burst_span(limits));
        next = next ? std::min(*next, paced) : paced;
    }
    return next;
}

void Outbox::check_invariants() const {
    for (const OutboxEntry& entry : queued_) {
        BRUSIO_ASSERT(entry.message->state == MessageState::queued && entry.conversation);
    }
    MonoTime previous;
    for (const OutboxEntry& entry : written_) {
        BRUSIO_ASSERT(entry.message->state == MessageState::sending && entry.conversation);
        BRUSIO_ASSERT(previous <= entry.written_at);
        previous = entry.written_at;
    }
}

}  // namespace brusio::client
