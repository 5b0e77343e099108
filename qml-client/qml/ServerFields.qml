import QtQuick
import Brusio

// Where to go.
Item {
    id: fields

    required property ClientSettings settings

    property alias host: server.text
    property alias port: port.text
    readonly property bool complete: server.text.trim() !== "" && port.acceptable

    signal accepted

    implicitHeight: server.height

    TextBox {
        id: server
        width: parent.width - port.width - Theme.space3
        label: qsTr("Server")
        placeholder: "chat.example.org"
        text: fields.settings.serverHost
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onAccepted: fields.accepted()
    }
    TextBox {
        id: port
        anchors.right: parent.right
        width: 92 * Theme.scale
        label: qsTr("Port")
        text: fields.settings.serverPort
        inputMethodHints: Qt.ImhDigitsOnly
        validator: IntValidator { bottom: 1; top: 65535 }
        onAccepted: fields.accepted()
    }
}
