pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// A room's messages. Rows are not reused: in Qt 6.4 reuse makes the view jump. What is on screen is
// reported to the model, which knows from it what has been read.
MessageList {
    id: timeline

    required property Chat chat
    readonly property bool reading: !atEnd && count > 0
    readonly property int missed: below.missed
    // Who reads goes back to writing, with what was typed.
    signal dismissed
    signal typed(string text)
    signal said(string words)

    busy: menu.visible || taking.visible
    model: chat.timeline
    reuseItems: false
    cacheBuffer: Math.max(0, height * 2)
    topMargin: sign.height
    barName: qsTr("Scroll the messages")

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages of %1").arg(chat.room)

    onHeldChanged: {
        if (!held)
            chat.timeline.select(0, 0);
        if (atEnd)
            below.mark();
    }
    onContentYChanged: reporter.look()
    onResized: reporter.look()
    onAtEndChanged: below.restart()
    onModelChanged: {
        leave();
        toEnd();
        // What was not read yet comes first, if it does not fit on the screen.
        const unread = chat.unreadRow();
        if (unread > 0) {
            positionViewAtIndex(unread, ListView.Contain);
            atEnd = distance() <= 1;
            below.leftAt = chat.timeline.keyAt(unread + 1);
        }
        changed();
    }

    delegate: MessageDelegate {
        view: timeline
        atEnd: timeline.atEnd
        onResized: timeline.unsettle()
        onEntered: timeline.adopt(index)
        onKeyPressed: event => keys.press(this, event)
        onMenuRequested: menu.openFor(this, activeFocus)
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
        onReported: newestRow => below.count(newestRow)
    }
    MissedBelow {
        id: below
        view: timeline
        chat: timeline.chat
    }
    LinkTip {
        id: linkTip
        chat: timeline.chat
    }
    MessageKeys {
        id: keys
        view: timeline
        chat: timeline.chat
        onDismissed: timeline.dismissed()
        onTyped: text => timeline.typed(text)
        onMenuAsked: item => menu.openFor(item, true)
        onTakeBackAsked: item => taking.ask(item)
        onCopied: count => timeline.said(qsTr("%n message(s) copied", "", count))
    }
    MessageMenu {
        id: menu
        chat: timeline.chat
    }
    TakeBackDialog {
        id: taking
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
