import QtQuick
import Brusio

// As a guest, with an account, or with one that is made on the way in.
Column {
    id: fields

    required property ClientSettings settings
    required property string nick

    property alias entry: choice.value
    property alias account: account.text
    property alias password: password.text
    property alias email: email.text
    property alias remember: remember.checked

    readonly property bool withAccount: entry !== "guest"
    // Remembered for what the fields say, not for another account.
    readonly property bool passwordKept: entry === "login" && settings.passwordKept
        && account.text.trim() === settings.account
    // Nobody sees what is typed: a slip of the finger would shut one out for good.
    readonly property bool same: entry !== "register" || again.text === password.text
    readonly property bool complete: !withAccount || passwordKept
                                     || (password.text !== "" && same)

    signal accepted

    spacing: Theme.space4

    function focusPassword() { password.forceActiveFocus(); }

    ChoiceRow {
        id: choice
        width: parent.width
        label: qsTr("How to go in")
        value: fields.settings.entry
        choices: [{ value: "guest", text: qsTr("Guest") },
                  { value: "login", text: qsTr("Log in") },
                  { value: "register", text: qsTr("Register") }]
    }
    Text {
        width: parent.width
        text: fields.entry === "guest"
            ? qsTr("Without an account your nick is yours only while you are here.")
            : fields.entry === "login"
            ? qsTr("Your name and your rooms wait for you.")
            : qsTr("An account keeps your name and your rooms for you. A password is enough.")
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    TextBox {
        id: account
        width: parent.width
        visible: fields.withAccount
        label: qsTr("Account")
        placeholder: fields.nick !== "" ? fields.nick : qsTr("As your nick")
        text: fields.settings.account
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onAccepted: fields.accepted()
    }
    SecretBox {
        id: password
        width: parent.width
        visible: fields.withAccount
        label: fields.entry === "register" ? qsTr("Password for the new account")
                                           : qsTr("Password of the account")
        placeholder: fields.passwordKept ? qsTr("The remembered one") : ""
        onAccepted: fields.accepted()
    }
    SecretBox {
        id: again
        width: parent.width
        visible: fields.entry === "register"
        label: qsTr("The same password again")
        onVisibleChanged: text = ""
        onAccepted: fields.accepted()
    }
    TextBox {
        id: email
        width: parent.width
        visible: fields.entry === "register"
        label: qsTr("E-mail (not needed)")
        placeholder: "ada@example.org"
        inputMethodHints: Qt.ImhEmailCharactersOnly
        onAccepted: fields.accepted()
    }
    RememberLine {
        id: remember
        width: parent.width
        visible: fields.withAccount
        checked: fields.settings.remember
    }
}
