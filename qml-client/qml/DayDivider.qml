import QtQuick

// The day, between two hairlines.
Item {
    id: divider

    required property string day

    implicitHeight: 40 * Theme.scale
    Accessible.role: Accessible.Separator
    Accessible.name: day

    Rectangle {
        anchors { left: parent.left; right: label.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space3 }
        height: 1
        color: Theme.line
    }
    Text {
        id: label
        anchors.centerIn: parent
        text: divider.day
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    Rectangle {
        anchors { left: label.right; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space4 }
        height: 1
        color: Theme.line
    }
}
