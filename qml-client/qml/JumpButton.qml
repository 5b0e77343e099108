import QtQuick
import QtQuick.Controls.Basic
import Brusio

// Looks like a search field and opens the switcher.
AbstractButton {
    id: button

    text: qsTr("Jump to…")
    implicitHeight: (Theme.phone ? 44 : 34) * Theme.scale
    hoverEnabled: true
    focusPolicy: Qt.TabFocus  // a click leaves the focus where one writes
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.radius2
        color: button.hovered ? Theme.bgHover : Theme.bgWindow
        border.width: button.visualFocus ? 2 : 1
        border.color: button.visualFocus ? Theme.accent : Theme.line
    }
    contentItem: Item {
        SvgIcon {
            id: sign
            x: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            width: 16 * Theme.scale
            height: width
            name: "search"
            color: Theme.textMuted
        }
        Text {
            anchors { left: sign.right; leftMargin: Theme.space2 }
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: 13 * Theme.scale
            Accessible.ignored: true
        }
        Text {
            anchors { right: parent.right; rightMargin: Theme.space3 }
            anchors.verticalCenter: parent.verticalCenter
            visible: !Theme.phone
            text: "Ctrl K"
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontTiny
            Accessible.ignored: true
        }
    }
}
