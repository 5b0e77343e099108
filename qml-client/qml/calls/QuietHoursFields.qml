import QtQuick
import Brusio

// The hours of each day in which nothing calls.
Column {
    id: hours

    required property CallWishesDesk wishes
    property bool wrong: false

    spacing: Theme.space2

    function reset() {
        from.text = wishes.quietFrom;
        until.text = wishes.quietUntil;
        wrong = false;
    }
    function keep() { wrong = !wishes.setQuietHours(from.text, until.text); }

    Component.onCompleted: reset()

    CheckLine {
        width: parent.width
        text: qsTr("Quiet hours: nothing calls")
        checked: hours.wishes.quiet
        onClicked: hours.wishes.quiet = checked
    }
    Row {
        visible: hours.wishes.quiet
        spacing: Theme.space3

        TextBox {
            id: from
            width: 96 * Theme.scale
            label: qsTr("From")
            placeholder: "22:00"
            onTextChanged: if (activeFocus) hours.keep()
        }
        TextBox {
            id: until
            width: 96 * Theme.scale
            label: qsTr("Until")
            placeholder: "07:00"
            onTextChanged: if (activeFocus) hours.keep()
        }
    }
    DialogText {
        width: parent.width
        visible: hours.wrong && hours.wishes.quiet
        color: Theme.danger
        font.pixelSize: Theme.fontSmall
        text: qsTr("This is no time of the day. Kept: %1 to %2.").arg(hours.wishes.quietFrom)
                                                                .arg(hours.wishes.quietUntil)
    }
}
