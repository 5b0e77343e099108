import QtQuick
import Brusio

// The whole topic of a room, with its links.
AppPopup {
    id: dialog

    required property Chat chat

    heightMax: words.implicitHeight + head.height + 2 * padding + Theme.space3

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: dialog.chat.room
            onClosed: dialog.close()
        }
        Flickable {
            anchors { top: head.bottom; topMargin: Theme.space3; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            contentHeight: words.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            PaintedText {
                id: words
                width: parent.width
                plain: dialog.chat.topicText
                html: dialog.chat.topicHtml
                color: Theme.text
                font.pixelSize: Theme.fontBody
                onLinkActivated: link => {
                    dialog.chat.openLink(link);
                    dialog.close();
                }
                onLinkHovered: link => tip.showFor(link, words)
                Accessible.role: Accessible.StaticText
                Accessible.name: dialog.chat.topicText

                HoverHandler {
                    enabled: words.hoveredLink !== ""
                    cursorShape: Qt.PointingHandCursor
                }
            }
            LinkTip {
                id: tip
                chat: dialog.chat
            }
        }
    }
}
