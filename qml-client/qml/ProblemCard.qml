import QtQuick

// What went wrong, why, and what to do about it.
Rectangle {
    id: card

    required property string title
    required property string advice
    required property string detail

    visible: title !== ""
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.space3 : 0
    radius: Theme.radius2
    color: Theme.codeBg
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + advice
    Accessible.ignored: !visible

    Rectangle {
        width: 3 * Theme.scale
        height: parent.height - 2 * Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        radius: width / 2
        color: Theme.danger
    }
    Column {
        id: words
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space3 }
        spacing: 3 * Theme.scale

        Text {
            width: parent.width
            text: card.title
            textFormat: Text.PlainText
            color: Theme.danger
            font.pixelSize: Theme.fontBody
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Text {
            width: parent.width
            text: card.advice
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Text {
            width: parent.width
            visible: text !== ""
            text: card.detail
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontTiny
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
