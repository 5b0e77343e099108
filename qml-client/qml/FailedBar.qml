import QtQuick

// Under a message that the server refused: why, and what can be done.
Row {
    id: bar

    required property string reason
    signal retry
    signal discard

    spacing: Theme.space2

    Text {
        width: Math.max(0, bar.width - again.width - away.width - 2 * bar.spacing)
        height: again.height
        verticalAlignment: Text.AlignVCenter
        text: bar.reason === "" ? qsTr("Not sent") : qsTr("Not sent: %1").arg(bar.reason)
        textFormat: Text.PlainText
        color: Theme.danger
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    AppButton {
        id: again
        implicitHeight: Theme.phone ? Theme.touch : 30 * Theme.scale
        text: qsTr("Retry")
        onClicked: bar.retry()
    }
    AppButton {
        id: away
        implicitHeight: again.implicitHeight
        text: qsTr("Delete")
        tone: Theme.danger
        onClicked: bar.discard()
    }
}
