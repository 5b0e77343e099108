import QtQuick
import Brusio

// Asks whether this is the server, and shows what there is to decide by.
Rectangle {
    id: card

    required property CertificateQuestion question

    visible: question.open
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.space3 : 0
    radius: Theme.radius2
    color: Theme.codeBg
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text + ". " + why.text
    Accessible.ignored: !visible

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.space4; rightMargin: Theme.space4 }
        spacing: Theme.space2

        Text {
            id: title
            width: parent.width
            text: card.question.certificateChanged
                ? qsTr("%1 shows another certificate than before").arg(card.question.server)
                : qsTr("Is this really %1?").arg(card.question.server)
            textFormat: Text.PlainText
            color: card.question.certificateChanged ? Theme.danger : Theme.text
            font.pixelSize: Theme.fontBody
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        Text {
            id: why
            width: parent.width
            text: (card.question.certificateChanged
                ? qsTr("Somebody may be reading along. Ask its administrator if it is new.")
                : qsTr("Compare the fingerprint with the one that its administrator tells you."))
                + "\n" + card.question.flaws
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        TextEdit {
            width: parent.width
            text: card.question.fingerprint
            readOnly: true
            selectByMouse: true
            textFormat: TextEdit.PlainText
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            font.family: "monospace"
            font.pixelSize: Theme.fontTiny
            wrapMode: TextEdit.WrapAnywhere
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Fingerprint, SHA-256: %1").arg(text)
        }
        Text {
            width: parent.width
            text: card.question.owner
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontTiny
            wrapMode: Text.Wrap
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Flow {
            width: parent.width
            spacing: Theme.space2
            AppButton {
                text: qsTr("Trust it and connect")
                tone: card.question.certificateChanged ? Theme.danger : Theme.accent
                onClicked: card.question.trust()
            }
            AppButton {
                text: qsTr("Do not connect")
                onClicked: card.question.dismiss()
            }
        }
    }
}
