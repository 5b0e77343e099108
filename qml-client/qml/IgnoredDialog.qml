pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Whom we ignore on this server, and the way to hear them again.
AppPopup {
    id: dialog

    required property IgnoreList list

    widthMax: 420 * Theme.scale
    heightMax: rows.implicitHeight + head.height + 2 * padding + Theme.space3

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: qsTr("Ignored people")
            onClosed: dialog.close()
        }
        Flickable {
            anchors { top: head.bottom; topMargin: Theme.space3; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            contentHeight: rows.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Column {
                id: rows
                width: parent.width
                spacing: Theme.space2

                CardLine {
                    visible: dialog.list.entries.length === 0
                    text: qsTr("You ignore nobody on this server.")
                }
                Repeater {
                    model: dialog.list.entries
                    EntryRow {
                        required property string modelData
                        words: dialog.list.wordsOf(modelData)
                        removable: true
                        removal: qsTr("Hear %1 again").arg(words)
                        onRemoved: dialog.list.remove(modelData)
                    }
                }
            }
        }
    }
}
