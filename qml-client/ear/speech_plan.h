#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <array>
#include <optional>

namespace brusio::ui {

/// Why something may be spoken.
enum class NewsKind {
    message,  ///< somebody said something in the room that is open
    mention,  ///< somebody spoke to us, wherever that was
    failure,  ///< what we asked for was not done, or the connection went or came
};

/// Decides what is spoken to those who do not see the window, and when. A mention or a failure is
/// spoken at once; what follows one of its kind within gather_ms is gathered. Messages are always
/// gathered. At the end of that time one is spoken as it is, several as a number. It has no clock:
/// the caller says what time it is, in milliseconds that never go back.
class SpeechPlan {
 public:
    static constexpr qint64 gather_ms = 1000;
    /// Longer sentences are cut; who wants the rest goes to the message.
    static constexpr qsizetype sentence_length_max = 400;

    /// Takes a finished sentence in. What is to be spoken at once, else "".
    [[nodiscard]] QString hear(NewsKind kind, const QString& sentence, qint64 now_ms);
    /// When take() is to be called; nothing is gathered without it.
    [[nodiscard]] std::optional<qint64> due_ms() const;
    /// What is due by now, what matters most first.
    [[nodiscard]] QStringList take(qint64 now_ms);
    /// Forgets the messages that wait: another room is open.
    void forget_messages();

 private:
    struct Gathered {
        std::optional<qint64> until_ms;
        QString first;
        int count = 0;
    };
    [[nodiscard]] static QString counted(NewsKind kind, int count);
    [[nodiscard]] Gathered& of(NewsKind kind) { return kinds_[static_cast<std::size_t>(kind)]; }

    std::array<Gathered, 3> kinds_;
};

}  // namespace brusio::ui
