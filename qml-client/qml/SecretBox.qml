import QtQuick
import Brusio

// One line of input that nobody may read over one's shoulder, until it is asked to show itself.
TextBox {
    id: box

    property bool shown: false

    echoMode: shown ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
    roomRight: eye.width + Theme.space1

    onVisibleChanged: if (!visible) shown = false

    IconButton {
        id: eye
        anchors { right: parent.right; rightMargin: 2 * Theme.scale; bottom: parent.bottom }
        anchors.bottomMargin: (Theme.touch - height) / 2
        implicitWidth: Math.min(Theme.touch - 4 * Theme.scale, 44 * Theme.scale)
        enabled: box.enabled
        label: box.shown ? qsTr("Hide the password") : qsTr("Show the password")
        iconName: box.shown ? "eye_off" : "eye"
        onClicked: box.shown = !box.shown
    }
}
