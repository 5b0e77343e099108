import QtQuick
import QtQuick.Controls.Basic

// One line of input with its name above it.
FocusScope {
    id: box

    required property string label
    property alias text: field.text
    property string placeholder
    property alias echoMode: field.echoMode
    property alias validator: field.validator
    readonly property bool acceptable: field.acceptableInput
    property alias inputMethodHints: field.inputMethodHints
    property bool labelShown: true
    property real roomRight: 0
    signal accepted

    implicitWidth: 200 * Theme.scale
    implicitHeight: field.y + field.height

    // Qt gives a password field no name of its own, lest it be read aloud: its frame says it.
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Accessible.ignored: echoMode === TextInput.Normal

    function selectAll() { field.selectAll(); }

    Text {
        id: caption
        width: box.width
        visible: box.labelShown
        text: box.label
        textFormat: Text.PlainText
        color: Theme.textDim
        font.pixelSize: Theme.fontSmall
        font.weight: Font.Medium
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    TextField {
        id: field
        y: box.labelShown ? caption.height + 6 * Theme.scale : 0
        width: box.width
        height: Theme.touch
        focus: true
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        selectByMouse: true
        font.pixelSize: Theme.fontBody
        leftPadding: Theme.space3
        rightPadding: Theme.space3 + box.roomRight
        onAccepted: box.accepted()
        Accessible.name: box.label
        Accessible.description: box.placeholder

        HintText {
            anchors { fill: parent; leftMargin: field.leftPadding; rightMargin: field.rightPadding }
            visible: field.length === 0 && field.preeditText === ""
            text: box.placeholder
        }
        background: Rectangle {
            radius: Theme.radius2
            color: Theme.bgSurface
            border.width: field.activeFocus ? 2 : 1
            border.color: field.activeFocus ? Theme.accent : Theme.line
        }
    }
}
