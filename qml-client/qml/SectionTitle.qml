import QtQuick

// The name of a group of rows.
Item {
    id: title

    required property string section

    width: ListView.view ? ListView.view.width : 0
    height: 34 * Theme.scale
    Accessible.role: Accessible.Heading
    Accessible.name: section

    Text {
        x: Theme.space4
        anchors { bottom: parent.bottom; bottomMargin: 6 * Theme.scale }
        text: title.section.toUpperCase()
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontTiny
        font.weight: Font.DemiBold
        font.letterSpacing: 0.6
        Accessible.ignored: true
    }
}
