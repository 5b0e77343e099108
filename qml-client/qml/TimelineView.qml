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
    topMargin: Theme.space3
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
    // The rows that are on screen, newest and oldest.
    function report() {
        if (count === 0 || height < 1 || !visible)
            return;
        const newest = indexAt(width / 2, contentY + height - 1);
        const oldest = indexAt(width / 2, contentY + 1);
        chat.noteShown(newest < 0 ? 0 : newest, oldest < 0 ? count - 1 : oldest);
    }
    function pageBy(direction) {
        contentY = Math.max(originY, Math.min(originY + contentHeight - height,
                                              contentY + direction * height * 0.85));
    }

    onContentYChanged: reporter.start()
    onHeightChanged: reporter.start()
    onVisibleChanged: reporter.start()
    onCountChanged: {
        if (reading)
            ++missed;
        reporter.start();
    }
    onAtYEndChanged: if (atYEnd) missed = 0
    onModelChanged: {
        toEnd();
        // What was not read yet comes first, if it does not fit on the screen.
        const unread = chat.unreadRow();
        if (unread > 0)
            positionViewAtIndex(unread, ListView.Contain);
        reporter.start();
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp)
            pageBy(-1);
        else if (event.key === Qt.Key_PageDown)
            pageBy(1);
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
    }

    // Many things move at once; what is on screen is reported once they have.
    Timer {
        id: reporter
        interval: 0
        onTriggered: timeline.report()
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
