import QtQuick
import Brusio

// The sign and the name of the program.
Column {
    id: head

    spacing: Theme.space2
    bottomPadding: Theme.space2

    SvgIcon {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 72 * Theme.scale
        height: width
        name: "logo"
        color: "#2F5FD0"
    }
    Item {
        width: 1
        height: Theme.space1
    }
    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: "Brusio"
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontHero
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The hum of many voices")
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
