import QtQuick

// One question with one answer that does something; the other one does nothing.
AppPopup {
    id: dialog

    required property string title
    required property string words
    required property string yes
    signal accepted

    widthMax: 420 * Theme.scale
    heightMax: rows.implicitHeight + 2 * padding
    onOpened: no.forceActiveFocus(Qt.TabFocusReason)

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
                title: dialog.title
                onClosed: dialog.close()
            }
            Text {
                width: parent.width
                text: dialog.words
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontBody
                wrapMode: Text.Wrap
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            AppButton {
                width: parent.width
                tone: Theme.danger
                text: dialog.yes
                onClicked: {
                    dialog.close();
                    dialog.accepted();
                }
            }
            AppButton {
                id: no
                width: parent.width
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
        }
    }
}
