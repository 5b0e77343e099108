import QtQuick

// The title of a popup and the way to close it.
Item {
    id: head

    required property string title
    signal closed

    implicitHeight: Math.max(40 * Theme.scale, words.implicitHeight)

    Text {
        id: words
        anchors { left: parent.left; right: close.left; verticalCenter: parent.verticalCenter }
        text: head.title
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: 20 * Theme.scale
        font.weight: Font.Bold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    IconButton {
        id: close
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        label: qsTr("Close")
        iconName: "close"
        onClicked: head.closed()
    }
}
