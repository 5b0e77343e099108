#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include "core/client/message.h"

namespace brusio::ui {

/// Comings and goings that share one row of a timeline: "ada, bob joined · eve came and went".
class PresenceFold {
 public:
    /// Whether a message of this kind may be folded at all.
    [[nodiscard]] static bool takes(client::MessageKind kind);

    /// Takes in one coming or going.
    void add(const client::Message& message);
    /// The sentence of all that was taken in.
    [[nodiscard]] QString sentence() const;
    void clear() { people_.clear(); }
    [[nodiscard]] bool is_empty() const { return people_.isEmpty(); }

 private:
    enum class Move { in, out };
    struct Person {
        QString nick;
        Move first;
        Move last;
    };

    void add(const QString& nick, Move move);

    QList<Person> people_;
};

/// The sentence for an event that stands alone (kicked, renamed, topic, mode, invited...).
[[nodiscard]] QString event_sentence(const client::Message& message);

/// What stands in the place of a message that was taken back.
[[nodiscard]] QString redacted_sentence(const client::Message& message);

/// What stands where something may have been said that is not here.
[[nodiscard]] QString gap_sentence();

/// Why an own message was not sent, for its writer; "" if it was.
[[nodiscard]] QString failure_words(const client::Message& message);

}  // namespace brusio::ui
