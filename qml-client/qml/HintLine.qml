import QtQuick
import Brusio

// What went wrong with the last thing asked for, until it is read.
Rectangle {
    id: hint

    required property string words
    required property string offer
    signal dismissed
    signal taken

    height: words === "" ? 0 : Math.max(text.implicitHeight, offer === "" ? 0 : button.height)
                               + 2 * Theme.space2 + Theme.space1
    visible: words !== ""
    color: "transparent"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words
    Accessible.ignored: words === ""

    Rectangle {
        anchors { fill: parent; bottomMargin: Theme.space2 }
        radius: Theme.radius2
        color: Theme.codeBg

        SvgIcon {
            id: sign
            x: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            width: 16 * Theme.scale
            height: width
            name: "alert"
            color: Theme.danger
        }
        Text {
            id: text
            anchors { left: sign.right; right: button.left; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: Theme.space2; rightMargin: Theme.space2 }
            text: hint.words
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.fontSmall
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppButton {
            id: button
            anchors { right: close.left; verticalCenter: parent.verticalCenter }
            implicitHeight: Theme.phone ? Theme.touch : 28 * Theme.scale
            width: visible ? Math.min(implicitWidth, hint.width * 0.4) : 0
            visible: hint.offer !== ""
            text: hint.offer
            onClicked: hint.taken()
        }
        IconButton {
            id: close
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            implicitWidth: 28 * Theme.scale
            glyph: 14 * Theme.scale
            label: qsTr("Dismiss")
            iconName: "close"
            onClicked: hint.dismissed()
        }
    }
}
