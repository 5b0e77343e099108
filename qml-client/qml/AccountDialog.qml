import QtQuick
import Brusio

// Makes an account for somebody who is here as a guest.
AppPopup {
    id: dialog

    required property Chat chat
    required property ClientSettings settings
    readonly property AccountDesk desk: chat.desk

    heightMax: Theme.phone ? parent.height : form.implicitHeight + head.height + 2 * padding
                                             + Theme.space3
    onOpened: {
        desk.forgetProblem();
        password.text = again.text = "";
        account.text = "";
        password.forceActiveFocus();
    }
    onClosed: password.text = again.text = ""

    readonly property bool complete: password.text !== "" && again.text === password.text
                                     && !desk.busy

    function go() {
        if (complete)
            desk.registerAccount(account.text, email.text, password.text, remember.checked);
    }

    Connections {
        target: dialog.desk
        function onMade() { dialog.close(); }
    }

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: qsTr("Register an account")
            onClosed: dialog.close()
        }
        Flickable {
            anchors { top: head.bottom; topMargin: Theme.space3; bottom: parent.bottom }
            anchors { left: parent.left; right: parent.right }
            contentHeight: form.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true

            Column {
                id: form
                width: parent.width
                spacing: Theme.space4

                Text {
                    width: parent.width
                    text: qsTr("An account keeps your name and your rooms for you.")
                    textFormat: Text.PlainText
                    color: Theme.textMuted
                    font.pixelSize: Theme.fontBody
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
                TextBox {
                    id: account
                    width: parent.width
                    label: qsTr("Account")
                    placeholder: dialog.chat.nick
                    inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                    onAccepted: dialog.go()
                }
                SecretBox {
                    id: password
                    width: parent.width
                    label: qsTr("Password for the new account")
                    onAccepted: dialog.go()
                }
                SecretBox {
                    id: again
                    width: parent.width
                    label: qsTr("The same password again")
                    onAccepted: dialog.go()
                }
                TextBox {
                    id: email
                    width: parent.width
                    label: qsTr("E-mail (not needed)")
                    placeholder: "ada@example.org"
                    inputMethodHints: Qt.ImhEmailCharactersOnly
                    onAccepted: dialog.go()
                }
                RememberLine {
                    id: remember
                    width: parent.width
                    checked: dialog.settings.remember
                }
                ProblemCard {
                    width: parent.width
                    title: dialog.desk.problemTitle
                    advice: dialog.desk.problemAdvice
                    detail: dialog.desk.problemDetail
                }
                AppButton {
                    width: parent.width
                    primary: true
                    enabled: dialog.complete
                    text: dialog.desk.busy ? qsTr("Asking the server…") : qsTr("Register")
                    onClicked: dialog.go()
                }
            }
        }
    }
}
