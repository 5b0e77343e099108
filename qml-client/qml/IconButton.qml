import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A round button with a sign; `label` is its name for everybody, as tooltip and spoken.
AbstractButton {
    id: button

    required property string label
    required property string iconName
    property color tint: Theme.textDim
    property real glyph: 20 * Theme.scale

    implicitWidth: Theme.phone ? Theme.touch : 36 * Theme.scale
    implicitHeight: implicitWidth
    opacity: enabled ? 1 : 0.45
    hoverEnabled: true

    focusPolicy: Qt.TabFocus  // a click leaves the focus where one writes
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.onPressAction: clicked()

    // Who has pressed it knows what it is for: its menu is not to be covered.
    property bool used: false
    onDownChanged: used = used || down
    onHoveredChanged: used = used && hovered

    AppToolTip {
        visible: button.hovered && !button.used && !Theme.phone
        text: button.label
    }

    background: Rectangle {
        radius: Theme.radius2
        color: button.down || button.hovered || button.checked ? Theme.bgHover : "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        SvgIcon {
            anchors.centerIn: parent
            width: button.glyph
            height: button.glyph
            name: button.iconName
            color: button.checked ? Theme.accent : button.tint
        }
    }
}
