import QtQuick

// One sentence for screen readers; nothing of it can be seen.
Item {
    id: note

    property string words

    function show(sentence) {
        visible = false;
        words = sentence;
        visible = true;
        gone.restart();
    }

    visible: false
    width: 1
    height: 1
    Accessible.role: Accessible.Notification
    Accessible.name: words

    Timer {
        id: gone
        interval: 8000
        onTriggered: note.visible = false
    }
}
