import QtQuick
import Brusio

// Where to go, and whether others may read along.
Column {
    id: fields

    required property ClientSettings settings

    property alias host: server.text
    property alias port: port.text
    property alias encrypted: encrypted.checked
    readonly property bool complete: server.text.trim() !== "" && port.acceptable

    signal accepted

    spacing: Theme.space3

    // Each way has its usual port; another one that was typed stays.
    function followPort() {
        if (encrypted.checked && port.text === "6667")
            port.text = "6697";
        else if (!encrypted.checked && port.text === "6697")
            port.text = "6667";
    }

    // An address says itself whether to encrypt, and where.
    function followAddress() {
        const address = /^\s*(ircs?):\/\/[^\/]*?(?::(\d+))?(?:\/.*)?\s*$/i.exec(server.text);
        if (!address)
            return;
        encrypted.checked = address[1].toLowerCase() === "ircs";
        port.text = address[2] !== undefined ? address[2] : encrypted.checked ? "6697" : "6667";
    }

    Item {
        width: parent.width
        height: server.height

        TextBox {
            id: server
            width: parent.width - port.width - Theme.space3
            label: qsTr("Server")
            placeholder: "chat.example.org"
            text: fields.settings.serverHost
            onTextChanged: if (activeFocus) fields.followAddress()
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
            onTextChanged: if (activeFocus && text === "6697") encrypted.checked = true
            onAccepted: fields.accepted()
        }
    }
    CheckLine {
        id: encrypted
        width: parent.width
        checked: fields.settings.serverEncrypted
        text: qsTr("Encrypted (TLS)")
        onClicked: fields.followPort()
    }
}
