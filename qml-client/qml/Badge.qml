import QtQuick

// A small pill with a number; filled when somebody meant you.
Rectangle {
    id: badge

    required property int count
    property bool strong: false
    property bool more: false

    visible: count > 0
    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space3)
    implicitHeight: 20 * Theme.scale
    radius: height / 2
    color: strong ? Theme.accent : Theme.bgHover
    Accessible.ignored: true

    Text {
        id: label
        anchors.centerIn: parent
        text: badge.count > 999 ? "999+" : badge.count + (badge.more ? "+" : "")
        textFormat: Text.PlainText
        color: badge.strong ? Theme.accentInk : Theme.text
        font.pixelSize: Theme.fontTiny
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
