pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Ctrl+K: a few letters, Enter, and the room is open.
AppPopup {
    id: switcher

    required property Chat chat
    signal chosen
    // Another line is marked, by a key that leaves the focus where one types.
    signal marked(string words)

    heightMax: 420 * Theme.scale

    function choose(name) {
        if (name === "")
            return;
        chat.openRoom(name);
        close();
        chosen();
    }

    function step(rows) {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + rows));
        if (list.count > 0)
            marked(list.model[list.currentIndex]);
    }

    onOpened: {
        field.text = "";
        field.forceActiveFocus();
    }

    contentItem: Item {
        TextBox {
            id: field
            width: parent.width - (closer.visible ? closer.width : 0)
            label: qsTr("Jump to a room or a person")
            labelShown: false
            placeholder: Theme.narrow ? "#garden" : label
            onAccepted: switcher.choose(list.count > 0 ? list.model[list.currentIndex] : "")
            Keys.onDownPressed: switcher.step(1)
            Keys.onUpPressed: switcher.step(-1)
        }
        IconButton {
            id: closer
            anchors { right: parent.right; verticalCenter: field.verticalCenter }
            visible: Theme.phone
            label: qsTr("Close")
            iconName: "close"
            onClicked: switcher.close()
        }
        ListView {
            id: list
            anchors { top: field.bottom; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            anchors.topMargin: Theme.space3
            model: switcher.visible ? switcher.chat.matchRooms(field.text) : []
            clip: true
            currentIndex: 0
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Matching rooms and people")

            FreeScrollBar { view: list; label: qsTr("Scroll the rooms") }
            delegate: SwitcherRow {
                chosen: list.currentIndex === index
                onClicked: switcher.choose(name)
            }
        }
    }
}
