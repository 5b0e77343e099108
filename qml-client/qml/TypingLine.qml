pragma ComponentBehavior: Bound
import QtQuick

// Who is writing right now.
Item {
    id: line

    required property string words

    implicitHeight: 20 * Theme.scale
    Accessible.role: Accessible.StaticText
    Accessible.name: words
    Accessible.ignored: words === ""

    Row {
        id: dots
        visible: line.words !== ""
        x: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3 * Theme.scale

        Repeater {
            model: 3
            Rectangle {
                id: dot
                required property int index
                width: 5 * Theme.scale
                height: width
                radius: width / 2
                color: Theme.textMuted

                SequentialAnimation on opacity {
                    running: dots.visible && !Theme.reducedMotion
                    loops: Animation.Infinite
                    PauseAnimation { duration: dot.index * 160 }
                    NumberAnimation { to: 0.25; duration: 320 }
                    NumberAnimation { to: 1; duration: 320 }
                    PauseAnimation { duration: 320 - dot.index * 160 }
                }
            }
        }
    }
    Text {
        anchors { left: dots.right; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Theme.space2
        text: line.words
        textFormat: Text.PlainText
        color: Theme.textMuted
        font.pixelSize: Theme.fontSmall
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
