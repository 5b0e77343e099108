pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// A room's messages. Rows are not reused: in Qt 6.4 reuse makes the view jump. What is on screen is
// reported to the model, which knows from it what has been read.
EndKeepingList {
    id: timeline

    required property Chat chat
    readonly property bool reading: !atEnd && count > 0
    // What others have said below the screen since one left the end, or since it was read.
    property int missed: 0
    property double leftAt: 0

    model: chat.timeline
    reuseItems: false
    cacheBuffer: Math.max(0, height * 2)
    topMargin: sign.height
    activeFocusOnTab: true
    barName: qsTr("Scroll the messages")

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages of %1").arg(chat.room)

    onContentYChanged: reporter.look()
    onResized: reporter.look()
    onAtEndChanged: {
        missed = 0;
        leftAt = atEnd ? 0 : chat.timeline.keyAt(0);
    }
    onModelChanged: {
        toEnd();
        // What was not read yet comes first, if it does not fit on the screen.
        const unread = chat.unreadRow();
        if (unread > 0) {
            positionViewAtIndex(unread, ListView.Contain);
            atEnd = distance() <= 1;
            leftAt = chat.timeline.keyAt(unread + 1);
        }
        changed();
    }

    delegate: MessageDelegate {
        view: timeline
        atEnd: timeline.atEnd
        onResized: timeline.unsettle()
        onMenuRequested: menu.openFor(this)
        onRetryRequested: timeline.chat.retry(key)
        onDiscardRequested: timeline.chat.discard(key)
        onPersonRequested: timeline.chat.openPerson(nick)
        onLinkRequested: link => timeline.chat.openLink(link)
        onLinkHovered: (link, body) => linkTip.showFor(link, body)
    }

    // Above the oldest row, in a margin that is always there, so that nothing moves.
    PastSign {
        id: sign
        parent: timeline.contentItem
        y: timeline.originY - height
        width: timeline.width
        visible: timeline.count > 0
        past: timeline.chat.timeline.past
    }
    Connections {
        target: timeline.chat
        function onSpoken() { timeline.toEnd(); }
    }
    TimelineReporter {
        id: reporter
        view: timeline
        chat: timeline.chat
        onReported: newestRow => timeline.missed = timeline.atEnd
            ? 0 : timeline.chat.timeline.othersBelow(newestRow, timeline.leftAt)
    }
    LinkTip {
        id: linkTip
        chat: timeline.chat
    }
    MessageMenu {
        id: menu
        chat: timeline.chat
    }
    NewMessagePill {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        anchors.bottomMargin: Theme.space3
        parent: timeline
        count: timeline.missed
        shown: timeline.reading
        onClicked: timeline.toEnd()
    }
}
