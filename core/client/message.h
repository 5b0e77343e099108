#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/time.h"

namespace brusio::client {

/// One conversation of one Client: a room or a person. Never used again in the Client's life.
using ConversationId = Id<struct ConversationTag>;
/// One row of a conversation, own or received; grows from the oldest row to the newest. Own
/// messages keep it from the outbox to the echo.
using MessageId = Id<struct MessageTag>;
/// Rows that are added behind the others count up from here, over all conversations of the Client;
/// those that are added before the others count down.
inline constexpr std::uint64_t message_ids_from = std::uint64_t{1} << 40U;

enum class MessageKind : std::uint8_t {
    said,
    action,  ///< /me
    notice,
    joined,
    parted,
    quit,
    kicked,         ///< `subject` was kicked by `sender`
    renamed,        ///< `sender` is now `subject`
    room_renamed,   ///< the room `subject` is called `target` now; why is in `text`
    topic_changed,  ///< the new topic is `text`
    mode_changed,   ///< the mode string is `text`
    invited,        ///< `sender` invited `subject`
    net_split,      ///< the nicks in `text` left together
    net_join,       ///< the nicks in `text` came back together
};

/// True for what a person said; the other kinds tell what happened in the room.
[[nodiscard]] constexpr bool is_speech(MessageKind kind) {
    return kind == MessageKind::said || kind == MessageKind::action || kind == MessageKind::notice;
}

/// `received` for everything that came from the server unasked; the others for own messages.
/// A draft is the composer's affair: it becomes `queued` when it is sent.
enum class MessageState : std::uint8_t {
    received,
    queued,     ///< not written yet; goes out in order once online and in the room
    sending,    ///< written, not confirmed
    sent,       ///< confirmed by its echo, or written to a server that confirms nothing
    failed,     ///< see `failure`; retry() or cancel() decide
    cancelled,  ///< by the user; never written, or given up after a failure
};

enum class MessageFailure : std::uint8_t {
    none,
    refused,  ///< by the server, with its words in `failure_text`
    unknown,  ///< the link broke after it was written: may or may not have been delivered
    outbox_full,
};

enum class MessageOrigin : std::uint8_t { other, own };

/// One row of a conversation. Immutable; a change of state makes a new one with the same id.
/// Texts are valid UTF-8 whatever the server sent, with the formatting codes left in.
struct Message {
    MessageId id;
    MessageKind kind = MessageKind::said;
    MessageOrigin origin = MessageOrigin::other;
    MessageState state = MessageState::received;
    MessageFailure failure = MessageFailure::none;
    bool mentions_me = false;     ///< own nick as a whole word, and not by ourselves
    bool from_history = false;    ///< replayed by the server: counts as read unless `missed`
    bool missed = false;          ///< said while we were not there
    bool read_elsewhere = false;  ///< on another device, before it was shown here
    bool redacted = false;        ///< taken back by `subject`; `text` is the reason, "" if none
    WallTime time;                ///< server-time, else when it arrived; own: when it was written
    std::string msgid;            ///< the server's; "" if it gives none or not yet
    std::string sender;           ///< nick, or the server's name
    std::string account;          ///< "" if not logged in or not told
    std::string subject;          ///< whom or what it is about, if the kind says so
    std::string text;             ///< of what was said maybe several lines, with LF between them
    std::string target;           ///< as addressed: "#room", "@#room" (its operators), a nick
    std::string reply_to;         ///< msgid of the message answered, "" if none
    std::string client_id;  ///< own: the name it is sent with, as often as need be; "" if none
    std::string failure_text;
    std::string tags;        ///< of its line as they came, escaped; "" if none
    bool after_gap = false;  ///< what was said right before it may not be here (gap_marks.h)
    std::string gap_from;    ///< then: msgid of the last message before; "" if not known
};

/// True for what counts as unread until it is read: what somebody else said, live or while we were
/// not there, and no other device has shown.
[[nodiscard]] inline bool is_news(const Message& message) {
    return is_speech(message.kind) && message.origin == MessageOrigin::other &&
           !message.read_elsewhere && (!message.from_history || message.missed);
}

/// True for what the server said or took; what is not settled is the outbox's.
[[nodiscard]] inline bool is_settled(const Message& message) {
    return message.state == MessageState::received || message.state == MessageState::sent;
}

/// True for an own message that is not settled, and not given up either.
[[nodiscard]] inline bool is_unsent(const Message& message) {
    return message.state == MessageState::queued || message.state == MessageState::sending ||
           message.state == MessageState::failed;
}

/// True for what the server has said or said back to us.
[[nodiscard]] inline bool is_from_server(const Message& message) {
    return is_speech(message.kind) && is_settled(message);
}

/// A message as it stands when `by` has taken it back: nothing of what was said is left.
[[nodiscard]] inline Message redacted(const Message& message, std::string_view by,
                                      std::string_view reason) {
    Message changed = message;
    changed.redacted = true;
    changed.mentions_me = false;
    changed.subject = by;
    changed.text = reason;
    changed.tags.clear();
    return changed;
}

/// Shared and immutable: events and timelines hold the same object.
using MessagePtr = std::shared_ptr<const Message>;

}  // namespace brusio::client
