import QtQuick

// A list whose newest row is at the bottom. Who is at the end stays there, whatever changes the
// size of the list or of its rows, until it is scrolled away. In Qt 6.4 a bottomMargin and an
// attached ScrollBar both lose the end: there is no margin, and the bar is free.
ListView {
    id: list

    property bool atEnd: true
    // One of its rows is to stay where it is, and not the end.
    property bool held: false
    // The name of the bar, for those who do not see it.
    required property string barName

    // While sizes change the content moves too: that is nobody's wish.
    property bool unsettled: false
    property bool pinning: false
    property bool stepping: false
    readonly property bool byHand: moving || bar.pressed || stepping
    signal resized
    signal settled

    verticalLayoutDirection: ListView.BottomToTop
    currentIndex: -1
    highlightFollowsCurrentItem: false
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    // How far the end is below the lower edge.
    function distance() { return originY + contentHeight - height - contentY; }
    function pin() {
        if (!atEnd || held || moving || bar.pressed || count === 0 || height < 1)
            return;
        forceLayout();
        pinning = true;
        contentY += distance();
        pinning = false;
    }
    function toEnd() {
        cancelFlick();
        stepping = true;
        positionViewAtBeginning();
        stepping = false;
        atEnd = true;
        pin();
    }
    function toStart() {
        stepping = true;
        positionViewAtEnd();
        stepping = false;
    }
    function pageBy(direction) {
        stepping = true;
        contentY = Math.max(originY, Math.min(originY + contentHeight - height,
                                              contentY + direction * height * 0.85));
        stepping = false;
    }
    // Something has another size, the list or a row of it.
    function unsettle() {
        unsettled = true;
        later.start();
    }
    function changed() {
        unsettle();
        pin();
        resized();
    }

    // The height is another one before anybody is told so.
    property real heightBefore: 0
    onContentYChanged: {
        if (heightBefore !== height)
            unsettle();
        heightBefore = height;
        if (!pinning && (byHand || !unsettled))
            atEnd = distance() <= 1;
    }
    onHeightChanged: {
        heightBefore = height;
        changed();
    }
    onWidthChanged: changed()
    onVisibleChanged: changed()
    onCountChanged: changed()
    onContentHeightChanged: later.start()
    onMovementEnded: pin()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageUp)
            pageBy(-1);
        else if (event.key === Qt.Key_PageDown)
            pageBy(1);
        else if (event.key === Qt.Key_Home)
            toStart();
        else if (event.key === Qt.Key_End)
            toEnd();
        else
            return;
        event.accepted = true;
    }

    // Rows are laid out after their sizes are known.
    Timer {
        id: later
        interval: 0
        onTriggered: {
            list.pin();
            list.settled();
            list.unsettled = false;
            if (!list.atEnd || list.held)
                list.atEnd = list.distance() <= 1;
        }
    }
    FreeScrollBar {
        id: bar
        view: list
        label: list.barName
    }
}
