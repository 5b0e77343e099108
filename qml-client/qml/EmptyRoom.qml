import QtQuick
import Brusio

// What stands where there is nothing to read yet.
Item {
    id: empty

    required property string room
    // Only where the server says that nothing was said before is nothing there.
    required property bool begins

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space5, 360 * Theme.scale)
        spacing: Theme.space3

        SvgIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 56 * Theme.scale
            height: width
            name: "logo"
            color: Theme.accent
            opacity: 0.85
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.room === "" ? qsTr("Choose a room")
                : empty.begins ? qsTr("It is quiet in here") : qsTr("Nothing to read yet")
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontTitle
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.room === "" ? qsTr("Join one with +, or press Ctrl+K to jump to one.")
                : empty.begins ? qsTr("Say something: the first word is yours.")
                : qsTr("What was said before you came is not known here.")
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontBody
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
