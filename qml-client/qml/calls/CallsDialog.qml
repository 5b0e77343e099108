import QtQuick
import Brusio

// What calls, how, and when not.
AppPopup {
    id: dialog

    required property Calls calls
    readonly property CallWishesDesk wishes: calls.wishes

    heightMax: rows.implicitHeight + 2 * padding
    onOpened: {
        words.text = wishes.words;
        hours.reset();
        rows.forceActiveFocus();
    }
    onClosed: wishes.words = words.text

    contentItem: Flickable {
        id: view
        contentHeight: rows.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        FocusScope {
            id: rows
            width: parent.width
            implicitHeight: column.implicitHeight

            Column {
                id: column
                width: parent.width
                spacing: Theme.space3

                PopupHead {
                    width: parent.width
                    title: qsTr("Notifications")
                    onClosed: dialog.close()
                }
                DialogText {
                    width: parent.width
                    color: Theme.textDim
                    text: qsTr("Private messages and mentions call you.") + " "
                        + qsTr("The menu of a room or a person changes that there.")
                }
                CheckLine {
                    width: parent.width
                    focus: true
                    text: qsTr("Notifications on the desktop")
                    checked: dialog.wishes.notify
                    onClicked: dialog.wishes.notify = checked
                }
                CheckLine {
                    width: parent.width
                    enabled: dialog.wishes.notify
                    text: qsTr("Show what was said")
                    checked: dialog.wishes.showBody
                    onClicked: dialog.wishes.showBody = checked
                }
                CheckLine {
                    width: parent.width
                    enabled: dialog.wishes.notify
                    text: qsTr("Play a sound")
                    checked: dialog.wishes.sound
                    onClicked: dialog.wishes.sound = checked
                }
                CheckLine {
                    width: parent.width
                    visible: dialog.calls.tray.there
                    text: qsTr("Closing the window leaves Brusio in the tray")
                    checked: dialog.calls.tray.closesToTray
                    onClicked: dialog.calls.tray.closesToTray = checked
                }
                TextBox {
                    id: words
                    width: parent.width
                    label: qsTr("Words that mention you, besides your nick")
                    placeholder: qsTr("with commas between them")
                    onAccepted: dialog.wishes.words = text
                }
                QuietHoursFields {
                    id: hours
                    width: parent.width
                    wishes: dialog.wishes
                }
            }
        }
    }
}
