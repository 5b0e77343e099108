import QtQuick
import Brusio

// Many lines at once: in one message, each for itself, or not at all.
AppPopup {
    id: dialog

    required property LinesQuestion question

    visible: question.open
    heightMax: words.implicitHeight + 2 * padding
    onOpened: first.forceActiveFocus()
    onClosed: question.dismiss()

    readonly property Item first: asOne.visible ? asOne : cancel

    contentItem: Flickable {
        contentHeight: words.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: words
            width: parent.width
            spacing: Theme.space3

            PopupHead {
                width: parent.width
                title: qsTr("Send %n line(s)?", "", dialog.question.lineCount)
                onClosed: dialog.close()
            }
            Rectangle {
                width: parent.width
                height: sample.implicitHeight + 2 * Theme.space2
                radius: Theme.radius1
                color: Theme.codeBg

                Text {
                    id: sample
                    anchors { fill: parent; margins: Theme.space2 }
                    text: dialog.question.sample
                    textFormat: Text.PlainText
                    color: Theme.text
                    font.pixelSize: Theme.fontSmall
                    maximumLineCount: 8
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    elide: Text.ElideRight
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
            AppButton {
                id: asOne
                width: parent.width
                primary: true
                visible: dialog.question.oneOffered
                text: qsTr("One message")
                onClicked: dialog.question.sayAsOne()
            }
            AppButton {
                width: parent.width
                text: qsTr("%n message(s)", "", dialog.question.lineCount)
                onClicked: dialog.question.sayEachLine()
            }
            AppButton {
                id: cancel
                width: parent.width
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
        }
    }
}
