pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// What may be completed, over the place where one writes, which keeps the focus; and how a command
// is written.
Rectangle {
    id: box

    required property Completer completer
    required property TextEdit area
    readonly property real rowHeight: (completer.detailed ? 54 : Theme.phone ? 44 : 34)
                                      * Theme.scale
    readonly property bool explains: !completer.open && completer.form !== ""

    // Before the window's shortcuts have it.
    function wants(event) { return completer.open && event.key === Qt.Key_Escape; }
    // Whether a key of `area` was for the list.
    function takes(event) {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        const plain = event.modifiers === Qt.NoModifier || event.modifiers === Qt.KeypadModifier;
        if (!completer.open || !plain)
            return false;
        if (event.key === Qt.Key_Escape)
            completer.dismiss();
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            completer.step(event.key === Qt.Key_Up ? -1 : 1);
        else if (event.key === Qt.Key_Tab || (enter && !completer.isWhole()))
            complete(-1);
        else
            return false;
        event.accepted = true;
        return true;
    }
    function complete(row) {
        const done = completer.accept(row);
        area.text = done.text;
        area.cursorPosition = done.cursor;
    }
    function look() {
        if ((area.activeFocus || area.length === 0) && area.cursorPosition <= area.length)
            completer.look(area.text, area.cursorPosition);
    }

    x: 0
    y: -height - Theme.space1
    z: 2
    width: parent.width
    visible: completer.open || explains
    height: explains ? words.implicitHeight + 2 * Theme.space2
                     : Math.min(260 * Theme.scale, Math.max(60, parent.y - Theme.space2),
                                list.count * rowHeight + 2 * Theme.space1)
    radius: Theme.radius2
    color: Theme.bgSurface
    border.color: Theme.line

    Connections {
        target: box.area
        function onTextChanged() { box.look(); }
        function onCursorPositionChanged() { box.look(); }
        function onActiveFocusChanged() {
            if (!box.area.activeFocus)
                box.completer.dismiss();
        }
    }
    Text {
        id: words
        x: Theme.space3
        y: Theme.space2
        width: parent.width - x - Theme.space2
        visible: box.explains
        text: box.completer.form + "\n" + box.completer.help
        textFormat: Text.PlainText
        color: Theme.textDim
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        Accessible.ignored: !box.explains
    }
    ListView {
        id: list
        anchors { fill: parent; margins: Theme.space1 }
        visible: box.completer.open
        model: box.completer
        currentIndex: box.completer.current
        clip: true
        cacheBuffer: 0  // rows that are made later would be of a list that is gone
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What it may become")
        Accessible.ignored: !box.completer.open

        delegate: CompleterRow {
            height: box.rowHeight
            chosen: ListView.isCurrentItem
            onClicked: box.complete(index)
        }
        FreeScrollBar { view: list; label: qsTr("Scroll the list") }
    }
}
