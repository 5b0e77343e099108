pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Brusio

// A few choices, side by side or below each other, of which one holds. `choices` are {value, text}.
FocusScope {
    id: row

    required property string label
    required property var choices
    property string value

    implicitHeight: (Theme.phone ? 44 : 36) * Theme.scale * (Theme.narrow ? choices.length : 1)
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
    Keys.onUpPressed: step(-1)
    Keys.onDownPressed: step(1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius2
        color: Theme.bgHover
    }
    Grid {
        anchors { fill: parent; margins: 3 * Theme.scale }
        columns: Theme.narrow ? 1 : row.choices.length

        Repeater {
            id: buttons
            model: row.choices

            RadioButton {
                id: choice
                required property var modelData
                readonly property bool holds: modelData.value === row.value

                width: parent.width / (Theme.narrow ? 1 : row.choices.length)
                height: parent.height / (Theme.narrow ? row.choices.length : 1)
                hoverEnabled: true
                text: modelData.text
                // One stop of Tab for all; the arrows go from one to another.
                focusPolicy: holds ? Qt.StrongFocus : Qt.ClickFocus
                checked: holds
                padding: 0
                spacing: 0
                indicator: null
                onClicked: row.value = modelData.value

                Accessible.name: text

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
