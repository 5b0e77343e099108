pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A few choices side by side, of which one holds. `choices` are {value, text}.
FocusScope {
    id: row

    required property string label
    required property var choices
    property string value

    implicitHeight: (Theme.phone ? 44 : 36) * Theme.scale
    opacity: enabled ? 1 : 0.5

    Accessible.role: Accessible.Grouping
    Accessible.name: label

    function step(by) {
        const at = choices.findIndex(choice => choice.value === value);
        value = choices[(at + by + choices.length) % choices.length].value;
        const now = buttons.itemAt((at + by + choices.length) % choices.length);
        if (now)
            now.forceActiveFocus(Qt.TabFocusReason);
    }
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius2
        color: Theme.bgHover
    }
    Row {
        anchors { fill: parent; margins: 3 * Theme.scale }

        Repeater {
            id: buttons
            model: row.choices

            AbstractButton {
                id: choice
                required property var modelData
                readonly property bool holds: modelData.value === row.value

                width: parent.width / row.choices.length
                height: parent.height
                hoverEnabled: true
                text: modelData.text
                focusPolicy: Qt.StrongFocus
                onClicked: row.value = modelData.value

                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checkable: true
                Accessible.checked: holds
                Accessible.onPressAction: clicked()

                background: Rectangle {
                    radius: Theme.radius2 - 2 * Theme.scale
                    color: choice.holds ? Theme.bgSurface : "transparent"
                    border.width: choice.visualFocus ? 2 : choice.holds ? 1 : 0
                    border.color: choice.visualFocus ? Theme.accent : Theme.line
                }
                contentItem: Text {
                    text: choice.text
                    textFormat: Text.PlainText
                    color: choice.holds ? Theme.text : Theme.textDim
                    font.pixelSize: Theme.fontBody
                    font.weight: choice.holds ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
