import QtQuick
import Brusio

// The text of a message. Markup comes from the model alone, escaped.
Text {
    id: body

    required property MessageItem message

    readonly property bool told: message.kind === "event" || message.kind === "info"

    text: message.bodyHtml !== "" ? message.bodyHtml : message.bodyText
    textFormat: message.bodyHtml !== "" ? Text.StyledText : Text.PlainText
    readonly property bool gone: message.kind === "redacted"

    color: told || gone || message.kind === "notice" ? Theme.textMuted
         : message.kind === "action" ? Theme.textDim : Theme.text
    linkColor: Theme.link
    opacity: message.delivery === "queued" || message.delivery === "failed" ? 0.72 : 1
    font.pixelSize: told ? Theme.fontSmall : Theme.fontBody
    font.italic: gone || message.kind === "action"
    lineHeight: 1.22
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    onLinkActivated: link => message.linkRequested(link)
    onLinkHovered: link => message.linkHovered(link, body)
    Accessible.ignored: true

    HoverHandler {
        enabled: body.hoveredLink !== ""
        cursorShape: Qt.PointingHandCursor
    }
}
