pragma ComponentBehavior: Bound
import QtQuick
import Brusio

// Rooms of the server to choose from; a name that is not among them makes a new room.
AppPopup {
    id: dialog

    required property Chat chat
    readonly property string wanted: field.text.trim()
    signal joined

    function join(name) {
        chat.joinRoom(name, "");
        close();
        joined();
    }

    // With a name that was found somewhere: it is asked about before anything is joined.
    function openFor(name) {
        open();
        field.text = name;
    }
    onAboutToShow: field.text = ""
    onOpened: {
        field.forceActiveFocus();
        chat.requestDirectory();
    }

    contentItem: Item {
        PopupHead {
            id: head
            width: parent.width
            title: qsTr("Join a room")
            onClosed: dialog.close()
        }
        TextBox {
            id: field
            anchors { top: head.bottom; topMargin: Theme.space3 }
            width: parent.width
            label: qsTr("Name or subject")
            labelShown: false
            placeholder: qsTr("Name or subject, for example #garden")
            onTextChanged: dialog.chat.directory.filter = text
            onAccepted: if (dialog.wanted !== "") dialog.join(dialog.wanted)
        }
        ListView {
            id: list
            anchors { top: field.bottom; bottom: enter.top; left: parent.left; right: parent.right }
            anchors { topMargin: Theme.space3; bottomMargin: Theme.space3 }
            model: dialog.chat.directory
            clip: true
            currentIndex: -1
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Rooms of the server")

            delegate: DirectoryRow {
                onClicked: dialog.join(name)
            }
            Text {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0
                horizontalAlignment: Text.AlignHCenter
                text: dialog.chat.directory.loading ? qsTr("Asking the server…")
                    : dialog.wanted === "" ? qsTr("The server shows no rooms")
                    : qsTr("No room is called so. Yours can be the first.")
                textFormat: Text.PlainText
                color: Theme.textMuted
                font.pixelSize: Theme.fontBody
                wrapMode: Text.Wrap
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        AppButton {
            id: enter
            anchors.bottom: parent.bottom
            width: parent.width
            primary: true
            enabled: dialog.wanted !== ""
            text: enabled
                ? qsTr("Join %1").arg(dialog.chat.roomNameOf(dialog.wanted))
                : qsTr("Join")
            onClicked: dialog.join(dialog.wanted)
        }
    }
}
