import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A box to tick with its words behind it; `note` says more to those who ask.
CheckBox {
    id: line

    property string note

    hoverEnabled: true
    opacity: enabled ? 1 : 0.5
    padding: 0
    spacing: 0
    implicitHeight: Math.max(Theme.phone ? 40 * Theme.scale : 28 * Theme.scale,
                             words.implicitHeight)

    Accessible.name: text
    Accessible.description: note

    AppToolTip {
        visible: line.hovered && line.note !== "" && !Theme.phone
        text: line.note
    }

    indicator: null
    background: Item {
        Rectangle {
            id: square
            anchors.verticalCenter: parent.verticalCenter
            width: 20 * Theme.scale
            height: width
            radius: Theme.radius1
            color: line.checked ? Theme.accent : line.hovered ? Theme.bgHover : Theme.bgSurface
            border.width: line.visualFocus ? 2 : line.checked ? 0 : 1
            border.color: line.visualFocus ? Theme.text : Theme.textMuted

            SvgIcon {
                anchors.centerIn: parent
                width: 15 * Theme.scale
                height: width
                visible: line.checked
                name: "check"
                color: Theme.accentInk
            }
        }
    }
    contentItem: Text {
        id: words
        leftPadding: 28 * Theme.scale
        text: line.text
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontBody
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
