import QtQuick
import Brusio

// What stands where there is nothing to read yet. It does not say that nothing was said: many
// servers show a room from one's joining on, and answer alike where there was nothing.
Item {
    id: empty

    required property string room

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
            text: empty.room === "" ? qsTr("Choose a room") : qsTr("Nothing to read yet")
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
                : qsTr("What was said before you came may not be shown to you.")
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontBody
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
