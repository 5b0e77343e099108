import QtQuick
import Brusio

// Who and when, at the head of a group.
Row {
    id: head

    required property MessageItem message

    spacing: Theme.space2

    Text {
        id: who
        text: head.message.nick
        textFormat: Text.PlainText
        color: Theme.hues[head.message.hue]
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        Accessible.ignored: true

        TapHandler {
            onTapped: if (!head.message.own) head.message.personRequested()
        }
        HoverHandler { cursorShape: head.message.own ? Qt.ArrowCursor : Qt.PointingHandCursor }
    }
    Text {
        anchors.baseline: who.baseline
        text: head.message.timeText
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontTiny
        Accessible.ignored: true

        HoverHandler { id: time }
        AppToolTip {
            visible: time.hovered
            text: head.message.dateText
        }
    }
    Text {
        visible: head.message.kind === "notice"
        anchors.baseline: who.baseline
        text: qsTr("notice")
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontTiny
        font.italic: true
        Accessible.ignored: true
    }
}
