pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A room's messages, newest at the bottom. Rows are not reused: in Qt 6.4 reuse makes the view
// jump. What is on screen is reported to the model, which knows from it what has been read.
ListView {
    id: timeline

    required property Chat chat
    readonly property bool reading: !atYEnd && count > 0
    property int missed: 0

    model: chat.timeline
    verticalLayoutDirection: ListView.BottomToTop
    reuseItems: false
    cacheBuffer: Math.max(0, height * 2)
    currentIndex: -1
    highlightFollowsCurrentItem: false
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    topMargin: sign.height
    bottomMargin: Theme.space2
    activeFocusOnTab: true

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages of %1").arg(chat.room)

    ScrollBar.vertical: ScrollBar {
        id: bar
        x: timeline.width - width
        width: 10 * Theme.scale
        visible: size < 1
        Accessible.name: qsTr("Scroll the messages")
        contentItem: Rectangle {
            radius: width / 2
            color: Theme.textMuted
            opacity: bar.pressed ? 0.7 : bar.hovered ? 0.5 : 0.25
        }
    }

    function toEnd() {
        positionViewAtBeginning();
        missed = 0;
    }
    function pageBy(direction) {
        contentY = Math.max(originY, Math.min(originY + contentHeight - height,
                                              contentY + direction * height * 0.85));
    }

    onContentYChanged: reporter.look()
    onHeightChanged: reporter.look()
    onVisibleChanged: reporter.look()
    onCountChanged: reporter.look()
    onAtYEndChanged: if (atYEnd) missed = 0
    onModelChanged: {
        toEnd();
        // What was not read yet comes first, if it does not fit on the screen.
        const unread = chat.unreadRow();
        if (unread > 0)
            positionViewAtIndex(unread, ListView.Contain);
        reporter.look();
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp)
            pageBy(-1);
        else if (event.key === Qt.Key_PageDown)
            pageBy(1);
        else if (event.key === Qt.Key_Home)
            positionViewAtEnd();
        else if (event.key === Qt.Key_End)
            toEnd();
        else
            return;
        event.accepted = true;
    }

    delegate: MessageDelegate {
        view: timeline
        onMenuRequested: menu.openFor(this)
        onRetryRequested: timeline.chat.retry(key)
        onDiscardRequested: timeline.chat.discard(key)
        onPersonRequested: timeline.chat.openPerson(nick)
        onLinkRequested: link => timeline.chat.openLink(link)
        onLinkHovered: (link, body) => linkTip.showFor(link, body)
    }
    LinkTip {
        id: linkTip
        chat: timeline.chat
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
        target: timeline.chat.timeline
        function onArriving() { if (timeline.reading) ++timeline.missed; }
    }
    TimelineReporter {
        id: reporter
        view: timeline
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
