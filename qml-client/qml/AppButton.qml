import QtQuick
import QtQuick.Controls.Basic

// A button with words. `primary` is the one thing to do on a page.
AbstractButton {
    id: button

    property bool primary: false
    property color tone: Theme.accent

    implicitWidth: label.implicitWidth + 2 * Theme.space4
    implicitHeight: Theme.touch
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true

    focusPolicy: Qt.TabFocus  // a click leaves the focus where one writes
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.radius2
        color: button.primary ? button.tone
             : button.hovered || button.down ? Theme.bgHover : "transparent"
        border.width: button.visualFocus ? 2 : button.primary ? 0 : 1
        border.color: button.visualFocus ? (button.primary ? Theme.text : Theme.accent)
                                         : Theme.line

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.text
            opacity: !button.primary ? 0 : button.down ? 0.16 : button.hovered ? 0.08 : 0
        }
    }
    contentItem: Text {
        id: label
        text: button.text
        textFormat: Text.PlainText
        color: button.primary ? Theme.accentInk : button.tone
        font.pixelSize: Theme.fontBody
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
