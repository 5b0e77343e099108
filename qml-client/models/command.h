#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace brusio::ui {

class CommandDesk;
struct ComposerInput;

/// What a person wants who pressed Enter.
enum class Wish {
    nothing,
    say,
    act,
    query,    ///< to say something to `target`, or only to open it
    command,  ///< any other of the table's
    error
};

/// How the words after a command are shared out.
enum class CommandShape {
    text,         ///< all of it is text
    needed_text,  ///< the same, and it must be there
    one_word,     ///< one, and it must be there
    target_text,  ///< a target, then text
    target_said,  ///< the same, and both must be there
    room_text,    ///< an optional room (else the open one), then text
    nicks,        ///< an optional room, then one or more nicks or masks
    nick_text,    ///< an optional room, then a nick, and the rest is text
    masks,        ///< an optional room, then masks, or none
    nick_room,    ///< a nick, then an optional room
};

/// Where a command can be used.
enum class CommandPlace {
    anywhere,
    conversation,  ///< with a room or a person
    room,          ///< in a room, or if one is named
};

/// Who may use it, as everybody knows it; the server decides.
enum class CommandPower { everybody, room_operator, server_operator };

/// What the server must offer.
enum class CommandOffer { always, half_operators, knock, silencing };

/// One command of the composer, a row of the table: what is read, completed, explained and done
/// comes from here.
struct Command {
    const char* name;
    const char* aliases;  ///< with blanks between them; "" for none
    const char* words;    ///< what is written after it: "nick [reason]"; to be translated
    const char* help;     ///< what it does, in a sentence; to be translated
    Wish wish;
    CommandShape shape;
    CommandPlace place;
    CommandPower power;
    CommandOffer offer;
    void (*run)(CommandDesk& desk, const ComposerInput& input);  ///< null if `wish` says it all
};

/// A composer's text as it was understood.
struct ComposerInput {
    Wish wish = Wish::nothing;
    QString target;  ///< room or nick the wish is about; "" for the open one
    QString text;    ///< what is said, the topic, the reason, the new nick, or the error to show
    QString extra;   ///< the room in which something is to be done, or the key of one
    bool may_be_said = false;          ///< an `error` that is none if the text was meant to be said
    const Command* command = nullptr;  ///< if it was one
};

/// "/kick [#room] nick [reason]".
[[nodiscard]] QString form_of(const Command& command);
/// What it does, and who may.
[[nodiscard]] QString help_of(const Command& command);
[[nodiscard]] QStringList aliases_of(const Command& command);

/// Whether a name is a room's: it starts with "#" or "&".
[[nodiscard]] bool is_room_name(const QString& name);

}  // namespace brusio::ui
