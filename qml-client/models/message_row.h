#pragma once

#include <QtCore/QString>
#include <QtCore/QtGlobal>

namespace brusio::ui {

/// What a row of a timeline is: something said, or something that happened.
enum class RowKind { message, action, notice, event, info, redacted };

/// How far one of our own messages has come. Messages of others are always `none`.
enum class Delivery { none, queued, sending, sent, failed };

/// One thing said or done, as the feed hands it to a TimelineModel. The model derives the rest
/// (day headers, groups, formatted text) and keeps it.
struct MessageRow {
    quint64 key = 0;  ///< names the row inside its room: never 0, never used twice, below 2^53
    RowKind kind = RowKind::message;
    QString nick;  ///< who; empty for `info`
    QString text;  ///< what was said, with IRC formatting codes; for `event` the finished sentence
    qint64 unix_ms = 0;
    bool own = false;
    bool mention = false;
    Delivery delivery = Delivery::none;
    QString failure;  ///< why a `failed` message was refused, for the person's eyes
};

/// The word by which QML knows the value: "message", "action", "notice", "event", "info",
/// "redacted".
[[nodiscard]] QString word_of(RowKind kind);

/// The word by which QML knows the value: "", "queued", "sending", "sent", "failed".
[[nodiscard]] QString word_of(Delivery delivery);

/// Which of the theme's nick hues (0 to 11) belongs to this nick; the same on every machine and in
/// every run, and the same for both cases of an ASCII letter.
[[nodiscard]] int hue_of(const QString& nick);

}  // namespace brusio::ui
