import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T

// A dialog in the middle of a desk's window; on a phone it takes the whole window.
Popup {
    id: popup

    property real widthMax: 520 * Theme.scale
    property real heightMax: 560 * Theme.scale

    parent: T.Overlay.overlay
    width: Theme.phone ? parent.width : Math.min(popup.widthMax, parent.width - 2 * Theme.space5)
    height: Theme.phone ? parent.height
                        : Math.min(popup.heightMax, parent.height - 2 * Theme.space5)
    x: Math.round((parent.width - width) / 2)
    y: Theme.phone ? 0 : Math.round((parent.height - height) / 3)
    modal: true
    focus: true
    padding: Theme.phone ? Theme.space4 : Theme.space5

    T.Overlay.modal: Rectangle { color: Theme.scrim }
    background: Rectangle {
        radius: Theme.phone ? 0 : Theme.radius3
        color: Theme.bgSurface
        border.color: Theme.line
        border.width: Theme.phone ? 0 : 1
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.durShort }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.durShort }
    }
}
