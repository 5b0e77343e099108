import QtQuick
import QtQuick.Controls.Basic
import Brusio

// One thing that the word before the cursor may become.
ItemDelegate {
    id: row

    required property int index
    required property string label
    required property string detail
    required property string spokenText
    required property bool chosen

    width: ListView.view ? ListView.view.width : 0
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    Accessible.selected: chosen
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.radius1
        color: row.chosen ? Theme.bgSelected : row.hovered ? Theme.bgHover : "transparent"
    }
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    contentItem: Column {
        Text {
            width: parent.width
            text: row.label
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontBody
            font.weight: row.chosen ? Font.DemiBold : Font.Normal
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Text {
            width: parent.width
            visible: row.detail !== ""
            text: row.detail
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
