import QtQuick
import Brusio

// The first screen: where to go and under which name.
Flickable {
    id: page

    required property Chat chat
    required property ClientSettings settings

    readonly property bool busy: chat.phase !== "idle"
    readonly property bool complete: server.text.trim() !== "" && nick.text.trim() !== ""

    contentHeight: Math.max(height, form.implicitHeight + 2 * Theme.space5)
    boundsBehavior: Flickable.StopAtBounds

    Component.onCompleted: if (visible) nick.forceActiveFocus()
    onVisibleChanged: if (visible) nick.forceActiveFocus()

    function go() {
        if (complete && !busy)
            chat.connectTo(server.text.trim(), Number(port.text), nick.text.trim(), password.text);
    }

    Column {
        id: form
        anchors.centerIn: parent
        width: Math.min(page.width - 2 * Theme.space4, 380 * Theme.scale)
        spacing: Theme.space4

        ConnectHead { width: parent.width }
        Item {
            width: parent.width
            height: server.height
            TextBox {
                id: server
                width: parent.width - port.width - Theme.space3
                label: qsTr("Server")
                placeholder: "chat.example.org"
                text: page.settings.serverHost
                enabled: !page.busy
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                onAccepted: page.go()
            }
            TextBox {
                id: port
                anchors.right: parent.right
                width: 92 * Theme.scale
                label: qsTr("Port")
                text: page.settings.serverPort
                enabled: !page.busy
                inputMethodHints: Qt.ImhDigitsOnly
                validator: IntValidator { bottom: 1; top: 65535 }
                onAccepted: page.go()
            }
        }
        TextBox {
            id: nick
            width: parent.width
            label: qsTr("Your nick")
            placeholder: "ada"
            text: page.settings.nick
            enabled: !page.busy
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onAccepted: page.go()
        }
        TextBox {
            id: password
            width: parent.width
            label: qsTr("Server password (if it asks for one)")
            echoMode: TextInput.Password
            enabled: !page.busy
            onAccepted: page.go()
        }
        ProblemCard {
            width: parent.width
            title: page.chat.problemTitle
            advice: page.chat.problemAdvice
            detail: page.chat.problemDetail
        }
        AppButton {
            width: parent.width
            height: (Theme.phone ? 50 : 44) * Theme.scale
            primary: !page.busy
            enabled: page.complete
            text: page.busy ? qsTr("Cancel") : qsTr("Connect")
            onClicked: page.busy ? page.chat.disconnect() : page.go()
        }
        ConnectProgress {
            width: parent.width
            chat: page.chat
        }
    }
}
