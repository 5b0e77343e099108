import QtQuick
import Brusio

// What others have said below the screen since one left the end, or since it was read.
QtObject {
    id: below

    required property MessageList view
    required property Chat chat
    property int missed: 0
    property double leftAt: 0

    // Who reads a message at the end has left it with what comes next.
    function mark() {
        if (view.atEnd && !view.held)
            leftAt = 0;
        else if (view.atEnd || !view.held || leftAt === 0)
            leftAt = chat.timeline.keyAt(0);
    }
    function restart() {
        missed = 0;
        mark();
    }
    function count(newestRow) {
        missed = view.atEnd ? 0 : chat.timeline.othersBelow(newestRow, leftAt);
    }
}
