import QtQuick
import QtQuick.Controls.Basic

// A menu in our colours.
Menu {
    id: menu

    padding: Theme.space1
    background: Rectangle {
        implicitWidth: 220 * Theme.scale
        radius: Theme.radius2
        color: Theme.bgSurface
        border.color: Theme.line
    }
}
