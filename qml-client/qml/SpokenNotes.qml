pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// What screen readers are told without being asked. In Qt 6.4 an alert does not leave the program
// on Linux; an item of the role of a notification that is shown anew is spoken. It is never in the
// way, has never the focus, and is gone after a while.
Item {
    id: notes

    required property Chat chat
    required property ClientSettings settings
    // Several at once are several items: who listens reads each after it has been shown.
    property int next: 0

    function say(words) { speaker.say(words); }

    Speaker {
        id: speaker
        chat: notes.chat
        settings: notes.settings
        onSpoken: words => {
            const note = rows.itemAt(notes.next) as SpokenNote;
            notes.next = (notes.next + 1) % rows.count;
            note.show(words);
        }
    }
    Repeater {
        id: rows
        model: 8
        SpokenNote {}
    }
}
