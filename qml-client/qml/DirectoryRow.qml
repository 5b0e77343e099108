import QtQuick
import QtQuick.Controls.Basic
import Brusio

// One room of the server's list.
ItemDelegate {
    id: row

    required property string name
    required property int memberCount
    required property string topic
    required property string spokenText
    required property bool chosen

    width: ListView.view ? ListView.view.width : 0
    height: 56 * Theme.scale
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    Accessible.selected: chosen
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radius2
        color: row.chosen ? Theme.bgSelected
             : row.hovered || row.down ? Theme.bgHover : "transparent"
        border.width: row.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Column {
            anchors { left: parent.left; right: number.left; verticalCenter: parent.verticalCenter }
            anchors.rightMargin: Theme.space3
            spacing: 2 * Theme.scale

            Text {
                width: parent.width
                text: row.name
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                font.weight: Font.DemiBold
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                visible: text !== ""
                text: row.topic
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Row {
            id: number
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.space1
            SvgIcon {
                width: 16 * Theme.scale
                height: width
                name: "people"
                color: Theme.textMuted
            }
            Text {
                text: row.memberCount
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontSmall
                Accessible.ignored: true
            }
        }
    }
}
