import QtQuick

// Where you stopped reading.
Item {
    id: divider

    implicitHeight: 28 * Theme.scale
    Accessible.role: Accessible.Separator
    Accessible.name: qsTr("New messages")

    Rectangle {
        anchors { left: parent.left; right: label.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space2 }
        height: 1
        color: Theme.unread
    }
    Text {
        id: label
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.rightMargin: Theme.space4
        text: qsTr("New")
        textFormat: Text.PlainText
        color: Theme.unread
        font.pixelSize: Theme.fontTiny
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
