import QtQuick
import Brusio

// An address from outside: shown and asked about before anything follows it.
AppPopup {
    id: dialog

    required property OutsideAddress address
    required property string networkName
    required property bool inside

    readonly property int question: address.question

    visible: question !== OutsideAddress.Nothing
    widthMax: 440 * Theme.scale
    heightMax: rows.implicitHeight + 2 * padding
    onOpened: no.forceActiveFocus(Qt.TabFocusReason)
    onClosed: address.dismiss()

    contentItem: Flickable {
        contentHeight: rows.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: rows
            width: parent.width
            spacing: Theme.space3

            PopupHead {
                width: parent.width
                title: dialog.question === OutsideAddress.Join ? qsTr("Join a room?")
                     : dialog.question === OutsideAddress.Write ? qsTr("Write to somebody?")
                     : dialog.question === OutsideAddress.Go ? qsTr("Go to another server?")
                     : qsTr("This is no address")
                onClosed: dialog.close()
            }
            DialogText {
                width: parent.width
                text: dialog.question === OutsideAddress.NoAddress
                    ? qsTr("Another program wants to open something here that cannot be read.")
                    : qsTr("A link from outside of this window leads here:")
            }
            Rectangle {
                width: parent.width
                height: place.implicitHeight + 2 * Theme.space3
                visible: dialog.question !== OutsideAddress.NoAddress
                radius: Theme.radius2
                color: Theme.codeBg

                Column {
                    id: place
                    anchors { left: parent.left; right: parent.right; margins: Theme.space3 }
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.space1

                    DialogText {
                        width: parent.width
                        visible: text !== ""
                        text: dialog.address.room
                        font.weight: Font.DemiBold
                    }
                    DialogText {
                        width: parent.width
                        text: dialog.address.server
                    }
                }
            }
            DialogText {
                width: parent.width
                visible: text !== ""
                color: Theme.textDim
                text: dialog.question === OutsideAddress.Join
                    ? qsTr("If there is no such room, joining makes it.")
                    : dialog.question !== OutsideAddress.Go ? ""
                    : (dialog.inside ? qsTr("You leave %1 for it.").arg(dialog.networkName) + " "
                                     : "")
                      + (dialog.address.encrypted ? qsTr("The way there is encrypted.")
                         : qsTr("The way there is not encrypted."))
            }
            AppButton {
                width: parent.width
                visible: dialog.question !== OutsideAddress.NoAddress
                text: dialog.question === OutsideAddress.Join ? qsTr("Join")
                    : dialog.question === OutsideAddress.Write ? qsTr("Write")
                    : qsTr("Go there")
                onClicked: dialog.address.agree()
            }
            AppButton {
                id: no
                width: parent.width
                text: dialog.question === OutsideAddress.NoAddress ? qsTr("Close") : qsTr("Cancel")
                onClicked: dialog.close()
            }
        }
    }
}
