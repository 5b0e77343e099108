pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Ctrl+K: a few letters, Enter, and the room is open.
AppPopup {
    id: switcher

    required property Chat chat
    signal chosen

    heightMax: 420 * Theme.scale

    function choose(name) {
        if (name === "")
            return;
        chat.openRoom(name);
        close();
        chosen();
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
            placeholder: label
            onAccepted: switcher.choose(list.count > 0 ? list.model[list.currentIndex] : "")
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
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

            delegate: SwitcherRow {
                chosen: list.currentIndex === index
                onClicked: switcher.choose(name)
            }
        }
    }
}
