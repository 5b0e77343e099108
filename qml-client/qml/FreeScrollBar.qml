import QtQuick
import QtQuick.Controls.Basic

// A scroll bar beside a list that it is not attached to: in Qt 6.4 an attached one loses the end.
ScrollBar {
    id: bar

    required property ListView view
    required property string label
    readonly property real whole: view.contentHeight + view.topMargin

    parent: view
    x: view.width - width
    z: 1
    width: 10 * Theme.scale
    height: view.height
    orientation: Qt.Vertical
    visible: size < 1
    size: view.visibleArea.heightRatio
    onPositionChanged: if (pressed)
        view.contentY = view.originY - view.topMargin + position * whole
    Accessible.name: label

    Binding on position {
        when: !bar.pressed
        value: bar.view.visibleArea.yPosition
    }
    contentItem: Rectangle {
        radius: width / 2
        color: Theme.textMuted
        opacity: bar.pressed ? 0.7 : bar.hovered ? 0.5 : 0.25
    }
}
