import QtQuick

// What stands in the place of rooms where there are none to choose from.
Item {
    id: note

    required property bool loading
    required property string wanted

    Text {
        anchors.centerIn: parent
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: note.loading ? qsTr("Asking the server…")
            : note.wanted === "" ? qsTr("The server shows no rooms")
            : qsTr("No room is called so. Yours can be the first.")
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
