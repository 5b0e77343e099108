#pragma once

#include <QtCore/QString>

namespace brusio::ui {

/// What a person wants who pressed Enter.
enum class Wish {
    nothing,
    say,
    act,
    query,
    join,
    part,
    nick,
    topic,
    away,
    invite,
    kick,
    whois,
    quit,
    help,
    error
};

/// A composer's text as it was understood.
struct ComposerInput {
    Wish wish = Wish::nothing;
    QString target;  ///< room or nick the wish is about; "" for the open room
    QString text;    ///< what is said, the topic, the reason, the new nick, or the error to show
    QString extra;   ///< a room's key for `join`
    bool may_be_said = false;  ///< an `error` that is none if the text was meant to be said
};

/// Reads what was typed while `place` was open (a room, a nick, or "" for none). A text that starts
/// with "/" is a command, except "//", which says a text with one "/". Unknown commands, missing
/// words and lines that look like commands but are none (a blank before the "/", or in a later
/// line) are `error`s with a sentence for the person; nothing is ever sent as text by mistake.
[[nodiscard]] ComposerInput read_composer(const QString& typed, const QString& place);

/// Whether the first sign of a line that can be seen is "/", and the next one is not.
[[nodiscard]] bool looks_like_command(QStringView line);

/// The commands and their forms, one a line, for /help.
[[nodiscard]] QString command_help();

/// Whether a name is a room's: it starts with "#" or "&".
[[nodiscard]] bool is_room_name(const QString& name);

}  // namespace brusio::ui
