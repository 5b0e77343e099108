pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// The keys that lead from one part of the window to another, and from one conversation to another.
Item {
    id: keys

    required property Chat chat
    signal paneAsked(int direction)
    signal sheetAsked
    signal settingsAsked

    RoomWalk {
        id: walk
        chat: keys.chat
    }
    Shortcut { sequence: "F6"; enabled: keys.chat.inside; onActivated: keys.paneAsked(1) }
    Shortcut { sequence: "Shift+F6"; enabled: keys.chat.inside; onActivated: keys.paneAsked(-1) }
    Shortcut { sequence: "Ctrl+/"; enabled: keys.chat.inside; onActivated: keys.sheetAsked() }
    Shortcut { sequence: "Ctrl+,"; enabled: keys.chat.inside; onActivated: keys.settingsAsked() }
    Shortcut { sequence: "Alt+Shift+Up"; onActivated: walk.stepUnread(-1) }
    Shortcut { sequence: "Alt+Shift+Down"; onActivated: walk.stepUnread(1) }
    Instantiator {
        model: 9
        Shortcut {
            required property int index
            sequence: "Ctrl+" + (index + 1)
            onActivated: walk.openNth(index + 1)
        }
    }
}
