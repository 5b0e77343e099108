import QtQuick
import Brusio

// The first screen: where to go, under which name, and whether with an account.
Flickable {
    id: page

    required property Chat chat
    required property ClientSettings settings

    property bool showEnd: false
    readonly property bool busy: chat.phase !== "idle"
    // A question about the server comes before everything else.
    readonly property bool asking: chat.question.open
    readonly property bool complete: server.complete && nick.text.trim() !== ""
                                     && who.complete

    contentHeight: Math.max(height, form.implicitHeight + 2 * Theme.space5)
    boundsBehavior: Flickable.StopAtBounds

    Component.onCompleted: if (visible) begin()
    onVisibleChanged: if (visible) begin()
    onContentHeightChanged: if (showEnd) contentY = Math.max(0, contentHeight - height)

    function begin() {
        who.entry = settings.entry;
        who.account = settings.account;
        if (who.withAccount && !who.complete)
            who.focusPassword();
        else
            nick.forceActiveFocus();
    }
    function go() {
        if (!complete || busy)
            return;
        chat.connectTo({
            host: server.host, port: Number(server.port), encrypted: server.encrypted,
            nick: nick.text.trim(), serverPassword: serverPassword.text,
            entry: who.entry, account: who.account, accountPassword: who.password,
            email: who.email, remember: who.remember
        });
    }

    // What went wrong stands at the end: where it can be seen.
    Connections {
        target: page.chat
        function onProblemChanged() { page.showEnd = page.chat.problemTitle !== ""; }
        // Once it has worked, the password is not kept here.
        function onInsideChanged() { who.password = ""; }
    }

    Column {
        id: form
        anchors.centerIn: parent
        width: Math.min(page.width - 2 * Theme.space4, 380 * Theme.scale)
        spacing: Theme.space4

        ConnectHead { width: parent.width }
        ServerFields {
            id: server
            width: parent.width
            settings: page.settings
            enabled: !page.busy
            onAccepted: page.go()
        }
        TextBox {
            id: nick
            width: parent.width
            label: qsTr("Your nick")
            placeholder: "ada"
            text: page.settings.nick
            visible: !page.asking
            enabled: !page.busy
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onAccepted: page.go()
        }
        AccountFields {
            id: who
            width: parent.width
            settings: page.settings
            nick: nick.text.trim()
            visible: !page.asking
            enabled: !page.busy
            onAccepted: page.go()
        }
        SecretBox {
            id: serverPassword
            width: parent.width
            visible: who.entry === "guest" && !page.asking
            label: qsTr("Server password (if it asks for one)")
            enabled: !page.busy
            onAccepted: page.go()
        }
        CertificateCard {
            width: parent.width
            question: page.chat.question
        }
        ProblemCard {
            width: parent.width
            title: page.asking ? "" : page.chat.problemTitle
            advice: page.chat.problemAdvice
            detail: page.chat.problemDetail
        }
        AppButton {
            width: parent.width
            height: (Theme.phone ? 50 : 44) * Theme.scale
            primary: !page.busy
            visible: !page.asking
            enabled: page.busy || page.complete
            text: page.busy ? qsTr("Cancel")
                : who.entry === "register" ? qsTr("Register and connect")
                : who.entry === "login" ? qsTr("Log in") : qsTr("Connect")
            onClicked: page.busy ? page.chat.disconnect() : page.go()
        }
        ConnectProgress {
            width: parent.width
            chat: page.chat
        }
    }
}
