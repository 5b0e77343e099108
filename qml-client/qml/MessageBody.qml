import QtQuick
import Brusio

// The text of a message. Markup comes from the model alone, escaped.
PaintedText {
    id: body

    required property MessageItem message

    readonly property bool told: message.kind === "event" || message.kind === "info"

    plain: message.bodyText
    html: message.bodyHtml
    readonly property bool gone: message.kind === "redacted"

    color: told || gone || message.kind === "notice" ? Theme.textMuted
         : message.kind === "action" ? Theme.textDim : Theme.text
    opacity: message.delivery === "queued" || message.delivery === "failed" ? 0.72 : 1
    font.pixelSize: told ? Theme.fontSmall : Theme.fontBody
    font.italic: gone || message.kind === "action"
    onLinkActivated: link => message.linkRequested(link)
    onLinkHovered: link => message.linkHovered(link, body)
    Accessible.ignored: true

    HoverHandler {
        enabled: body.hoveredLink !== ""
        cursorShape: Qt.PointingHandCursor
    }
}
