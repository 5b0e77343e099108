import QtQuick
import Brusio

// Messages of which one may have the focus. That one stays where it is on the screen, whatever
// comes, goes or grows around it, at the end too; without one the end is kept.
EndKeepingList {
    id: list

    // Something that was opened from a message has the focus: it comes back.
    property bool busy: false
    // Above this line rows may grow without moving what is read.
    readonly property real anchorLine: held && currentItem ? currentItem.y + currentItem.height / 2
                                                           : contentY + height / 2
    // Where the focused row stands below the upper edge.
    property real place: 0
    property bool seen: false

    held: currentIndex >= 0
    activeFocusOnTab: true
    keyNavigationEnabled: false

    function note() {
        if (!currentItem)
            return;
        place = currentItem.y - contentY;
        seen = place < height && place > -currentItem.height;
    }
    function hold() {
        if (!held || !currentItem || byHand)
            return;
        forceLayout();
        if (seen)
            place = Math.max(0, Math.min(place, height - currentItem.height));
        pinning = true;
        contentY = Math.max(originY - topMargin, Math.min(originY + contentHeight - height,
                                                          currentItem.y - place));
        pinning = false;
    }
    function goTo(row) {
        currentIndex = Math.max(0, Math.min(count - 1, row));
        stepping = true;
        positionViewAtIndex(currentIndex, ListView.Contain);
        stepping = false;
        note();
        currentItem.forceActiveFocus(Qt.TabFocusReason);
    }
    // The row a page above (-1) or below (1) the focused one.
    function rowOfPage(direction) {
        const row = indexAt(width / 2, currentItem.y + direction * height * 0.85);
        return row >= 0 ? row : direction < 0 ? count - 1 : 0;
    }
    // Gives the focus to the message that had it, else to the newest on the screen.
    function enter() {
        if (count === 0)
            return false;
        const newest = indexAt(width / 2, contentY + height - 1);
        goTo(currentIndex >= 0 ? currentIndex : Math.max(0, newest));
        return true;
    }
    // Somebody else has given it to this row.
    function adopt(row) {
        if (row === currentIndex)
            return;
        currentIndex = row;
        note();
    }
    function leave() {
        if (!held)
            return;
        currentIndex = -1;
        atEnd = distance() <= 1;
    }

    onContentYChanged: if (!pinning && (byHand || !unsettled)) note()
    onResized: hold()
    onSettled: hold()
    onActiveFocusChanged: {
        if (!activeFocus && !busy)
            leave();
        else if (activeFocus && Window.activeFocusItem === list)
            enter();
    }

    ReadingOrder { content: list.contentItem }
}
