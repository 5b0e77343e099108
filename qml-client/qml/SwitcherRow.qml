import QtQuick
import QtQuick.Controls.Basic

// One match of the switcher.
ItemDelegate {
    id: row

    required property int index
    required property string modelData
    required property bool chosen
    readonly property string name: modelData

    width: ListView.view ? ListView.view.width : 0
    height: Theme.touch
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.selected: chosen
    Accessible.focusable: true
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radius2
        color: row.chosen ? Theme.bgSelected : row.hovered ? Theme.bgHover : "transparent"
    }
    contentItem: Text {
        leftPadding: Theme.space1
        text: row.name
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontBody
        font.weight: row.chosen ? Font.DemiBold : Font.Normal
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
