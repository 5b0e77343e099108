import QtQuick
import QtQuick.Controls.Basic
import Brusio

// One line of a menu; a tick stands before what is chosen.
MenuItem {
    id: item

    property bool chosen: false
    property bool choice: false
    // `visible` is false as long as the menu is closed.
    property bool offered: true

    visible: offered
    implicitHeight: Math.max((Theme.phone ? 46 : 34) * Theme.scale,
                             words.implicitHeight + topPadding + bottomPadding)
    height: offered ? implicitHeight : 0
    Accessible.name: text
    Accessible.checkable: choice
    Accessible.checked: choice && chosen

    contentItem: Text {
        id: words
        leftPadding: item.choice ? 24 * Theme.scale : Theme.space1
        text: item.text
        textFormat: Text.PlainText
        color: item.enabled ? Theme.text : Theme.textMuted
        font.pixelSize: Theme.fontBody
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    indicator: SvgIcon {
        x: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        width: 15 * Theme.scale
        height: width
        visible: item.choice && item.chosen
        name: "check"
        color: Theme.accent
    }
    background: Rectangle {
        radius: Theme.radius1
        color: item.highlighted ? Theme.bgHover : "transparent"
    }
}
