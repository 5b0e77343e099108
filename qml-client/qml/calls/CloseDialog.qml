import QtQuick
import Brusio

// The first time that closing the window would leave the program in the tray: says so.
AppPopup {
    id: dialog

    required property TrayDesk tray
    signal hideAsked

    widthMax: 440 * Theme.scale
    heightMax: rows.implicitHeight + 2 * padding
    onOpened: stay.forceActiveFocus(Qt.TabFocusReason)

    function choose(stays) {
        tray.choose(stays);
        close();
        if (stays)
            hideAsked();
        else
            Qt.exit(0);
    }

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
                title: qsTr("Brusio stays in the tray")
                onClosed: dialog.close()
            }
            DialogText {
                width: parent.width
                text: qsTr("It stays online and calls you when somebody speaks to you.") + " "
                    + qsTr("To end it, choose Quit in its menu there.")
            }
            AppButton {
                id: stay
                width: parent.width
                primary: true
                text: qsTr("Stay in the tray")
                onClicked: dialog.choose(true)
            }
            AppButton {
                width: parent.width
                text: qsTr("Quit whenever it is closed")
                onClicked: dialog.choose(false)
            }
        }
    }
}
