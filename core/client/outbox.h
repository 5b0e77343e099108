#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/client/client_limits.h"
#include "core/client/message.h"

namespace brusio::client {

/// What the server does with an own message: says it back, acknowledges it, or nothing.
enum class Confirmation { none, expected };

/// An own message on its way out.
struct OutboxEntry {
    ConversationId conversation;
    MessagePtr message;
    std::string label;  ///< of the line it was written with; "" if it had none
    MonoTime written_at;
};

/// Own messages that are not settled: first queued, then written and waiting for confirmation.
/// Holds the order; knows no text of the protocol.
class Outbox {
 public:
    void queue(OutboxEntry entry) { queued_.push_back(std::move(entry)); }

    /// Takes the first queued entry whose conversation may speak now, if the pace allows one more.
    [[nodiscard]] std::optional<OutboxEntry> take_ready(
        Now now, Confirmation confirmation, const ClientLimits& limits,
        const std::function<bool(ConversationId)>& may_speak);
    /// It was written and its confirmation is awaited.
    void written(OutboxEntry entry);

    /// Each takes the entry out that the server's answer is about.
    [[nodiscard]] std::optional<OutboxEntry> settle_label(std::string_view label);
    [[nodiscard]] std::optional<OutboxEntry> settle_text(ConversationId conversation,
                                                         MessageKind kind, std::string_view text);
    [[nodiscard]] std::optional<OutboxEntry> settle_oldest(ConversationId conversation);
    /// Takes a queued entry out; none if it is not queued.
    [[nodiscard]] std::optional<OutboxEntry> take_queued(MessageId message);
    [[nodiscard]] std::vector<OutboxEntry> take_queued_of(ConversationId conversation);
    /// The link is gone: everything written and not confirmed, in order.
    [[nodiscard]] std::vector<OutboxEntry> take_written();
    /// Written entries whose confirmation did not come in time.
    [[nodiscard]] std::vector<OutboxEntry> take_overdue(MonoTime now, const ClientLimits& limits);

    /// Before everything else, in this order.
    void queue_first(std::vector<OutboxEntry> entries);
    /// What may or may not have arrived is to be sent again, before everything else, in its order.
    void send_again(std::vector<OutboxEntry> entries);
    /// True if something of this conversation was written, now or before, and is not confirmed.
    [[nodiscard]] bool is_in_doubt(ConversationId conversation) const;
    /// Everything unsettled: what is in doubt, then what is queued.
    [[nodiscard]] std::vector<MessagePtr> messages() const;
    /// True if such a message is written and not confirmed.
    [[nodiscard]] bool awaits(ConversationId conversation, MessageKind kind,
                              std::string_view text) const;
    /// True if something queued or written is of this conversation.
    [[nodiscard]] bool holds(ConversationId conversation) const;
    [[nodiscard]] std::size_t size() const { return queued_.size() + written_.size(); }
    [[nodiscard]] std::size_t queued() const { return queued_.size(); }
    /// When a confirmation is overdue, or the pace that held the last take_ready allows one more.
    [[nodiscard]] std::optional<MonoTime> deadline(const ClientLimits& limits) const;
    void check_invariants() const;

 private:
    std::deque<OutboxEntry> queued_;
    std::deque<OutboxEntry> written_;
    MonoTime pace_until_;     // unechoed: the time by which what was written is worked off
    bool pace_held_ = false;  // the last take_ready was refused by the pace alone
};

}  // namespace brusio::client
