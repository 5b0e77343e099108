import QtQuick
import QtQuick.Templates as T
import Brusio

// A list of rows that is one stop of Tab. In it the arrows, Home, End and the page keys go from row
// to row, Enter and the space bar do what a click does. A click leaves the focus where one writes.
ListView {
    id: list

    // The name of the bar, for those who do not see it.
    required property string barName
    // Where one comes in.
    property int entryRow: 0

    clip: true
    currentIndex: -1
    highlightMoveDuration: 0
    highlightResizeDuration: 0
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: count > 0

    function enter() {
        if (count === 0)
            return false;
        forceActiveFocus(Qt.TabFocusReason);
        return true;
    }
    function rowsOfPage() { return Math.max(1, Math.floor(height / currentItem.height) - 1); }
    function goTo(row) { currentIndex = Math.max(0, Math.min(count - 1, row)); }

    onActiveFocusChanged: {
        if (!activeFocus)
            currentIndex = -1;
        else if (currentIndex < 0)
            goTo(entryRow);
    }
    onCountChanged: if (activeFocus && currentIndex < 0 && count > 0) goTo(0)

    Keys.onPressed: event => {
        if (currentItem === null)
            return;
        if (event.key === Qt.Key_Home)
            goTo(0);
        else if (event.key === Qt.Key_End)
            goTo(count - 1);
        else if (event.key === Qt.Key_PageUp)
            goTo(currentIndex - rowsOfPage());
        else if (event.key === Qt.Key_PageDown)
            goTo(currentIndex + rowsOfPage());
        else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                 && currentItem instanceof T.AbstractButton)
            (currentItem as T.AbstractButton).clicked();
        else
            return;
        event.accepted = true;
    }

    FreeScrollBar { view: list; label: list.barName }
    ReadingOrder { content: list.contentItem }
}
