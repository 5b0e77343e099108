import QtQuick
import Brusio

// Components inside a delegate cannot be bound in Qt 6.4, so their ids look unqualified.
// qmllint disable unqualified

// The message itself: avatar and name at the head of a group, the text, how far it has come.
Rectangle {
    id: box

    required property MessageItem message

    readonly property bool told: message.kind === "event" || message.kind === "info"
    readonly property bool headed: message.groupHead && !told && message.kind !== "action"
    readonly property real gutter: (Theme.phone ? 58 : 72) * Theme.scale

    readonly property real topGap: (headed ? 10 : told ? 3 : 2) * Theme.scale
    readonly property real textWidth: Math.min(width - gutter - Theme.space5 - Theme.space4,
                                               820 * Theme.scale)

    // Whole pixels: the view rounds its place to them, and a fraction would make a line tremble.
    height: Math.ceil(body.y + body.height + failed.height + (told ? 3 : 2) * Theme.scale)
    color: message.selected ? Theme.bgSelected
         : message.mention ? Theme.mentionBg : hover.hovered ? Theme.bgWindow : "transparent"

    HoverHandler { id: hover }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: box.message.menuRequested()
    }
    TapHandler { onLongPressed: box.message.menuRequested() }

    Rectangle {
        visible: box.message.mention
        width: 3 * Theme.scale
        height: parent.height
        color: Theme.mentionBar
    }
    Loader {
        active: box.headed
        x: Theme.space4
        y: box.topGap + 2 * Theme.scale
        sourceComponent: Avatar {
            name: box.message.nick
            hue: box.message.hue
            size: (Theme.phone ? 32 : 38) * Theme.scale
        }
    }
    Loader {
        id: head
        active: box.headed
        x: box.gutter
        y: box.topGap
        height: active ? 21 * Theme.scale : 0
        sourceComponent: MessageHead { message: box.message }
    }
    Text {
        visible: hover.hovered && !box.headed && !Theme.phone
        width: box.gutter - Theme.space3
        y: body.y + 3 * Theme.scale
        horizontalAlignment: Text.AlignRight
        text: box.message.timeText
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontTiny
        Accessible.ignored: true
    }
    MessageBody {
        id: body
        x: box.gutter
        y: box.topGap + head.height
        width: box.textWidth
        message: box.message
    }
    Loader {
        active: box.message.delivery !== ""
        anchors { right: parent.right; bottom: body.bottom }
        anchors { rightMargin: Theme.space4; bottomMargin: 3 * Theme.scale }
        sourceComponent: DeliveryMark { delivery: box.message.delivery }
    }
    Loader {
        id: failed
        active: box.message.delivery === "failed"
        x: box.gutter
        y: body.y + body.height + 2 * Theme.scale
        width: box.textWidth
        height: active ? (Theme.phone ? Theme.touch : 30 * Theme.scale) + Theme.space1 : 0
        sourceComponent: FailedBar {
            reason: box.message.failure
            onRetry: box.message.retryRequested()
            onDiscard: box.message.discardRequested()
        }
    }
}
