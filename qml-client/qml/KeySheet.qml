pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// All keys of the window.
AppPopup {
    id: sheet

    readonly property var lines: [
        { keys: "F6 · Shift+F6", what: qsTr("Next or previous part of the window") },
        { keys: "Ctrl+K", what: qsTr("Jump to a room or a person") },
        { keys: "Ctrl+J", what: qsTr("Join a room") },
        { keys: "Alt+↑ · Alt+↓", what: qsTr("Previous or next conversation") },
        { keys: "Alt+Shift+↑ · Alt+Shift+↓",
          what: qsTr("The same, of those with something unread") },
        { keys: "Ctrl+1 … Ctrl+9", what: qsTr("The first to the ninth conversation") },
        { keys: "Ctrl+Shift+M", what: qsTr("Show or hide the members") },
        { keys: "Ctrl+,", what: qsTr("Settings") },
        { keys: "Ctrl+/", what: qsTr("This sheet") },
        { keys: "Ctrl++ · Ctrl+- · Ctrl+0", what: qsTr("Larger, smaller, as at first") },
        { keys: "Esc", what: qsTr("Back to where one writes, or to the rooms") },
        { keys: "Enter · Shift+Enter", what: qsTr("Writing: send, or begin a line") },
        { keys: "Tab · Shift+Tab", what: qsTr("Writing: complete a nick, else go on") },
        { keys: "↑ · ↓", what: qsTr("Writing, with nothing written: what was sent before") },
        { keys: "Shift+Tab", what: qsTr("Writing, with nothing to complete: to the messages") },
        { keys: "↑ ↓ · Home · End · PgUp · PgDn", what: qsTr("Messages: go to another one") },
        { keys: "Enter", what: qsTr("Messages: what can be done with it") },
        { keys: "R", what: qsTr("Messages: mention its writer") },
        { keys: "C", what: qsTr("Messages: copy it") },
        { keys: "Del", what: qsTr("Messages: take it back") },
        { keys: "Shift+↑ · Shift+↓", what: qsTr("Messages: select") },
        { keys: "Ctrl+A · Ctrl+C", what: qsTr("Messages: select all, copy what is selected") }
    ]

    onOpened: list.enter()

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: qsTr("Keys")
            onClosed: sheet.close()
        }
        RowList {
            id: list
            anchors { top: head.bottom; topMargin: Theme.space3; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            model: sheet.lines
            barName: qsTr("Scroll the keys")
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Keys")

            delegate: KeyRow {}
        }
    }
}
