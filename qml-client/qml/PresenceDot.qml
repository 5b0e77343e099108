import QtQuick

// Here: a full dot. Away: a ring. The shape says it, not the colour alone.
Rectangle {
    id: dot

    required property bool away
    property color ground: Theme.bgSurface

    width: 12 * Theme.scale
    height: width
    radius: width / 2
    color: ground
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        width: 8 * Theme.scale
        height: width
        radius: width / 2
        color: dot.away ? "transparent" : Theme.success
        border.width: dot.away ? 2 * Theme.scale : 0
        border.color: Theme.textMuted
    }
}
