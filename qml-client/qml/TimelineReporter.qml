import QtQuick
import Brusio

// Tells the chat which rows are on screen, and that somebody is near the oldest one. Many things
// move at once: it looks once they have.
Item {
    id: reporter

    required property ListView view
    required property Chat chat
    signal reported(int newestRow)
    // How near to the oldest row older ones are asked for.
    readonly property real preload: view.height * 2

    function look() { timer.start(); }
    function report() {
        if (view.height < 1 || !view.visible)
            return;
        view.forceLayout();  // where the oldest row is counts with the rows that have just come
        if (view.count === 0 || view.contentY - view.originY < preload)
            chat.loadOlder();
        if (view.count === 0)
            return;
        const newest = view.indexAt(view.width / 2, view.contentY + view.height - 1);
        const oldest = view.indexAt(view.width / 2, view.contentY + 1);
        chat.noteShown(newest < 0 ? 0 : newest, oldest < 0 ? view.count - 1 : oldest);
        reported(newest < 0 ? 0 : newest);
    }

    Timer {
        id: timer
        interval: 0
        onTriggered: reporter.report()
    }
    Connections {
        target: reporter.chat.timeline
        function onPastChanged() { reporter.look(); }
    }
    Connections {
        target: reporter.chat
        function onPhaseChanged() { reporter.look(); }
        function onMembershipChanged() { reporter.look(); }
    }
}
