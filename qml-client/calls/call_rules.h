#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QStringList>
#include <QtCore/QTime>

#include "core/client/message.h"
#include "qml-client/models/room_list_model.h"

namespace brusio::ui {

/// Which messages of a conversation call.
enum class CallLevel { all, mentions, none };

/// What a conversation does as long as nothing was chosen for it.
[[nodiscard]] constexpr CallLevel usual_level(PlaceKind kind) {
    return kind == PlaceKind::person ? CallLevel::all : CallLevel::mentions;
}

/// The hours of each day in which nothing calls, by the clock of this computer.
struct QuietHours {
    bool kept = false;
    QTime from{22, 0};
    QTime until{7, 0};  ///< may be of the next day

    /// `from` is in them, `until` is not; from equal to until is the whole day.
    [[nodiscard]] bool hold(QTime time) const;
};

/// What the user wants, wherever it was said.
struct CallWishes {
    QStringList words;  ///< that mention the user as the nick does
    QuietHours quiet;
};

/// Whether a conversation is under the user's eyes: open, and in a window that has the focus.
enum class Sight { elsewhere, on_screen };

/// The conversation of a message, as it stands.
struct CallPlace {
    PlaceKind kind = PlaceKind::room;
    CallLevel level = CallLevel::mentions;
    qint64 muted_until_ms = 0;     ///< Unix milliseconds; nothing calls before
    client::MessageId read_up_to;  ///< the user has seen everything up to here, on whatever device
    Sight sight = Sight::elsewhere;
};

/// Whether a message calls, and if not, the first reason against it.
enum class CallVerdict {
    calls,
    no_news,  ///< nothing that somebody else said just now: own, an event, history, read elsewhere
    gone,     ///< taken back
    read,     ///< seen before
    on_screen,  ///< being seen
    muted,
    below_level,
    quiet_hours,
};

/// Decides what calls. No state, no clock.
class CallRules {
 public:
    explicit CallRules(CallWishes wishes) : wishes_(std::move(wishes)) {}

    [[nodiscard]] const CallWishes& wishes() const { return wishes_; }
    /// `now` is this computer's time.
    [[nodiscard]] CallVerdict judge(const client::Message& message, const CallPlace& place,
                                    const QDateTime& now) const;
    /// Whether the message is for the user: names the nick, or one of the own words.
    [[nodiscard]] bool is_mention(const client::Message& message) const;

 private:
    CallWishes wishes_;
};

/// True if `word` (which may hold blanks) stands in `text` as a whole word, in whatever case.
[[nodiscard]] bool has_word(const QString& text, const QString& word);

/// Own words as they are typed, with commas between them: trimmed, none twice, bounded in number
/// and length.
[[nodiscard]] QStringList read_words(const QString& typed);

}  // namespace brusio::ui
