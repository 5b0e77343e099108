import QtQuick
import QtQuick.Controls.Basic

// What a sign means, to a pointer that rests on it; in our colours, and the words as they are.
ToolTip {
    id: tip

    delay: 600
    padding: Theme.space2

    contentItem: Text {
        text: tip.text
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.fontSmall
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius1
        color: Theme.bgHover
        border.color: Theme.line
    }
}
