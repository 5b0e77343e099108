import QtQuick

// One line of the sheet of keys.
Rectangle {
    id: row

    required property int index
    required property var modelData

    width: ListView.view ? ListView.view.width : 0
    height: Math.max(what.implicitHeight, keys.implicitHeight) + Theme.space3
    radius: Theme.radius2
    color: "transparent"
    border.width: activeFocus ? 2 : 0
    border.color: Theme.accent

    Accessible.role: Accessible.ListItem
    Accessible.name: modelData.keys + ": " + modelData.what
    Accessible.focusable: true
    onActiveFocusChanged: if (activeFocus) ListView.view.currentIndex = index

    Text {
        id: keys
        x: Theme.space2
        y: Theme.space3 / 2
        width: row.width * 0.36
        text: row.modelData.keys
        textFormat: Text.PlainText
        color: Theme.textDim
        font.pixelSize: Theme.fontSmall
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Text {
        id: what
        anchors { left: keys.right; right: parent.right; top: keys.top }
        anchors { leftMargin: Theme.space3; rightMargin: Theme.space3 }
        text: row.modelData.what
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
