import QtQuick
import Brusio

// One entry of a list, and the button that takes it away.
Item {
    id: row

    required property string words
    required property bool removable
    required property string removal
    signal removed

    width: parent ? parent.width : 0
    implicitHeight: Math.max(line.implicitHeight, button.visible ? button.implicitHeight : 0)

    CardLine {
        id: line
        anchors.verticalCenter: parent.verticalCenter
        width: row.width - (button.visible ? button.width + Theme.space2 : 0)
        text: row.words
    }
    IconButton {
        id: button
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        visible: row.removable
        label: row.removal
        iconName: "close"
        onClicked: row.removed()
    }
}
