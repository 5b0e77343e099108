import QtQuick
import Brusio

// The members beside the room, or over it: then they slide in, and a touch beside them closes them.
Item {
    id: slide

    required property Chat chat
    required property bool docked
    required property bool over
    required property bool slides
    required property real paneWidth
    readonly property alias people: people
    signal closed

    Rectangle {
        anchors.fill: parent
        visible: opacity > 0
        opacity: slide.over ? 1 : 0
        color: Theme.scrim
        Behavior on opacity { NumberAnimation { duration: Theme.durShort } }
        TapHandler { onTapped: slide.closed() }
    }
    MemberPane {
        id: people
        x: slide.docked || slide.over ? slide.width - width : slide.width
        width: slide.paneWidth
        height: slide.height
        visible: x < slide.width
        chat: slide.chat
        closeShown: slide.slides
        onClosed: slide.closed()
        Behavior on x {
            enabled: slide.slides
            NumberAnimation { duration: Theme.durLong; easing.type: Easing.OutCubic }
        }
    }
}
