import QtQuick
import Brusio

// Above the oldest message: that older ones are on their way, are not told, or that there are none.
Item {
    id: sign

    required property string past

    height: 48 * Theme.scale
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text
    Accessible.ignored: past === ""

    Row {
        anchors.centerIn: parent
        spacing: Theme.space2

        SvgIcon {
            anchors.verticalCenter: parent.verticalCenter
            visible: sign.past === "asked"
            width: 14 * Theme.scale
            height: width
            name: "ring"
            color: Theme.textMuted

            RotationAnimation on rotation {
                running: sign.past === "asked" && !Theme.reducedMotion
                from: 0
                to: 360
                duration: 900
                loops: Animation.Infinite
            }
        }
        Text {
            id: words
            text: sign.past === "asked" ? qsTr("Fetching what was said before…")
                : sign.past === "begin" ? qsTr("There is nothing older to read for you")
                : sign.past === "full" ? qsTr("Older messages are not shown here")
                : sign.past === "withheld" ? qsTr("The server does not tell what was before") : ""
            textFormat: Text.PlainText
            color: Theme.textMuted
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
}
