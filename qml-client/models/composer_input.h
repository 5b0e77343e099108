#pragma once

#include <QtCore/QString>

#include "qml-client/models/command.h"

namespace brusio::ui {

/// Reads what was typed while `place` was open (a room, a nick, or "" for none). A text that starts
/// with "/" is a command, except "//", which says a text with one "/". Unknown commands, missing
/// words and lines that look like commands but are none (a blank before the "/", or in a later
/// line) are `error`s with a sentence for the person; nothing is ever sent as text by mistake.
[[nodiscard]] ComposerInput read_composer(const QString& typed, const QString& place);

/// Whether the first sign of a line that can be seen is "/", and the next one is not.
[[nodiscard]] bool looks_like_command(QStringView line);

/// `typed` as it may be shown again and kept: passwords and keys of rooms in it become "***", also
/// in a line that is none of a command but looks like one. The same text if there are none.
[[nodiscard]] QString without_secrets(const QString& typed, const QString& place);

}  // namespace brusio::ui
