import QtQuick
import QtQuick.Controls.Basic
import Brusio

// The way back to the newest message, and how many came meanwhile.
AbstractButton {
    id: pill

    required property int count
    required property bool shown

    text: count > 0 ? qsTr("%n new message(s)", "", count) : qsTr("Back to the newest")
    visible: opacity > 0
    opacity: shown ? 1 : 0
    z: 2
    width: Math.min(14 * Theme.scale + words.implicitWidth + Theme.space2 + 2 * Theme.space4,
                    parent.width - 2 * Theme.space3)
    implicitHeight: Math.max((Theme.phone ? 44 : 34) * Theme.scale,
                             words.implicitHeight + Theme.space2)

    focusPolicy: Qt.TabFocus  // a click leaves the focus where one writes
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: clicked()

    Behavior on opacity { NumberAnimation { duration: Theme.durShort } }

    background: Rectangle {
        radius: height / 2
        color: pill.count > 0 ? Theme.accent : Theme.bgSurface
        border.width: pill.count > 0 ? 0 : 1
        border.color: Theme.line
    }
    contentItem: Row {
        id: face
        spacing: Theme.space2
        leftPadding: Theme.space4
        SvgIcon {
            anchors.verticalCenter: parent.verticalCenter
            width: 14 * Theme.scale
            height: width
            name: "down"
            color: words.color
        }
        Text {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            width: pill.width - 14 * Theme.scale - Theme.space2 - 2 * Theme.space4
            text: pill.text
            textFormat: Text.PlainText
            color: pill.count > 0 ? Theme.accentInk : Theme.textDim
            font.pixelSize: Theme.fontSmall
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
