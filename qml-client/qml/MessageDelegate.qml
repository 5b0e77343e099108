import QtQuick
import Brusio

// Components inside a delegate cannot be bound in Qt 6.4, so their ids look unqualified.
// qmllint disable unqualified

// One row of the timeline. The model computed everything; this only places it. When its height
// changes while a reader is further up, the view moves by as much, so that the line being read
// stays where it is.
MessageItem {
    id: row

    required key
    required kind
    required nick
    required hue
    required bodyText
    required bodyHtml
    required timeText
    required dayText
    required groupHead
    required unreadDivider
    required own
    required mention
    required delivery
    required failure
    required spokenText
    required dateText
    required selected
    required property int index
    required property MessageList view
    required property bool atEnd
    signal resized
    signal entered
    signal keyPressed(var event)

    width: view.width
    height: dayPart.height + unreadPart.height + box.height

    Accessible.role: Accessible.ListItem
    Accessible.name: spokenText
    Accessible.focusable: true
    Accessible.onPressAction: menuRequested()
    Keys.onPressed: event => {
        if (row.activeFocus)
            row.keyPressed(event);
    }
    onActiveFocusChanged: if (activeFocus) entered()

    property real lastHeight: 0
    property bool ready: false
    Component.onCompleted: {
        lastHeight = height;
        ready = true;
    }
    onHeightChanged: {
        if (!ready)
            return;
        resized();
        const grown = height - lastHeight;
        lastHeight = height;
        if (!atEnd && y + height - grown > view.anchorLine)
            view.contentY -= grown;
    }

    Loader {
        id: dayPart
        width: row.width
        height: active ? Math.round(40 * Theme.scale) : 0
        active: row.dayText !== ""
        sourceComponent: DayDivider {
            day: row.dayText
        }
    }
    Loader {
        id: unreadPart
        y: dayPart.height
        width: row.width
        height: active ? Math.round(28 * Theme.scale) : 0
        active: row.unreadDivider
        sourceComponent: UnreadDivider {}
    }
    MessageBox {
        id: box
        y: dayPart.height + unreadPart.height
        width: row.width
        message: row
    }
    Loader {
        anchors.fill: box
        active: row.activeFocus
        sourceComponent: Rectangle {
            radius: Theme.radius1
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
    }
}
